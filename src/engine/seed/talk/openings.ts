/** How calls begin. Written as `readExchanges` reads it. */
export const openings = {
  coldGreeting: `
C: (Hello, {custFull} speaking.|{account}, this is {cust}.|{cust} here.)
R: Hi {cust}, this is {rep} (calling from|from|over at) {us}. Did I catch you at a bad time?
C: (Well, I'm between two things.|I have a few minutes.|It's always a bad time, but go ahead.) What is this about?
R: I'll be brief. The reason for my call is that we work with a lot of companies in {trade}. Can I take thirty seconds to tell you why I'm calling, and then you tell me whether we should keep talking?
C: (Sure, thirty seconds.|All right, go ahead.|Okay, the clock is running.)

C: (This is {cust}.|{cust} speaking.)
R: (Hi|Hello|Good morning) {cust}, my name is {repFull}, I'm with {us}. (How are you today?|How's it going?)
C: (Fine, thanks.|Busy, to be honest.|Not too bad.) Do I know you?
R: No, we haven't spoken before, this is a cold call. I read that {account} (opened another branch in {city}|is hiring technicians in {city}|won the contract for those {sites} in {city}), and that usually means somebody has a lot of planning to do.
C: (That somebody would be me.|You could say that.|Ha, yes, that's my whole week.)
R: (Then|In that case) can I ask you one or two questions about how you plan the day for your crews?
C: Two questions, (fine|okay|go on).

C: Hello?
R: Hi, is this {cust} at {account}?
C: It is. Who is this?
R: This is {rep} with {us}. I sent you a short email last week about scheduling for {trade} teams, (you may not have seen it|I know those pile up).
C: I think I saw it. (I get ten of those a day.|I didn't read all of it.)
R: That's fair. (Is this a good time for two minutes?|Do you have two minutes?)
C: (Two minutes, yes.|If it really is two minutes.)

C: {account}, good morning.
R: Good morning. Am I speaking with {cust}?
C: Yes, speaking.
R: {cust}, {rep} from {us} here, on a recorded line. A colleague of yours told me that you are the person who looks after the technicians' schedule. Is that right?
C: That would be me, (for better or worse|yes|among other things).
R: (Great.|Good, then I have the right person.) I'd like to find out if what we do is of any use to you. Is now all right?
C: (I have a meeting at half past, so let's be quick.|Go ahead, I'm listening.)
`,
  inquiryGreeting: `
R: Thank you for calling {us}, this is {rep}. How can I help?
C: Hi {rep}, my name is {custFull}, I'm with {account}. We do {trade}. I was looking at your website (last night|this morning|over lunch) and wanted to ask a few things.
R: (Happy to help.|Of course.|Wonderful.) Just so you know, this call is recorded for training. What made you look for something like {us} (right now|at this point)?
C: (Mostly {pain}, if I'm honest.|Honestly, we are drowning in {pain}.) And we grew a lot (last year|this year), so the way we used to do things (doesn't really work any more|is falling apart).

R: {us}, {rep} speaking, good (morning|afternoon).
C: Yes, hello. I filled in the form on your page (yesterday|on Monday) and somebody said I could also just call.
R: Absolutely. (Let me pull up your request.|One moment, I'll find it.) You're {cust} from {account}, is that correct?
C: That's me.
R: (Perfect.|Great, I have it here.) You wrote that you want to do something about {pain}. Can you tell me a little more about that?
C: Sure. It has been a sore point for (a while|years|as long as I've been here), and {boss} finally asked me to look at what is out there.

R: Thanks for calling {us}. My name is {rep}, who am I speaking with?
C: {custFull}, from {account} in {city}. {reference} told me about you, actually.
R: Oh, that's nice to hear. (They have been with us for {years} years.|They're lovely people to work with.) What did they say?
C: That their dispatchers go home on time now. (I thought that was a joke.|I would like that too.)
R: It's not a joke, I promise. What would have to change for yours to go home on time?
`,
  meetingGreeting: `
R: Hi {cust}, can you hear me okay?
C: (Yes, loud and clear.|I can hear you, yes.|Now I can, one second, I was on the wrong headset.)
R: (Great.|Perfect.|Good.) (Nice to see you.|Good to see you.) The call is being recorded so that I don't have to take notes all the time, I hope that's all right.
C: (That's fine.|No problem.|Sure, as long as I get the notes too.)

C: Hello? I don't think my camera works.
R: That's okay, I can hear you well. Hi {cust}, thanks for joining.
C: (Sorry, I'm two minutes late.|Sorry about that, the last meeting ran over.)
R: (No worries at all.|Don't worry.) This call is recorded on our side. Is that fine with you?
C: Yes, (that's fine|go ahead|no problem).

R: Good (morning|afternoon), {cust}. Thank you for joining us today.
C: Good (morning|afternoon). (Give me a second, I need to close a few windows.|Can you see me?)
R: (I see you and I hear you.|Good to see you.) I'm recording the call if you don't mind, I'll send you the link (later|afterwards).
C: (Sure.|I don't mind.) That helps, (I can show it to {dispatchLead}|others wanted to come but couldn't).

R: {cust}, hello. Did the link work?
C: On the second try. (The first one opened in the wrong browser.|I clicked on last week's.)
R: (That happens to me all the time.|Glad you made it.) Before we start, the call is recorded, is that okay?
C: (That's okay.|Of course.)
`,
  groupGreeting: `
needs S
R: Hi everybody. {cust}, can you hear us okay?
C: (Yes, we can hear you.|Loud and clear.)
R: (Great.|Perfect.) With me today is {second}, (who knows far more about the details than I do|one of our specialists).
S: Hello, nice to meet you. I'm {second}, I'll try to answer everything that {rep} can't.
C: (Nice to meet you too.|Good to meet you, {second}.)
R: The call is being recorded, I hope that is all right with everybody.
C: That's fine (for us|with me).

needs D
R: Hello {cust}. And is that {other} with you?
D: Hi, yes, this is {other}.
C: I asked {other} to join us because (we would have to decide this together|I would forget half of it otherwise).
R: (The more the better.|I'm glad you did.) Nice to meet you, {other}. Can you both see my screen?
D: (Yes, we can see it.|It's a bit small, but yes.)
R: Wonderful. And the call is recorded, so nobody needs to write things down.

needs S D
R: Good (morning|afternoon), everyone. Let me quickly introduce us. I'm {rep}, and this is {second}, who will help me with the harder questions.
S: Hi all. (Good to be here.|Thanks for having me.)
C: And on our side it's me and {other}.
D: Hello. (I brought a few questions.|I have a list of questions, I hope that's okay.)
S: (Questions are what I'm here for.|That is perfect.)
R: Are you fine with the call being recorded?
C: Yes, we are.

needs S
C: Hello, can you hear me? I only see two black squares.
R: We can hear you, {cust}. The camera needs a moment. That other square is {second}.
S: Hi {cust}. (I promise that I have a face.|Now you should see me too.)
C: There you are. (Good to see you both.|Nice to meet you, {second}.)
R: Thanks for joining. I'm recording this, if nobody minds.
C: (I don't mind.|Go ahead.)

needs D
C: Hi {rep}. I've brought somebody along, this is {other}, {other} works with me.
D: Hello, nice to meet you.
R: Nice to meet you, {other}. Can both of you hear me okay?
D: (Yes, very well.|A little quiet, but yes.)
R: Okay, I'll move closer to the microphone. The call is recorded, is that fine with you?
C: Yes, that's fine.

needs S D
R: Hello everyone, thanks for joining us. Should we wait for anybody else?
C: No, we're complete. {other} is here, and I am.
D: Hi. I can hear you well, but I don't see a screen yet.
R: That comes later. I've asked {second} to be here, in case that we get to the technical details.
S: Which I hope we do. Nice to meet you both.
R: And before I forget it, this call is being recorded.
C: (No problem.|That's all right.)
`,
  smallTalk: `
R: How was your weekend?
C: (Good, thanks.|Too short, as always.) We took the kids to the lake and it (started to rain after ten minutes|was the first sunny day in weeks).
R: (Oh no.|That sounds lovely.) We had nothing but (wind|sunshine) here.
?C: Well, at least nobody got sunburned.

R: Where are you based, by the way? In {city}?
C: Close to {city}, yes. Have you ever been here?
R: Once, for a wedding. I remember the food (very well|more than the wedding).
C: (Then you saw the best part of it.|Ha, that is what everybody remembers.)

C: How's the weather where you are?
R: (Hot. Too hot to think.|It has been raining since Sunday.|Actually quite nice today.) And yours?
C: (Grey.|We have snow, can you believe it?|Same here.) Good for business though, everything breaks when the weather turns.
R: (I bet.|That's what all our customers tell me.)

R: Did you have a good holiday?
C: We did, thanks for asking. (Two weeks without email.|I came back to four hundred emails.)
R: (That sounds like heaven.|I know the feeling.)
?C: And on the first morning back the coffee machine was broken.

R: You have a lot of boxes behind you. Are you moving?
C: We moved offices (last week|on Friday). I still can't find my good headset.
R: (Well, you sound fine.|Moving is the worst.) I hope the coffee machine arrived first.
C: It did. We have our priorities.

C: Did you watch the game last night?
R: I fell asleep (at half time|in the second half). Please don't tell me how it ended.
C: (Then I won't. But you should watch it.|Let's just say that my son is very happy today.)
R: (Fair enough.|Now I'm curious.)

R: How are you today?
C: (Good, good.|A bit tired.) My flight from {city} was late, so I had about four hours of sleep.
R: Oh no. I'll try not to be boring then.
C: (I have coffee, I'll manage.|Please do, I have coffee for the rest.)

R: Is that a dog I hear?
C: Yes, sorry, that's Biscuit. (The mail just came.|He thinks every call is for him.)
R: No need to be sorry. (Mine does the same.|I like him already.)
?C: He'll calm down in a minute.
`,
  agendaDiscovery: `
R: So, for today I thought I'd mostly ask questions, so that I understand how you work. Then I tell you in five minutes what we do, and at the end we decide together whether a demo makes sense. Does that work for you?
C: (That works.|Sounds good to me.) I have until (the top of the hour|a quarter to).

R: (Thanks again for taking the time.|Thank you for your time today.) My agenda for today is short. I'd like to hear how things are done at {account}, what bothers you most, and who else cares about it. Anything you want to add?
C: I would like to get a feeling for what it costs. (A rough number is enough.|Nobody ever says it before the third call.)
R: (Fair enough, we'll get to that.|I'll give you a number today, I promise.)
`,
  agendaDemo: `
R: So last time you told me about {pain} and {otherPain}. I'd like to show you how that looks in {us}, with data that is close to yours. Please stop me whenever you like. Is there anything you want to see in particular?
C: (The mobile side, because that's where the last one failed.|How quickly a dispatcher can change the plan, that is what I care about.)
R: (Good, we'll spend most of the time there.|Then I'll start with exactly that.)

R: Before I share my screen, has anything changed since we last spoke?
C: (Not really. {pain} got worse, if anything.|We lost another dispatcher, so it's more urgent now.)
R: (I'm sorry to hear that.|That makes today more useful, I hope.) I've prepared a demo account that looks like {account}, with {branches} and about {techs} technicians. It should feel like home.
`,
  agendaSecurity: `
R: Today is about security and data protection, so I'll say as little as possible. You sent us a list of questions, (and we have the answers here|and I think most of it is answered in the document I sent back).
C: Right. I went through the document, (it's good|most of it is fine). I have a few points where I want to hear it from a person.

R: As I understand it, nothing goes live at {account} without your approval, {cust}. So what do you need from us?
C: I need to know where our data is, who can see it, and what happens when something goes wrong. (If those are fine, the rest usually is.|In that order.)
`,
  agendaPricing: `
R: You have the quote in front of you, I hope. I'd like to go through it line by line, so that there are no surprises, and then talk about how we get to a decision.
C: Yes, I have it open. (I have a few questions.|I'll be honest, I looked at the last page first.)
R: (Everybody does.|Let's start there, then.)

R: The purpose of this call is the proposal. (Did you have a chance to read it?|Were you able to look at it with {boss}?)
C: (I did, yes.|Briefly.) The scope is right. It's the commercial part that we need to talk about.
R: (Good, then let's talk about that.|That's what I'm here for.)
`,
  agendaLegal: `
R: Your legal team sent the contract back with redlines (on Tuesday|yesterday|last night). There are (six|seven|nine) of them, and I think we can settle most of them right now.
C: (I hope so.|That would be good.) Our lawyer is on holiday from Friday, so it's now or in three weeks.

R: So this is about the master service agreement. I've marked what we can accept in green and what we need to discuss in yellow.
C: I like colours. How much yellow is there?
R: Three clauses, that's all. (Shall we go through them?|Can we start with the first one?)
`,
  agendaKickoff: `
R: Welcome on board, officially. Today we make a plan for the implementation, who does what until when, and I would like everybody to leave with exactly one homework.
C: (One I can do.|I was afraid you'd say that.) We're quite excited, to be honest.
R: So are we. Let me put the timeline on the screen.

R: Thanks for making time for the kickoff so soon after signing. I've got three things: the data migration, the training, and the go live date. Where would you like to start?
C: With the date. (Everybody keeps asking me.|{boss} asked me twice today.)
`,
  agendaReview: `
R: It has been a few weeks since you went live, so I want to look at the numbers with you, hear what doesn't work yet, and see what we can do next. Okay?
C: Okay. I have (two|three) complaints and one compliment.
R: (Complaints first, please.|Then let's begin with the complaints.)

R: So this is our regular review. I looked at your account this morning, and there is good news and one thing I'd like to ask about. How do you feel about it so far?
C: Mostly good. The technicians (like it more than I thought|have stopped grumbling), which is a miracle.
R: (I love to hear that.|That is the hardest part, so well done.)
`,
  agendaRenewal: `
R: Your subscription comes up for renewal in about two months, so I wanted to talk early. I'd like to hear what you got out of it this year, and then we look at what next year should be.
C: (Good that you call early.|I have it in my calendar too.) {boss} asked me last week what we are paying for, so I need to prepare something anyway.
R: Then let's prepare it together.

R: I'd like to talk about the renewal today, and about your plans. Is it still the same team, {techs} technicians?
C: A few more, actually. We are (hiring in {city}|taking over a smaller company), so it'll be around ten more by {deadline}.
R: (Congratulations!|That's great news.)
`,
} as const;
