/** The parts of the product as they are shown, one list for each of `Pain`. Written as `readExchanges` reads it. */
export const featureTalk = {
  routes: `
S: Let's look at the map. As you can see, every technician has a colour, and the line is the way they'll drive today. On the left you have the list of jobs that have no technician yet. If I click on one, {us} suggests three people and says how many minutes it adds to their day.
C: Does it know where they start?
S: It does, from home or from the branch, you can set that for each person. And it knows the traffic (at that time of day|in {city}). Let me show you. I'll drop this job here, and you can see the whole route moves.
C: (That's neat.|Okay, I like that.) What if I don't agree with the suggestion?
S: Then you drag it to somebody else. It's a suggestion, not an order. Some dispatchers use it for everything and some only for the first job of the day.
?C: {dispatchLead} will want to overrule it, I can tell you that now.
?S: That's fine. The system doesn't get offended.

S: This screen is about driving time. Each bar is a technician, the dark part is work and the light part is driving. What stands out to you?
C: That there's a lot of light.
S: Exactly. This is how a day looks if you plan by habit. Now I press this button, and it puts the same jobs in another order. Same people, same promises to customers.
C: And that's {minutes} minutes less for each of them?
S: In this example, yes. With real data it's usually a bit less in the first month, because some customers only want a certain technician. You can pin those.
C: Good. We have a few who'd cancel if we sent anybody else.
`,
  paper: `
S: This is what the technician sees on the phone. Today's jobs in order, and if I tap on one, there's the address, the history and the checklist. No paper.
C: Can I have my own checklists?
S: Yes, you build them here, in the office. Drag in a question, a photo, a signature. This one is for {equipment}. If the answer is no, it asks for a picture.
C: And the signature?
S: With the finger. The report goes to the customer as a PDF before the technician is back in the van.
C: (What if there's no signal?|We're in basements a lot.) That's where the last one failed.
S: It works offline. I'll turn off the network on this phone now. You can see it says offline up here, and I can still open the job, take a photo and sign. Now I turn it on again, and there it is in the office.
C: Okay. (That was the most important one for me.|That's the thing I wanted to see.)

S: Let me show you how a report gets done. I'm the technician, I arrive, I press start. The time is running. I go through the checklist, one tap for each point. If something's wrong, I can talk instead of typing.
C: It writes down what they say?
S: It does, in whole sentences. They can correct it. Most people talk more than they'd ever write.
C: Half of mine write one word. Done. That's the report.
S: (We can make fields required.|You can ask for at least one picture.) But don't ask for too much in the beginning, that's my advice. Start with three questions, add more after a month.
C: That's good advice.
`,
  bookings: `
S: Here's the scheduling board. Each row is a technician, each block is a job. If I drag this block onto somebody who's busy, it turns red, and I can't drop it.
C: So a double booking is impossible?
S: Unless you insist. You can hold a key and force it, and then it's marked, so everybody can see it was on purpose.
C: Who can do that?
S: Whoever you allow to. There's a permission for it. Days off and sick days come in from your HR system, so nobody plans a person who is at the beach.
C: And two dispatchers at the same time?
S: They see each other's changes right away. There, that was my colleague moving something. (It's like working on the same document.|No refresh button.)

S: I'd like to show you what happens when somebody calls in sick at seven. Here's {techs} technicians, and I mark this one as sick. All of the jobs of the day go to this list on the right.
C: And then I move them one by one?
S: You can. Or you click here, and it makes a proposal for all of them. It won't touch anything that's promised for a fixed time. See, five jobs are placed and one is left, because nobody with that skill is free.
C: It knows skills?
S: Skills, certificates, and when they run out. You tell it once what each job needs.
C: That would save us the whole morning. (Can you do that again, slower?|I want to see that once more.)
`,
  parts: `
S: Parts are next. Every van is a small warehouse in {us}. When a technician uses a part on a job, they scan it, and it's gone from the van.
C: They have to scan everything?
S: Everything you care about. Most companies start with the fifty that hurt the most. Screws nobody scans.
C: And before the job?
S: The job says which parts it'll probably need, from what was used on similar jobs. If it's not in the van, the technician sees it in the morning, not in front of the customer. Here, this red mark.
C: So they could pick it up on the way.
S: Or from a colleague. It shows who has one nearby.

S: Let me pull up the stock of one van. Twelve different parts, three are below the minimum. In the evening that becomes a list for the warehouse.
C: By itself?
S: By itself. And if you like, as a purchase order in {ledger}. We'll come to the integration later.
C: How do we get our four hundred parts in there?
S: From a spreadsheet. You export the list, we import the data. It takes about ten minutes if the list is clean.
C: It's not clean.
S: (Nobody's is.|Then it takes an afternoon.) We help with that.
`,
  overview: `
S: This is the dashboard that you'd see on Monday morning. First visits that solved it, time on site, time on the road, and jobs per technician. You can filter by branch.
C: Can I see it by customer?
S: Yes, with this drop down. And then click on the number to see the jobs behind it. I think that's important, a number you can't open is a number nobody believes.
C: (I agree.|{boss} would agree.) Can I send it to somebody who has no account?
S: You can schedule an email. Every first of the month, as a PDF, to {boss}. Or to anybody.
C: That's a day and a half of my life, every month.
?S: I hope you spend it on something nice.

S: So you asked about reporting. There are eight reports that come with it, and you can make your own. Let me make one now. What would you like to know?
C: How many second visits we had last month, and why.
S: Okay. I take jobs, I filter by second visit, and I group by reason. There. In this sample data it's mostly missing parts.
C: In ours too, I'm sure. And can I export that?
S: As a spreadsheet, or through the API if somebody wants it in another tool.
C: That took you a minute.
S: It takes longer the first time. But yes.
`,
  absence: `
S: Now the customer's side. When a job is planned, they get a message with the day and a window of two hours. They can confirm it or ask for another time, without calling you.
C: What if everybody asks for another time?
S: About one in ten does. And that's better than a closed door. The evening before they get a reminder, and when the technician starts driving, a link with the arrival time.
C: Like a parcel.
S: Like a parcel. It's live, they see a dot on a map, for the last thirty minutes only.
C: Can I turn the dot off? Some of my people won't like that.
S: You can. You can send the time without the dot. (Many do in the beginning.|Ask them again after a month.)

S: I'll put in my own number as a customer, so you can see what happens. There, it buzzed. It says that {account} comes tomorrow between ten and twelve, and do I want to confirm.
C: Is that your text or ours?
S: Yours. You write it, with your name and your logo. In several languages, if you need that.
C: And if they don't answer?
S: Then it asks once more, and after that it shows up on this list, so somebody can call. That list is usually short.
C: We call everybody now. Or nobody, depending on the day.
`,
  invoices: `
S: When the job is done, this is what the office sees. Hours, parts, travel, all from the app. One click and it's a draft invoice.
C: In {ledger}?
S: In {ledger}, yes, as a draft. Your finance team looks at it and sends it. We never send anything to a customer by ourselves.
C: {financeLead} will ask about different prices for different customers.
S: Those are price lists. Each customer has one, and contracts can have a flat fee. See, this customer has a maintenance contract, so the visit is zero and only the parts are charged.
C: And what isn't covered by the contract?
S: Is on the invoice, with the reason. Nothing gets forgotten, because the technician had to choose.

S: Let's follow one job to the money. It was finished at eleven, the customer signed, and at two minutes past eleven it's here, ready to be billed.
C: Today that takes eighteen days.
S: I know, you said so. What usually remains is a check by a person. Some companies check all of them, some only those above a certain amount. You set the limit here.
C: What about quotes? We make a lot of small quotes.
S: Same thing, the other way around. The technician makes it on the phone, the customer accepts with a signature, and it becomes a job.
C: Right there, at the door?
S: Right there. That's where people say yes.
`,
  nights: `
S: Here's the on call plan. Every night has a first and a second person. When an emergency comes in, the first one gets a call and a message. If they don't accept within ten minutes, it goes to the second.
C: And if the second doesn't?
S: Then to you, I'm afraid. But you can put somebody else there.
C: (I'd love to put somebody else there.|{boss}, maybe.)
S: What they get is not just a name. They see the contract, the service level with a clock that counts down, and what was done at that site before.
C: So they'd know if it is covered.
S: They would. And in the morning it's all on the board, with the time they went to bed, so that nobody plans them for seven.

S: You mentioned penalties. Each contract here has a response time. As soon as a ticket is opened, the clock runs, and you can see the ones that get close at the top.
C: Where do the tickets come from?
S: From an email, from the phone, or from the customer portal. Or through the API, if the {equipment} can report by themselves.
C: Some of the newer ones can.
S: Then it could open a ticket before anybody notices. But start with the phone, that's what people use at night.
C: True. At night they call.
`,
  demoIntro: `
R: Okay, let me share my screen. Can you see it?
C: (Yes.|Now I can.|It's loading. Yes, now.)
R: What you see is a day at a company like yours. {techs} technicians, about {jobs} jobs. I'll play the dispatcher and then the technician. Tell me if I'm too fast.

R: I'm going to share now. Tell me when you see a calendar with a lot of colours.
C: I see it. (It's quite colourful.|Wow, that's a lot.)
R: It is. In a minute it'll make sense. This is a Tuesday, everything's planned, and then the day begins to go wrong. I'd like to show you what you do about it.
`,
  demoQuestion: `
C: How long does it take until a new dispatcher can work with that?
R: Two days until they can do the normal things. About two weeks until they don't ask anymore. What's it like today?
C: Today it takes half a year, because it's all in {dispatchLead}'s head.

C: Can a technician see other people's jobs?
R: If you want. By default they see their own day and who is nearby. Some teams open it up so that people can swap jobs by themselves.
C: I'd start with their own.
R: (That's what most do.|I would too.)

C: Does it run on older phones? Ours are about four years old.
R: Four years is fine. It needs about two hundred megabytes. If a phone can run a map, it can run {us}.
C: Good, because I'm not buying {techs} new phones.

C: What happens if I make a mistake, say I delete a whole day?
R: You'd have to try quite hard. But there's an undo for everything, and a log of who changed what. Let me click on it. Here, everything that I did in the last ten minutes.
C: Even the thing you did wrong before?
R: Even that one, yes. Thanks for noticing.

C: Can we try it ourselves?
R: Of course. There's a free trial of thirty days, with this same sample data or with yours. I'd suggest yours, otherwise people only play.
C: Would that be with all features?
R: With everything. The only thing we ask for is that somebody from dispatch really works with it for a few days.

C: What about subcontractors? They don't want another app on the phone.
R: They can get a link instead. It opens in the browser, shows one job, and they can press done and take a picture. No login.
C: That could work. They'd still forget to press it.
R: You'd see it on the board, at least. The block turns grey.
`,
  demoWrap: `
R: That was a lot. What do you think?
C: (I'm impressed, I have to say.|It's good.) The board is what we need. I'm not sure yet about {otherPain}, I'd need to see that with our own data.
R: What would the technicians say?
C: The young ones will love it. For the others I'd need two people who try it first.
R: That is how we usually start.

R: Let me stop sharing here. On a scale from one to ten, how close is that to what you need?
C: (Seven.|Eight.|Maybe a seven.)
R: What's missing to a ten?
C: I would have to see how it works with {ledger}. And I want {dispatchLead} to play with it for an hour. If {dispatchLead} likes it, it's a nine.
R: (Nobody ever gets a ten?|What would make it a ten?)
C: A ten is when it's been running for a year.
`,
} as const;
