/** Security, data protection, contracts. Written as `readExchanges` reads it. */
export const assurance = {
  signOn: `
C: Let's start with logins. Do you support single sign on?
S: Yes, with SAML and with OpenID Connect. Most customers use their existing directory, so when somebody leaves the company and you disable the account, they're out of {us} as well.
C: And for the technicians? They don't have company accounts.
S: They can log in with a phone number and a code, or with a passkey. You decide which groups have to use single sign on.
C: Is multi factor required?
S: For administrators always. For everybody else it's a switch.
C: Then I'd switch it on for everybody. (They'll hate it.|They'll get used to it.)

C: How do you deal with passwords?
S: Ideally you don't have any. With single sign on there's no password with us at all. Where there is one, it's hashed, and we check it against lists of known breaches.
C: And sessions? We had a phone stolen last year.
S: You can end all sessions of a person with one click. The data on the phone is encrypted, and it's wiped the next time the app sees the network.
C: What if it never sees the network?
S: Then after seven days without contact it wipes itself. You can make that shorter.
`,
  residency: `
C: Where is our data stored, physically?
S: You can choose the region when the account is made, Europe, North America or Singapore. It stays there, the backups too.
C: Who has access to it on your side?
S: Nobody by default. For support you can grant access for a limited time, and it's in the audit log. Four engineers can reach the production systems, with a hardware key, and every access is recorded.
C: And is it encrypted?
S: In transit and at rest. Each customer has their own key.
C: Could we bring our own key?
S: In the enterprise plan, yes. To be honest, few companies of your size need it.

C: I want to talk about personal data. We store addresses of private people, and sometimes pictures of their homes.
S: Understood. All of that is covered by the data processing agreement, with a list of what's stored and for how long. You set the retention yourself.
C: So if somebody asks us to delete everything we have about them?
S: There's a function for that. You search by name, phone or email, you see everything, and you delete it. It takes up to thirty days until it's out of the backups.
C: Thirty days is okay with GDPR, I think.
S: It is, as long as you tell them. We've had that checked by a lawyer.
`,
  certificates: `
C: Which certifications do you have?
S: SOC 2 Type 2, since three years, and ISO 27001. I can send you the reports under NDA.
C: We signed your NDA last week. When was the last penetration test?
S: In spring, by an outside company. Two medium findings, both fixed. You can have the summary.
C: Only the summary?
S: The full report we show on a screen, we don't send it around. I'm happy to set up a time for that.
C: The summary's enough for now. (My auditor may want more.|I'll come back to you if it isn't.)

C: Our insurance sends us a questionnaire with eighty questions. Would you fill that in?
S: Eighty is fine. We have most of the answers ready, so it takes us two or three days.
C: They ask about vulnerability scans and about how quickly you patch.
S: Scans run every night. Critical ones are patched within two days, that's also in the contract.
C: And has there ever been a breach?
S: No breach of customer data. We had one incident with a leaked test key, we wrote about it publicly. It's on the status page.
C: I read that one. (I thought it was handled well.|I appreciate that you don't hide it.)
`,
  continuity: `
C: What about backups? Don't laugh, I always ask.
S: I'd be worried if you didn't. There's a continuous copy in a second data center, and a full backup every night that is kept for thirty five days.
C: Do you test them?
S: Once a month we restore a random customer into an empty system and compare. It takes about forty minutes.
C: (Good.|That's more than we do.) And uptime?
S: Ninety nine point nine in the contract. Last year it was a little better, we had two outages, forty minutes together.
C: What would our technicians do during an outage?
S: The app goes on working with the jobs it has. They'd notice on the second day.

C: If you had a real disaster, how long until we could work again?
S: Our target is four hours, and we've tested it at two and a half. You'd lose at most five minutes of data.
C: Is there a penalty if you don't make it?
S: Yes, service credits. Ten percent of the month for every hour above it. It's in the service level agreement.
C: I'd like to read that paragraph.
S: It's page eleven, I think. I'll mark it for you.
`,
  audit: `
C: Can I see who looked at what?
S: There's an audit log for everything that changes, and for every export. Views are logged for customer records. You can send it to your own log system.
C: Through an API?
S: Through an API or as a file every hour.
C: How long do you keep it?
S: Two years. You can keep it as long as you like on your side.
?C: Good. Last year somebody exported all of our customers and then left for a competitor.
?S: There's an alert for exactly that. Anything above five hundred records sends you an email.

C: How fine are the permissions? I don't want a technician to see prices.
S: That's one of the standard roles. A technician sees their own jobs and no amounts. You can copy a role and change every single switch.
C: And can a branch manager be limited to one branch?
S: Yes, access control works by branch. Somebody in {city} wouldn't even know that the others exist.
C: That's what we need. Who's allowed to change the roles?
S: Administrators only. And it takes two of them, if you want it that way.
`,
  redlines: `
C: The first point is the liability. You limit it to the fees of twelve months, and our lawyer wants three times that.
R: For data protection we can go to three times. For everything else we stay at twelve months, otherwise our insurance doesn't cover it.
C: So two different limits?
R: Yes, that's a compromise that most legal teams are fine with.
C: Let me write that down. I think {boss} can live with it.

C: Then there's the auto renewal. It renews for another twelve months unless we cancel ninety days before. Nobody remembers that.
R: Would sixty days be better? And we send you a reminder, thirty days before that.
C: Thirty days of notice would be better.
R: I can do sixty days and a reminder. For thirty I'd need to ask, and I don't think I'll get it.
C: Sixty and a reminder is okay. But put the reminder in the contract.
R: Done.

C: Our attorney also wants to change the governing law.
R: To what?
C: To ours, here. Not yours.
R: We've agreed to England in a few cases, as something neutral. Would that work?
C: I have to ask. It's not a deal breaker for me, but lawyers like to win something.
R: I know. Ours do too. (Let them win that one.|Let's give each of them one.)

C: The termination clause. If {us} is bought by somebody else, we want to be able to leave.
R: You'd like a special right of termination when there's a change of control.
C: Exactly. We had that with another vendor, they were bought and the price doubled.
R: I can offer that for three months after the change. That's something we've done before.
C: (Good, then that's settled.|Okay, that closes number four.)

C: And the statement of work says that training takes place within four weeks. What if we're not ready?
R: Then we move it. I'd write, within four weeks or at a date that both agree on.
C: By email is enough?
R: By email is enough, no need for a signature.
C: Good. That was the last yellow one, wasn't it?
R: It was, apart from the data processing agreement, and your version of that is fine with us.
`,
  procurement: `
R: Who signs on your side?
C: {boss} signs, but procurement has to create the supplier first. For that they need your bank details, a tax form and the insurance certificate.
R: I can send all three today. How long does it usually take?
C: A week. Unless somebody's on vacation, then two.
R: Could we do it in parallel, so that the contract is ready when they are?
C: Yes, (I'll ask them to start today|let's do that).

R: Do you sign on paper or electronically?
C: Electronically is fine. It has to go to {financeLead} first and then to {boss}.
R: I'll set it up in that order. They'd both get an email with a link.
C: {boss} never reads email on Fridays, so please not on a Friday.
R: (Noted. Not on a Friday.|Then it goes out on Monday.)
`,
} as const;
