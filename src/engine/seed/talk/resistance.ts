/** What speaks against it. Written as `readExchanges` reads it. */
export const resistance = {
  coldPitch: `
R: We help {trade} companies with {pain}. One of them, {reference}, had {dispatchers} dispatchers on the phone all day, and after {months} months their technicians did {percent} more visits. I don't know if you have the same problem. Do you?
C: (Everybody in this business has that problem.|Well, we do, yes.|Some of it sounds familiar.)
R: What does it look like at {account}?

R: The short version is that we make the planning of field work a lot less painful. Most people I talk to struggle with {pain} or with {otherPain}. Is either of those a topic for you?
C: {pain}, definitely. {otherPain} not so much.
R: Interesting. How do you deal with it today?
C: With {tool}. (And a lot of patience.|And it shows.)

R: I've got one question. If a technician calls in sick at seven in the morning, how long does it take until the day is planned again?
C: (Hm. An hour, on a good day.|Until lunch, if I'm honest.)
R: That's what most people tell me. What we do is bring that down to five minutes. Would that be worth a conversation?
C: It depends. (Everybody promises something like that.|How would you do that?)
R: One board that everybody can see, and an app for the people in the field. I can show you in half an hour.
`,
  coldObjection: `
C: Look, to be honest, we already have something for that.
R: May I ask what you use?
C: {tool}. It's not perfect, but it works and everybody knows it.
R: I understand. Most of our customers said the same thing before they saw it. If there were one thing you could change about it, what would it be?
C: (Hm. That only one person understands it.|That it can't tell me what happened last month.)
R: That's exactly what I'd like to show you. (It wouldn't mean that you have to decide anything.|Just to see what it could look like.)

C: This isn't a good time. We have the busy season coming and I'm two people short.
R: I hear you. When does it get quieter?
C: It never does. (Maybe after {deadline}.|Ask me again after {deadline}.)
R: Can I be a little direct? Two people short is the reason why some companies do it now. It's {weeks} weeks of work, and after that the ones you have can do more.
C: You may be right, but I can't promise that I'd have time for it.
R: Half an hour is all I ask for. If it doesn't fit after that, I'll leave you alone.

C: I'm not interested in buying any software right now.
R: That's fine, I'm not trying to sell you anything today. Are you happy with how it works?
C: Happy is a big word.
R: What keeps you from being happy with it?
C: Well, {pain}, mostly. But we tried to fix that before, and it cost us a lot of money and it didn't work.
R: What did you try?
C: {rival}. It's still somewhere on a server, I believe.

C: Can you just send me some information by email?
R: I can, and I will. But you'd get a PDF that says that everything is great, and it wouldn't answer your questions. What would you want to find in it?
C: What it costs, and whether it can do more than one branch.
R: It's {price} per user per month, and yes, it can. Now you don't need the email anymore.
C: (Ha. Okay.|Fair enough, that was quick.)

C: We don't have the budget for that. {boss} stopped all spending until {deadline}.
R: Understood. Is that for everything, or could you still do something that pays for itself within the year?
C: You'd have to prove that. Nobody believes those numbers anymore.
R: What would be a proof for you?
C: Somebody in {trade} who tells me so. Not a brochure.
R: Then I'd like you to talk with {reference}.
`,
  objection: `
C: My concern is that the technicians won't use it. That's what happened the last time.
R: What would be different if they had chosen it themselves?
C: I don't know. They'd complain less, maybe.
R: What worked elsewhere was to give it to the three loudest ones first. Let them find everything that's wrong with it, for two weeks. If they say no, you don't buy.
C: I know exactly who those three are. (One of them will break it in a day.|They'd love to be asked, actually.)

C: To be honest, I'm not convinced that we need all of that. Half of the features I saw we'd never use.
R: Which half?
C: The stock, the portal, the automations. We need a board, an app and the messages.
R: Then use those three. You can switch off everything else, and nobody will see it. Is it the price that worries you, or that it's too much for people?
C: That it's too much. (My dispatchers are not computer people.|{dispatchLead} still prints emails.)
R: Let {dispatchLead} try it for one hour. If it's too much, I'll believe you.

C: It's too expensive. I've said it now.
R: Thank you for saying it. Too expensive compared to what?
C: Compared to {rival}. And compared to what we have, which costs nothing.
R: Does it cost nothing? You told me {hours} hours a week.
C: Yes, but nobody sends me an invoice for those.
R: That's true. What would it have to cost so that you'd say yes today?
C: If you'd ask me like that, about {discount} less.

C: What worries me is the switch. We can't stop for a week to learn something new.
R: Nobody stops. You'd run both for {weeks} weeks, one branch after the other. The first branch will hate me for about three days.
C: Only three days?
R: On the fourth day the phone is quiet, and then they ask why they didn't do that before. What would be the best branch to begin with?
C: {city}. It's the smallest, and they're patient people.

C: I'm a little hesitant because you're not a very large company. What if you're gone in two years?
R: It's a reasonable question. We've been around since 2017, we have several hundred customers and we're profitable. And you can export everything at any time, without asking us.
C: In what format?
R: Spreadsheets, and all files and reports as PDF. It's in the contract as well.
C: Okay, that helps. (I'd want to see that paragraph.|Please point me to that paragraph.)

C: We need to think about it. It's a big step for a company like ours.
R: Of course. What exactly do you need to think about? I'm asking because maybe I can help with some of it.
C: Mostly whether we can do it before {deadline}. If we start and don't finish in time, it's worse than before.
R: So if I gave you a plan with dates, where you could stop after every step, would that help?
C: It would. (Can you write that down for me?|That is something I could show to {boss}.)
`,
} as const;
