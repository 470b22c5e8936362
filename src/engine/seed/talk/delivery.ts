/** Putting it to work. Written as `readExchanges` reads it. */
export const delivery = {
  integration: `
C: How does it connect to {ledger}?
S: There's a ready integration. Customers and price lists come from {ledger}, and finished jobs go back as draft invoices. It syncs every five minutes.
C: In both directions?
S: In both, but each thing has one owner. A customer's address belongs to {ledger}, so you change it there. Otherwise the two systems fight.
C: (That makes sense.|We know that fight.) And if something can't be synced?
S: Then it's on a list, with the reason, and somebody gets an email. It doesn't disappear silently.

C: Do you have an API? We built a few things of our own.
S: We do, and webhooks. Everything that you see on the screen is also in the API. What did you build?
C: A small portal where the managers of those {sites} can report a fault. It writes into {toolName} now.
S: It could write into {us} directly. It's one call to create a ticket. I can send you the documentation and a key for the test system.
C: Please do. There's one person here who can program, and he's quite good.
?S: If he gets stuck, he can write to our support, real engineers answer there.

C: We use Salesforce for sales. Does it sync with that?
S: Yes. Accounts and contacts come over, and when a deal is won, it can create the first job by itself. Do you use it for anything else?
C: Only for sales. The technicians never touch it.
S: Then I'd keep it small. Accounts in one direction, the service history in the other, so that your sales people see when a customer is unhappy.
C: They'd love that. (They always find out last.|Right now they ask me.)
`,
  migration: `
R: Let's talk about the data migration. What do you have, and in which shape?
C: We've got about four thousand customers in {ledger}, and the service history in {toolName}. The history is a mess.
R: How far back do you need it?
C: Two years would be nice. For {equipment} under contract we need everything.
R: Okay. I suggest we import the customers and the contracts automatically, and the history as attachments. So you can find it, but we don't try to make it tidy.
C: I'm fine with that. Who does it?
R: You export the files, we do the rest. Before the real import there's a test import, and you check twenty customers that you know well.
C: {dispatchLead} can do that. {dispatchLead} knows all of them.

R: Did you manage to export the customer list?
C: I did, but it has a lot of duplicates. The same customer three times with different spelling.
R: That's normal. We run it through a tool that finds those, and you decide which ones to merge. How many lines are there?
C: Around six thousand. I think it's really four thousand customers.
R: That's two hours of work for somebody who knows them. It's the best two hours of the whole project, believe me.
C: (I'll find somebody.|I'll do it myself, on Sunday, with music.)
`,
  training: `
R: For the training I'd suggest two groups. The dispatchers get two sessions of ninety minutes. The technicians get forty five minutes, in small groups, on their own phones.
C: Forty five minutes is good. After an hour they look out of the window.
R: Can you get ten of them into a room at the same time?
C: At seven in the morning, with breakfast. (Breakfast always works.|For free food they'd come at five.)
R: Then breakfast it is. We record one session for those who can't come.

R: Who would be your key users, the people that others ask?
C: {dispatchLead} for the office. In the field I'd take two, one young and one who hates everything.
R: I like the one who hates everything. If he's happy, everybody is.
C: That is what I thought. He's already got questions.
R: Let's train those three first, next week, and they train the others with us. People believe a colleague more than they believe me.
C: That's true, no offence.
R: None taken.
`,
  pilot: `
R: I would start with one branch, for {weeks} weeks. Real jobs, real customers. What should be true at the end so that you say, let's roll it out?
C: The technicians use it without being asked. And no visit gets lost.
R: Can we put a number on the first one?
C: Nine out of ten jobs closed in the app.
R: Okay, nine out of ten. And for the second, zero lost visits. I'll write those into the plan as the criteria.
C: And if we don't get there?
R: Then we find out why before anybody else gets it. That's what a pilot is for.

C: I'd like to do a proof of concept before we commit to all {seats} users.
R: That's possible. We'd set up one branch with your data, {weeks} weeks, ten users. It's free if we agree today on what decides it.
C: What do you mean, what decides it?
R: I'd like to know now what makes it a success. Otherwise we're discussing in {weeks} weeks whether it was one.
C: Fair. The app has to work offline, the plan has to be right in the morning, and {dispatchLead} has to like it.
R: Two of those I can measure. For the third I'll be very nice to {dispatchLead}.
`,
  goLive: `
R: So let's fix the go live date. If the import is done next week and the training the week after, we could switch on a Tuesday.
C: Why a Tuesday?
R: Because on Monday everybody's busy, and on Friday nobody wants to call support. Tuesday to Thursday are good days.
C: Then Tuesday. What happens on that day?
R: From six in the morning one of us is on a call with your dispatchers, the whole day. {toolName} stays open for reading only, so nobody can hide there.
C: (They'll try.|I'll take the keyboard away.)

C: Can we still go back if it goes wrong?
R: Yes. On the first two days you could go back within an hour, because we export the plan every evening. Nobody has ever done it, but it helps people sleep.
C: It'd help me sleep.
R: And after the first week there's a short call every day at eight, fifteen minutes, until you say that you don't need it anymore.
C: That sounds good. Who's my contact if something's not working?
R: Me, and the support team around the clock. I'll send you the number.
`,
  homework: `
R: Let me sum up the action items. You send us the customer export and the list of users. We set up the account and the integration with {ledger}.
C: By when do you need the list?
R: By the end of the week would be perfect. Name, phone number and branch is enough.
C: {dispatchLead} has that. (I'll forward it tomorrow.|You'll get it on Thursday.)

R: So what's on your list now?
C: The export, the three key users, and breakfast.
R: And on mine is the test import, the training plan and a message to your IT about single sign on. Did we forget anything?
C: The logo. You asked me for the logo.
R: (Right, the logo.|Thank you. The logo, in a large size.)
`,
} as const;
