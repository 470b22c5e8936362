/** How calls end. Written as `readExchanges` reads it. */
export const closings = {
  bookedFromPhone: `
R: So what I'd suggest as a next step is thirty minutes on video, with whoever plans the day. How does {nextDay} look for you?
C: {nextDay}. (Morning or afternoon?|Let me look at my calendar.)
R: Would {nextTime} work?
C: {nextTime} is fine. (Don't be late.|Send me an invite.)
R: I'll send you the invite right now. Which email should I use?
C: The one on our website works, (it ends up with me|I read that one).
?R: And is there one thing that you'd want me to prepare?
?C: Something with more than one branch. That's where it always breaks.

R: I think it makes sense to look at it properly. Can we find half an hour, say {nextDay}?
C: What time?
R: I have {nextTime}.
C: Okay, {nextTime}. But half an hour, not more.
R: Half an hour, I promise. I'll send you a calendar invite, and a short email with what we talked about.
C: All right.

R: Could I show you that on {nextDay} at {nextTime}?
C: (Hm, let me check. Yes, that's possible.|That works for me, actually.) Should I bring somebody?
R: If {dispatchLead} could be there, that'd be great. The person who'd use it all day always sees things that we don't.
C: I'll ask. No promises.
R: Perfect. The invite is on its way.
`,
  booked: `
R: Let's talk about next steps. I'd send you a summary and the recording today, and then we meet again on {nextDay}. Would {nextTime} work for you?
C: {nextDay} at {nextTime}. Yes, that works. Can you invite {technologyLead} as well?
R: Of course, send me the address or just forward the invite.
C: I'll forward it.
?R: And in the meantime, is there anything you need from me?
?C: The answer about {ledger}, that would be good to have before.

R: What would be a good next step from your point of view?
C: I need a day or two to talk to people here. Then we should go on. What about {nextDay}?
R: {nextDay} is good. I could do {nextTime}.
C: {nextTime} it is.
R: I'll send a calendar invite. And I'll put the open questions into an email, so that nothing gets lost.
C: (Please do, I'd forget half of them.|Good, then I can forward that.)

R: We have five minutes left. Shall we book the next call right away?
C: Yes, otherwise it takes three weeks. I'm out tomorrow. {nextDay} would be possible.
R: At {nextTime}?
C: (At {nextTime}, perfect.|Fine with me.)
R: Great, it's in the calendar. Before that I'll get back to you with the answers to the two things I didn't know.

C: So how do we go on from here?
R: I'll follow up by email today, with what we said and who does what. Then I'd like to speak again on {nextDay}, {nextTime}, for about forty minutes. Does that fit?
C: It does. I'd like to have something in writing until then, that I can show to {boss}.
R: You'll have it tomorrow by noon.
C: (Great.|Perfect, thank you.)
`,
  open: `
R: How should we go on? I could call you back next week.
C: Let me come back to you. I need to talk to {boss} first, and {boss} is traveling until Thursday.
R: Is it okay if I send you the recording and touch base at the end of next week?
C: That's okay. (If you don't hear from me, it's because of work, not because of you.|Just don't call every day.)
R: (I won't.|Agreed.) I'll follow up with an email today.

R: What do you need from me so that you can decide?
C: Time, mostly. And the numbers in an email, so I can forward them.
R: You get the email within the hour. Should I reach out to you, or do you call me?
C: I'll call you. Let's say in two weeks.
R: Then I'll put a note in my calendar, and if I hear nothing, I send you a friendly reminder.
C: Friendly reminders are fine.

C: I can't give you a date today. There's too much going on.
R: I understand. Would it make sense to talk again after {deadline}?
C: After {deadline}, yes. Send me a message then.
R: I will. And if anything changes before, you've got my number.
C: I do. (It's on my screen.|I saved it.)
`,
  lost: `
C: I'll be straight with you. I don't think that we'll do this, at least not this year.
R: Thank you for telling me. May I ask what the reason is?
C: It's a few things. We don't have the people to introduce something new, and {boss} wants to see first how the year goes. It isn't about the product.
R: So it's timing more than anything else.
C: Timing and money. If you ask me again after {deadline}, the answer may be different.
R: Then I'll do that. And until then I won't bother you.

C: We talked about it in the team, and we've decided to go with {rival}.
R: Okay. That's a pity, but I respect that. What made the difference, if I may ask?
C: Price, mainly. And they can start two weeks earlier. It was close, you should know that.
R: I appreciate that. Would you tell me if there's something we should have done differently?
C: Be faster with the quote, maybe. You were very good otherwise.
R: That's fair feedback. If it doesn't work out, my door is open.

C: Honestly, I don't see it happening. It's not a priority for {boss}, and without {boss} I can't move.
R: Would it help if somebody from our side talked to {boss}?
C: No, that would make it worse. Believe me.
R: (I believe you.|Fair enough.) Then let's leave it here. Can I send you one email with the summary, in case it comes up again?
C: One email, yes. (Not a newsletter, please.|And take me off the other list.)
R: I'll see to it.
`,
  declined: `
C: Okay, I've heard enough, thank you. It's not for us. We're happy with our way of doing it.
R: I understand. Would you mind if I call again in half a year?
C: You can try. But I don't think anything will have changed.
R: Fair enough. Thank you for your time, {cust}.

C: I have to stop you here. I'm not the right person, and the right person isn't interested either, I asked.
R: Thanks for being so clear. Is there anything that would make it interesting?
C: If somebody pays for it. (Ha.|Otherwise no.)
R: Then I won't take more of your time. I'll note that you don't want to be called again.
C: I'd appreciate that.
`,
  won: `
R: So is there anything left that stands between us and a signature?
C: No, I think that's it. {boss} said yes this morning, under the condition that the start date holds.
R: The start date holds. I'll send the contract for signature today, to you and to {boss}.
C: Good. Then I'd say we're doing this.
R: (That's wonderful, {cust}. I'm really looking forward to it.|Welcome to {us}, {cust}.)
C: Don't make me regret it.
R: We won't. Next you'll hear from our customer success team, and the kickoff would be on {nextDay} at {nextTime}. Does that work?
C: {nextDay}, {nextTime}. It's in my calendar.

C: I've got good news, I think. We have the approval.
R: That's great! From {boss}?
C: From {boss} and from {financeLead}. They want the two years, with the discount.
R: Perfect. Then I send you the final version today, and if it's signed by Friday, we can have the kickoff on {nextDay}.
C: At what time?
R: Would {nextTime} be possible?
C: Yes. (Then let's do it.|I'll bring everybody.)
`,
  renewed: `
C: Okay, two years at the old price. I think I can get that through.
R: Wonderful. I'll send you the renewal for signature this week. Who should sign it?
C: {boss}. And put me in copy, so that I can push a little.
R: I will. I'm really glad that you stay with us.
C: (So are we. Now make the letters bigger.|So is {dispatchLead}.)

R: Can I take that as a yes?
C: You can take that as a yes. I need it in writing for {financeLead}, with the number of users and the price.
R: It's in your inbox tomorrow. And I'd like to schedule a review in {months} months, to see whether the new people are on board.
C: Do that. Send me an invite.
`,
  notRenewed: `
C: I have to tell you something, and I don't like it. We're not going to renew.
R: Oh. I didn't expect that. What happened?
C: We were bought by a larger group, and they use {rival} everywhere. It's not my decision anymore.
R: I'm sorry to hear that. Is there anybody I could speak with at the group?
C: I can give you a name, but I wouldn't get my hopes up. We'd still need an export of all our data.
R: Of course, you can do that yourself at any time, and I'll help with it. Thank you for being a good customer, {cust}.
C: Thank you. (I mean it, we'll miss it.|My dispatchers are already complaining.)

C: So, about the renewal. {boss} decided to cancel. We lost our biggest contract and we have to cut costs everywhere.
R: I'm sorry, that must be hard. Would a smaller package help? You could keep the dispatchers and half of the technicians.
C: I asked for that. The answer was no new commitment before {deadline}.
R: Okay, then I won't push. Your access runs until the end of the term, and the export is always there.
C: I know. If it goes uphill again, you're the first one I call.
`,
  goodbye: `
R: (Thank you so much for your time.|Thanks a lot, {cust}.) Have a great day.
C: (You too. Bye.|Thanks, you too. Bye bye.)
R: Bye.

R: It was really good to talk to you.
C: Likewise. (Talk soon.|See you next time.)
R: (Talk soon.|See you.) Bye.
C: Bye.

C: I have to run, there's somebody at the door.
R: No problem. (Thanks, and talk soon.|Thank you, {cust}. Bye.)
C: Bye.

R: Then I'll let you get back to work. (Have a nice weekend when it comes.|Enjoy the rest of your day.)
C: Thanks, you too. Goodbye.
R: Goodbye.
`,
} as const;
