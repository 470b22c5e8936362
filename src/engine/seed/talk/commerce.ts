/** Money. Written as `readExchanges` reads it. */
export const commerce = {
  quote: `
R: So the quote is for {seats} users, that's {techs} technicians and {dispatchers} people in the office. The price is {price} per user per month, billed once a year. That makes {total}.
C: And that includes the app?
R: The app, the board, the messages to customers, support, everything. There's no setup fee. The only thing that's extra is training on site, if you want it.
C: What's that?
R: Twelve hundred dollars a day plus travel. Most do it online, that's included.
C: Okay. (We can do it online.|I'd like one day on site, I think.)

R: Let me explain how the price is made. You pay per user, {price} per month each. A user is anybody who has a login, so {seats} in your case.
C: What about people who only look at reports?
R: They're free. {boss} won't cost you anything.
C: (Well, not here.|That's the first time somebody says that.)
R: And if you add technicians during the year, you pay for the months that are left. If you have fewer, we adjust it at the renewal.
C: So {total} for the first year, if nothing changes.
R: {total}, that's right.
`,
  discount: `
C: Is there any room in the price? I have to ask.
R: There is some. If you sign for two years, I can give you {discount}. For three years a bit more.
C: And for one year?
R: For one year it's the list price. I could do something if you pay the whole year in advance and we sign this month, then it's {discount}.
C: Why this month?
R: Honestly, because our quarter ends. It's not your problem, but it helps both of us.
C: (I appreciate that you say it.|At least that's honest.)

C: {rival} offered us a discount of twenty percent without being asked.
R: I can't do twenty. What I can do is {discount} if we can use your name as a reference, after {months} months, and only if you're happy.
C: And if we're not happy?
R: Then you keep the discount and we don't get to use the name.
C: (Ha, that's fair.|That sounds reasonable.) I'd have to ask {boss} about the reference.

C: The price per user is okay, but the total is over our budget. Not by a lot.
R: By how much, roughly?
C: About {discount}. If you could come down by that, I could sign it myself, without going through procurement.
R: Let me see what I can do. If we start with the technicians of the first two branches, and add the others in {months} months, you'd be below it in the first year.
C: That might even be better for us. (We wanted to do it in steps anyway.|We can't do all of them at once.)
`,
  terms: `
C: When is the invoice due?
R: Thirty days after the start date. Do you need a purchase order number on it?
C: Yes, otherwise it gets lost. And can it be quarterly instead of annual?
R: Quarterly is possible, but then the price goes up by four percent. Monthly isn't possible for annual contracts.
C: Then annual. {financeLead} will complain, but four percent is four percent.

C: What about currency and tax? We pay everything from the office in {city}.
R: The quote is in dollars, without tax. If you'd rather have it in another currency, we fix the rate for the year on the day of the signature.
C: And a payment plan for the first year?
R: We've done half at the start and half after the go live. I'd have to ask for approval, but I don't think anybody will say no.
C: That would help us with cash flow.
`,
  returns: `
R: Let me show you the calculation. You told me {hours} hours a week are lost to {pain}. Let's take half of that, to be careful. At forty dollars an hour, that is where we are. Then one more job a day for every fourth technician.
C: Every fourth? You told me {reference} got one more for everybody.
R: I want the number to survive a meeting with {financeLead}. With these numbers it pays for itself in {months} months.
C: And if it's only half of that?
R: Then it's twice as long, and still within the first contract. You can change every yellow cell.
C: (I'll play with it.|Can you send me the sheet?)

C: {boss} will ask me what we get for {total}.
R: What would convince {boss}?
C: A number. Not a percentage of something, a number of dollars.
R: Okay. You turned down about {visits} jobs a month because there was no capacity. What's the margin on one of those?
C: About a hundred and fifty dollars.
R: So if you only win half of those back, what do you have?
C: Hm. (That's more than I thought.|That does pay a good part of it.) And that's without the second visits.
R: Exactly, I left those out on purpose.
`,
} as const;
