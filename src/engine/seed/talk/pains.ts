/** What goes wrong at an account, one list for each of `Pain`. Written as `readExchanges` reads it. */
export const painTalk = {
  routes: `
R: How much of the day do your technicians spend in the car?
C: (Too much.|I'd say a third of it.) We plan by who knows the customer, not by who is close. So it happens that two of ours pass each other on the highway.
R: (I've heard that one before.|Do you know how many miles that is?)
C: We pay for the fuel, so yes. It's the second largest bill after wages. And the driving time isn't something we can charge for.
R: What have you tried?
C: We divided {city} into zones. That worked until the first one got sick.

C: The other thing is driving time. Everybody starts from home, and {toolName} doesn't know where anybody lives.
R: So how is the first job of the day chosen?
C: By habit. (The first name on the list gets the first job.|Whoever shouts first.) Last week somebody drove ninety minutes to do a job of twenty.
R: And could somebody else have done that one?
C: There was somebody ten minutes away. We found out at lunch.
`,
  paper: `
R: What happens when a job is done? How does the report get back to you?
C: On paper. They fill in a sheet, the customer signs it, and it comes back to the office (on Friday|when the van does). Then somebody types it in.
R: All of it?
C: All of it. If they can read it. (Some of them write like doctors.|One of them should have been a doctor.)
R: And how many get lost?
C: One in twenty, maybe. Which doesn't sound like much until it's the one where the customer says you were never here.

C: And then the paperwork. Every visit has three sheets of paper.
R: Three?
C: The job, the checklist and the safety form. It's a manual process from start to end. They do it in the van, in the evening, from memory.
R: Do customers ask for it?
C: The large ones do. They want pictures too. (We email those by hand.|So we send pictures by email, one by one.)
`,
  bookings: `
R: You mentioned double bookings. How does that happen?
C: Two dispatchers, two copies of {toolName}, one technician. It's that simple. Both of them promise him to somebody for two o'clock.
R: And who finds out first?
C: The customer. (Always the customer.|At five past two.)
R: How often would you say?
C: Twice a week, on a good week. We have a name for it in the office, which I won't repeat (on a recording|here).

C: We also have this problem that nobody knows who is free. {dispatchLead} knows, but if you ask anyone else, they call around.
R: What about days off and sick days, are they in there?
C: They're in another list. Which HR has. (So we plan people who are at the beach.|So last month we planned two people who were on vacation.)
R: (Oh no.|How did that go?)
C: It was a fun morning. For everybody but me.
`,
  parts: `
R: How often does a technician arrive and doesn't have what they need?
C: Oh, that's a sore point. One in five, I'd say. They look at it, they know what's wrong, and the part is in the warehouse. Or in somebody else's van.
R: So that's a second visit.
C: That's a second visit that nobody pays for. With {equipment} you can't just improvise.
R: Does anybody know what's in the vans?
C: On January first, yes. That's when we count.

C: Parts are our biggest challenge, I think. We have about four hundred different ones.
R: And how are they tracked?
C: There's a list in the warehouse. People take something and promise to write it down. (You can guess the rest.|They never do.)
R: What does a missing part cost you, on average?
C: A second trip, so an hour and a half of a technician. Plus the customer is unhappy. I'd say {visits} times a month.
`,
  overview: `
R: If {boss} asks you how last month went, what do you do?
C: I sweat. (Then I ask {dispatchLead}, and we count.|Then I open four spreadsheets.)
R: How long does that take?
C: A day and a half every month. And when I'm done, it's two weeks old. I know what we billed, but I can't tell you how long a job really took or who needed a second visit.
R: So you couldn't say which customers are profitable?
C: I have a feeling. {boss} doesn't like feelings.

C: What frustrates me is that I can't see anything. I know the day was bad when the phone doesn't stop.
R: What would you look at, if you could?
C: First visits that fixed the problem. Time on site against time on the road. And which of our {branches} needs help. That's all, I don't need fifty charts.
R: And today that's not possible.
C: Today I'd have to ask every technician. (They'd think I don't trust them.|Every evening.)
`,
  absence: `
R: How often do you stand in front of a closed door?
C: Every day. (Not me, my people.|Somebody does, every single day.) The customer forgot, or was told Tuesday and we came on Wednesday.
R: Do you remind them?
C: If there's time, somebody calls them the day before. There's never time.
R: And can you charge for those?
C: In theory. In practice they'd leave. So we come back for free, {visits} times last month.

C: Missed visits are killing us. With {sites} you need somebody to let you in.
R: What time do you give people?
C: Morning or afternoon. I know. I wouldn't want to wait half a day for somebody either.
R: What do they say?
C: They say that the parcel service can tell them the minute. (And they're right.|What am I supposed to answer?)
`,
  invoices: `
R: How long does it take from the finished job to the invoice?
C: Eighteen days on average. {financeLead} measured it.
R: Eighteen days. What happens in those days?
C: Waiting. For the paper, for the missing hours, for somebody to ask the technician what he meant. Then it's typed into {ledger}. And then the customer has a question, because nobody remembers.
R: What would it mean to get that to two or three days?
C: {financeLead} would hug me. It's a lot of money that sits there.

C: Then there's billing. We do the work and forget to charge for half of the small things.
R: Like what?
C: An extra part. Half an hour more than planned. A second trip that was really the customer's fault. It's never on the sheet, so it's never on the bill.
R: Do you have an idea how much that is?
C: {financeLead} thinks about {percent} of the small jobs. I think it's more. (We'll never know.|Nobody can tell.)
`,
  nights: `
R: What about emergencies, do you have somebody on call?
C: We do, around the clock. The number goes to one phone, and that phone goes from hand to hand every Monday.
R: And if that person doesn't pick up?
C: Then the customer calls again. And again. And then they call me, because some of them have my private number. (My family loves that.|At two in the morning.)
R: Do you have a service level for that?
C: Four hours for most, two hours for the big ones. If we're late there is a penalty. We paid {visits} of those last year.

C: The nights are a mess, to put it nicely. Whoever is on call has no information at all.
R: What do they know when the phone rings?
C: A name and an address, if they're lucky. They don't know what kind of {equipment} they'll find, what was done before or if there's a contract at all.
R: So they go and see.
C: They go and see. And in the morning nobody in the office knows that they went.
`,
} as const;
