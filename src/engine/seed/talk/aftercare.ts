/** With customers: reviews and renewals. Written as `readExchanges` reads it. */
export const aftercare = {
  adoption: `
R: Let me show you the adoption. Last week {percent} more jobs were closed in the app than in the first week. Out of {techs} technicians, all but four use it every day.
C: I know the four. Two of them share a phone.
R: That'd explain it. And the other two?
C: One's been on leave. And the other one is the one who hates everything.
R: Is there something that would make it easier for him?
C: He says the letters are too small. I think he needs glasses, but is there a setting?
R: There is. I'll send you a picture of where to find it.

R: What do the dispatchers say?
C: {dispatchLead} said that it was the first Monday in years without a headache. I thought you'd like to hear that.
R: (I'll print that and put it on the wall.|I'll tell the team, they'll be thrilled.)
C: The phone still rings, but it's about a third of what it was. We've got time to think now, which feels strange.
R: What do you do with that time?
C: We call customers before they call us. It's a completely different job.
`,
  complaint: `
C: Now the complaint. On Wednesday the sync with {ledger} stopped working, and we only noticed on Friday.
R: I saw that ticket. The response time was too long, I'm sorry about that. Do you know what happened?
C: Support said that a password had expired on our side. Fine, that's our fault. But somebody should have told us.
R: I agree. There's an alert for that, and it was switched off in your account. I've switched it on this morning, it goes to you and to {dispatchLead}.
C: Why was it off?
R: Because we forgot it when we set it up. That one's on us.
C: Okay. I appreciate the honest answer.

C: The app crashed a few times after the last update. Not for everybody, only on the older phones.
R: How many technicians are affected?
C: Five or six. They restart it and then it works, but they lose a minute every time, and they complain.
R: There's a fix for that, it comes out on Thursday. I'd like to give it to your five people tomorrow, if that's all right.
C: Please. And can you tell them directly? If I tell them, they don't believe me.
R: I'll send each of them a message. How many tickets have you opened in total?
C: {tickets} since the start. Most were answered the same day, I have to say.

C: The thing that isn't working for us is the parts list. It takes too many taps until you have the right one.
R: Can you show me?
C: I'd have to describe it. You search, you get forty results, and the one you use every day is at the bottom.
R: Ah, I see. You can pin favourites, but it's well hidden. Hold on, I'm writing that down as feedback as well.
C: Pinning would help. (Where's that?|Can I do that for everybody at once?)
R: For a whole team, under settings. I'll do the first ten with you now if you like.
`,
  figures: `
R: Let's look at what changed since you started. Jobs per technician went up by {percent}. Second visits are down. And the time from the job to the invoice is at three days now.
C: Three days? {financeLead} said four, and was already happy.
R: It's three in the last month. On average, and without the two big projects.
C: I'd like to have that as a slide for {boss}.
R: I'll send it over, with the numbers from before next to it. What else would {boss} want to see?
C: Customers. Whether they notice anything.
R: You had {visits} complaints a month before. How many is it now?
C: I'd say a quarter of that. I'll find out.

R: If you compare it with what we agreed in the beginning, where are we?
C: The phones, yes. The overview, yes. {pain}, mostly. {otherPain}, not yet. That one is still a challenge.
R: What's missing there?
C: I think it's us, not you. We haven't changed the way we plan, we only do it on a nicer screen.
R: That's very honest. Would it help if somebody from us looked over {dispatchLead}'s shoulder for a day?
C: It would. {dispatchLead} would be nervous for an hour and then not let them go home.
`,
  expansion: `
C: We're thinking about using it for the installation team too. That would be fifteen more people.
R: They aren't in there today at all?
C: No, they have their own way. But they saw it at the summer party and asked.
R: That's the nicest way to grow. It'd be the same price per user, {price}, and you only pay for the months that are left.
C: Can you send me a quote for that? Fifteen, maybe sixteen.
R: You'll have it tomorrow. Should I talk to whoever leads that team first?
C: Yes, I'll introduce you.

R: Have you looked at the customer portal? It's included, and you don't use it yet.
C: We talked about it. I was afraid that people would open a ticket for every little thing.
R: Some do, in the first month. But you can decide what they may report, with a list. And every ticket there is a call that you don't get.
C: Maybe for the big customers first. Those with more than ten sites.
R: How many are those?
C: About twelve. That would be a nice test.
`,
  renewalTerms: `
C: Let's talk about the price for next year. I got the notice, and it says plus six percent.
R: Yes, that's the general increase. Because you renew early, I can keep the old price, if you sign for two years.
C: And for one year?
R: Three percent for one year. I've got some room because you've been so helpful with feedback.
C: We've also had an offer from {rival}. They called us again. They're {discount} cheaper.
R: Are you thinking about switching?
C: No. But I'd be a bad manager if I didn't mention it.
R: (You did it very well.|That's fair.) Two years at the old price, would that make you stop answering their calls?

R: Is there anything that would keep you from renewing?
C: Not from my side. {boss} wants to see that the cost is lower than the saving, and it is. I'd like to have a shorter notice period in the contract, that's all.
R: What did you have in mind?
C: Thirty days instead of sixty.
R: I'll ask our legal team. I think that we can do that for customers in the second year.
C: Then send me the renewal, and I'll get the signature.
`,
} as const;
