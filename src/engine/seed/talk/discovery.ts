/** Finding out how an account works. Written as `readExchanges` reads it. */
export const discovery = {
  teamShape: `
R: Can you walk me through the team? How many technicians do you have out there (on a normal day|every day)?
C: We have {techs} technicians and {dispatchers} dispatchers, in {branches}. (On a normal day that's about {jobs} jobs.|Together they do something like {jobs} visits a day.)
R: And those {dispatchers} dispatchers, do they sit together?
C: (Two of them do.|No, everybody sits in their own branch.) {dispatchLead} leads them and has done it for {years} years.
?R: That is a lot of experience in one head.
?C: It is. And when {dispatchLead} is on vacation, we notice.

R: How big is the operation, roughly?
C: Around {techs} people in the field. Then {dispatchers} in dispatch, and me.
R: And is everybody employed, or do you work with subcontractors too?
C: Mostly employed. In the busy months we add (four or five|a handful of) subcontractors, and they are (a world of their own|the ones we never know anything about).
R: What do you mean by that?
C: They don't use our system. They get a text message and then we hope for the best.

R: Tell me about {account}. What does a typical job look like?
C: We look after {equipment} in {sites}. Half of it is planned maintenance, the other half is (somebody calling because it's broken|repairs). A visit takes between forty minutes and half a day.
R: And how many of those do you do on a normal day?
C: About {jobs}, with {techs} technicians. (More in winter.|A bit more on Mondays.)
R: Okay. (So there is a lot to move around.|That's quite a puzzle.)
`,
  currentProcess: `
R: And how do you plan all of that today?
C: With {tool}. (I know, I know.|Please don't laugh.) It worked when we were eight people.
R: I'm not laughing, half of our customers come from there. Who keeps {toolName} up to date?
C: {dispatchLead} does. (In the evening, mostly.|Every morning between six and seven.) By nine it's usually wrong again, because somebody is sick or a customer called.
R: And then what happens?
C: Then the phone rings. All day. (A technician calls to ask where to go next, a customer calls to ask where the technician is.|Everybody calls everybody.)

R: What do you use for scheduling right now?
C: {tool}. Plus everybody's memory.
R: (What do you like about it?|Is there anything about it that you'd want to keep?)
C: It's quick. {dispatchLead} can change something in two seconds. That's what I'm afraid to lose, to be honest.
R: That makes sense. And what's missing?
C: Nobody else can see it. If I want to know where a technician is, I have to ask. If I want to know what we did last month, (I have to count|good luck).

R: Let's say a customer calls at ten in the morning because something is broken. Walk me through what happens.
C: Okay. Somebody picks up and writes it on a note. Then they look at {toolName} and try to guess who is close. Then they call two or three technicians until one picks up.
R: How long does that take, usually?
C: Between {minutes} minutes and (the rest of the morning|two hours). It depends on who is on the desk.
R: And does the customer get a time?
C: They get a half day. (Which they hate.|And then they call again to ask.)
`,
  challenge: `
R: What would you say is your biggest challenge right now?
C: {pain}. (No question.|That's the first thing that comes to mind.) And right after that {otherPain}. We struggle with both of them every single day.
R: Which one costs you more?
C: {pain}, because it's so time consuming. {otherPain} is more of a frustration.

R: What are the pain points that made you take this call?
C: How much time do you have? No, seriously, it's {pain}. Everything we do about it is manual, and every manual process depends on somebody who remembers.
R: And what else?
C: {otherPain}, I'd say. (It's a bottleneck when we're busy.|It's not as bad, but it's every day.)

R: If you could fix one thing tomorrow, what would it be?
C: {pain}, without a doubt. It's inefficient, it frustrates everybody, and we have been trying to solve it for {years} years.
R: Why is it so hard to solve?
C: Because it's connected to everything else. If we improve one thing, another gets slower. (Like {otherPain}.|You pull here and it moves over there.)
`,
  impact: `
R: How much time does that cost you, if you had to put a number on it?
C: (I would say {hours} hours a week.|Somebody counted once, it was {hours} hours a week.) Across everybody, that is.
R: {hours} hours a week. And if you had those back, what would you do with them?
C: More jobs. Simple as that. We turn work down at the moment, (because we can't fit it in|which hurts).

R: What happens if you don't change anything?
C: Then we'd have to hire another dispatcher, (probably two|at least one). And {dispatchLead} would leave at some point, which is what I'm really afraid of.
R: So it's not only about money.
C: No. But it is also about money. {boss} looks at the margin every month, and it went down by {percent} since last year.

R: Who feels that the most, would you say?
C: The customers first. Then my team, because they get shouted at. (And then me, because I get the emails.|I'm third in line.)
R: Have you lost customers over it?
C: One for sure. (A big one, with {visits} sites.|They had {visits} visits a month with us.) They said it to my face: you do good work but you never come when you say.
R: (Ouch, that must have been hard.|That must have been hard to hear.)
C: It was. It's why we are talking.
`,
  goals: `
R: If we talk again in a year, what would have to be true so that you'd say it was worth it?
C: I'd say three things. The phones are quiet, the technicians do one more job a day, and I can answer {boss} when there's a question about numbers, without a week of work.
R: One more job a day, how did you get to that?
C: It's the main goal for this year. {reference} told us they got there, (so why shouldn't we|and they're not smarter than us).

R: What's your top priority for the next six months?
C: To get {pain} under control before {deadline}. Everything else can wait.
R: Why before {deadline}?
C: Because (that's when the work doubles|then nobody has time to learn anything new).

R: What are you trying to achieve with a new system, apart from getting rid of {toolName}?
C: Our goal is to grow without hiring in the office. {techs} technicians today, maybe half as many again in two years, with the same {dispatchers} dispatchers.
R: (That's ambitious.|I like that.) It's doable, we have seen it, but not with {toolName}.
C: (No, not with {toolName}.|Exactly my point.)
`,
  customerStory: `
R: Can you give me an example from the last few weeks?
C: Oh, I can give you one from Tuesday. We had a technician drive to a site on the other side of {city}, about an hour. He gets there and the door is locked, because the customer had moved the visit. The customer did call us, and somebody wrote it down, but it never made it into {toolName}. So he drives back. In the meantime there is an emergency two streets from where he started in the morning. We send another one, who is forty minutes away and doesn't have the right parts. By the end of the day we had two angry customers, two technicians who didn't talk to us, and not a single finished job between them.
R: Wow. (Is it always like that?|Is every week that bad?)
C: Not that bad, no. But a smaller version of it happens every other day.

R: What made you start looking, was there a moment?
C: Yes, there was. In spring we had an audit by one of our biggest customers. They wanted to see the service reports of the last year for their {equipment}. All of them, signed. So we started looking. Some were on paper in the vans, some were photos on somebody's phone, some were in emails. It took {dispatchLead} and me almost two weeks, in the evenings. We found about eighty percent. For the others we had to go to the customer and say, we were there, we did the work, but we can't prove it. That was the most embarrassing meeting I've had in {years} years. After that I told {boss}, either we do something about it or you go to the next one.
R: (I can imagine.|That sounds painful.) And what did {boss} say?
C: {boss} said, find something. So here I am.

R: How do the technicians feel about the way it works today?
C: They have their tricks. Everybody has their own way, you know. One of them writes everything on his hand, I'm not joking. The younger ones take pictures of everything and then never upload them. The older ones know all the customers and don't need a plan, as long as it's their customers. It only becomes a problem when somebody else has to take over. Then nobody knows which key is for which door, what was done last time, or that the dog bites. And I don't want to make it sound as if they were lazy. They're good people and they do good work. They just spend a good part of the day on the phone or in traffic.
R: So what would be in it for them, if you changed it?
C: Fewer calls from us. And getting home on time.
`,
  competitor: `
R: Are you looking at other vendors as well?
C: We are. We had a demo with {rival} last week, and we've got one with {otherRival} coming up.
R: (Good, you should compare.|That makes sense.) What did you like about {rival}?
C: It looked nice. And they were cheaper, I have to say. What I wasn't sure about is (whether it works without a signal|how it handles more than one branch).
R: Did you ask them?
C: I did, and the answer was long. (Long answers make me nervous.|You know what I mean.)

R: Have you tried to solve this before?
C: Two years ago we bought {rival}. We switched it off after {months} months.
R: Can I ask what went wrong?
C: The office liked it and the technicians didn't. It needed five clicks for everything and it lost data in basements. After a month they went back to calling us. And support took days to answer.
R: That's useful to know. (I'd be skeptical too.|So anything new has to work in the field first.)
C: Exactly. If it doesn't work in a basement, I don't need it.

C: What is the difference between you and {rival}? On the website you all say the same thing.
R: (Fair question.|I get that a lot.) The honest answer is that {rival} is good for companies that do one kind of visit all day. Where we're different is mixed work, maintenance and repairs in the same plan, and that the app works offline. If you only did installations, I'd tell you to compare the price and take the cheaper one.
C: (That's the first time somebody says something nice about a competitor.|We're very much mixed.)
R: I'd rather you find out now than in six months.

C: {otherRival} told us that you are the expensive ones.
R: Per user that's true, they start lower. They charge for the mobile app separately, though, and for support. Did they mention that?
C: (No, they did not.|It was in the small print, I think.)
R: I don't want to talk about a competitor too much. But ask them for the total cost for {seats} users, with everything, for three years. Then we compare.
C: I'll do that.
`,
  pitch: `
R: Let me tell you in one minute what we do. {us} is where the whole day of a field team lives. The dispatcher sees one board with all technicians and all jobs, and moves things around by dragging them. The technician sees their own day on the phone, with the way, the history and the parts. The customer gets a message with a time that is true. And you see the numbers without asking anybody. That's it, really. Everything else is details.
C: Okay. And that's in the cloud?
R: It is, yes. The phone keeps what it needs, so a basement is no problem.

R: Would it help if I tell you how {reference} does it?
C: Please.
R: They had about the same size as you, and the same trouble with {pain}. They put all jobs on one board in the first week. In the second week the technicians got the app. What surprised them is how quickly the calls stopped, from around two hundred a day to thirty. After {months} months they did {percent} more visits with the same people. I'm not saying it'll be the same for you. But it shows where the time was hiding.
C: {percent} more visits is a lot. (I'd like to talk to them.|Could I speak with somebody there?)
R: I can set that up, they're happy to talk.

R: So what we'd do for you is three things. First, one plan that everybody can see, so {toolName} can retire. Second, an app for the technicians that works without a signal. And third, your customers know when somebody comes. From what you told me, that would take care of most of {pain} and {otherPain}.
C: It sounds good. But everything sounds good (on a call|when somebody sells it).
R: (That's fair.|I agree.) That's why I'd rather show it than talk about it.
`,
  budget: `
R: Can we talk about the budget for a moment? Is there something set aside for this?
C: There is a line in the budget for this year, yes. I can't tell you the number, but it's not huge.
R: I don't need the number. Would something around {total} a year be completely out of the question?
C: No. It's (not out of the question|at the upper end), but I'd need a business case. {financeLead} will want to see the return on investment.
R: We can do that together. I have a sheet for that, we put in your {hours} hours a week and it does the rest.

R: How do purchases like this work at {account}? Is it your budget?
C: Up to a certain amount, yes. Anything above goes to {financeLead}, and then to {boss}.
R: And is the money there this year, or is this a topic for the next fiscal year?
C: If I can show that it pays for itself, the money is there. {boss} is not afraid to invest. {boss} is afraid to invest twice.

C: What does it cost, roughly? I don't want to waste your time.
R: For a team of your size it's {price} per user per month. With {seats} users that'd be about {total} a year.
C: Hm. (That's more than I expected.|Okay, that's in the range.) Is that the list price?
R: It's the list price, with everything included. What did you expect?
C: I had no idea, honestly. We pay nothing for {toolName}. (Well, we pay in other ways.|At least it feels like nothing.)
`,
  decision: `
R: Who else needs to be part of the decision?
C: {boss} makes the final decision, as {bossTitle}. But {boss} won't go against me and {financeLead}. And {technologyLead} has to approve anything that touches our network.
R: Okay. Should {technologyLead} see it early, or is that better later?
C: Early. If {technologyLead} says no at the end, we've all wasted our time.
?R: And what does {technologyLead} usually ask about?
?C: Single sign on and backups. Always backups.

R: How does a decision like this get made at {account}?
C: We look at two or three, we make a list, and then I go to {boss} with a recommendation. There's no committee, if that is what you mean.
R: (That's refreshing.|Nice.) And what would be on that list?
C: Does it work in the field, does it talk to {ledger}, and what does it cost. In that order. If the technicians say no, the other two don't matter.

R: What does your buying process look like from here?
C: I need to run it by {boss}. Then {financeLead} looks at the numbers, and if it's above the limit procurement asks for three quotes.
R: Do you think you'll be above the limit?
C: Probably. (But I have two other quotes already, so that's not a problem.|So please don't be offended if I ask {rival} for a quote.)
R: (Not at all.|That's completely normal.)
`,
  timeline: `
R: When would you want this to be up and running?
C: Before {deadline}. (After that nobody has a free minute.|If we miss that, we'll talk again next year.)
R: Then let's count backwards. We need about {weeks} weeks for the implementation. So the decision should be made in about a month. Is that realistic?
C: It's tight. But it's realistic if {boss} likes it.

R: Is there a date that we have to work towards?
C: Our contract with the old provider ends at (the end of the quarter|the end of the year), and it renews automatically unless we cancel.
R: What's the notice period?
C: Three months, I think. I'd have to look it up.
R: Please do, that's the real deadline then.
`,
} as const;
