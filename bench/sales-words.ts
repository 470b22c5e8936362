/** Words and sentence patterns of made-up sales talk. `[noun]` stands for a word of that list; earlier words of a list are commoner. */
export const patterns: readonly string[] = `
so I think the [adjective] [noun] is really what we would have to [verb] before the end of [period]
yeah and if you [verb] that with your [noun] then the [noun] would be much more [adjective] for the team
could you tell me a little more about how you [verb] your [noun] today and who is looking after it
we [verb] around [number] [noun] a [unit] and about [number] percent of them are [adjective]
to be honest the [topic] was not that [adjective] for us when we looked at it in [period]
what I would suggest is that we [verb] the [topic] together with [person] and then come back to the [noun]
right, and [company] told us that their [noun] went up by [number] percent after they [past] the [topic]
I am not sure whether [person] would agree, because the [noun] is still [adjective] on our side
okay, that makes sense, let me just write that down and then we can [verb] the next [noun]
do you have any [topic] in place right now or would that be something [adjective] for you
the main thing for me is the [topic] and that people actually [verb] it every [unit]
we have been using [company] for [number] years now and it is [adjective] but the [noun] is missing
and how does that fit with the [topic] that you [past] last [unit], if you do not mind me asking
I can send you the [noun] by [weekday] and then [person] could [verb] it with the rest of the team
it would cost you about [number] dollars for each [noun] and there is no [adjective] contract behind it
that is a good question and I would have to check with [person] because we [past] the [noun] in [period]
what happens with the [noun] when somebody from [company] wants to [verb] the [topic] on their own
so there are [number] people in the team and most of them [verb] the [noun] from home on [weekday]
thank you, that was very [adjective], and I will talk to [person] about the [topic] this [unit]
well, the problem is that nobody wants to [verb] another [noun] as long as the old one is [adjective]
let us do a short call on [weekday] at [number] and go through the [topic] one more time
if we start in [period] then you would see the first [noun] after about [number] weeks or so
no, we do not need that, but the [adjective] [topic] sounds like something our [noun] would [verb]
did you get the [noun] I sent you about [codename], because it says how we [past] the [topic] there
our [noun] at [company] is quite [adjective] about the [topic], so we should [verb] it carefully
mhm, yes, I see what you mean, and that is exactly why they [past] it in [period]
you know, it is the [topic] and the [topic] that we keep hearing about from people like you
great
yes, exactly
okay, sure, go ahead
sorry, you were breaking up there, could you say that again
`
  .trim()
  .split("\n");

const words = (text: string) => text.trim().split(/\s+/);

export const wordLists: Readonly<Record<string, readonly string[]>> = {
  noun: words(`team process system customer price report meeting number product contract data question budget decision plan
    account tool manager project deal user problem solution service feature review quarter email invoice vendor license partner
    lead pipeline forecast document offer trial agreement order dashboard workflow spreadsheet department warehouse supplier shipment
    headcount territory commission quota stakeholder roadmap milestone deadline escalation ticket incident template signature`),
  verb: words(`use need see change check discuss share start move improve compare review send build test buy sell approve
    schedule update replace measure track reduce extend install train onboard negotiate renew cancel postpone evaluate automate
    configure migrate escalate document summarize prioritize consolidate`),
  past: words(`changed tried started bought used reviewed moved built tested sold approved replaced updated discussed renewed
    cancelled postponed migrated automated negotiated evaluated`),
  adjective: words(`good important new easy different expensive clear simple useful slow quick difficult manual reliable
    flexible complicated secure cheap helpful painful realistic outdated scalable transparent seasonal proprietary`),
  period: words(
    `January February March April May June July August September October November December spring summer autumn winter`,
  ),
  unit: words(`week month day year quarter`),
  weekday: words(`Monday Tuesday Wednesday Thursday Friday`),
};

/** Subjects, each with words of its own; a call has a few of them, and earlier ones are far commoner. */
export const topics: readonly (readonly string[])[] = `
pricing|discount|price list|annual plan
integration|interface|connector|single sign-on
security review|encryption|audit|compliance
onboarding|training|certification|learning path
support|response time|help desk|opening hours
data migration|legacy records|import job|duplicates
legal review|liability clause|data processing agreement|redlines
pilot project|success criteria|pilot group|kickoff
payment terms|purchase order|late fee|bank transfer
mobile application|offline mode|push notification|tablet
reporting|pivot table|executive summary|export
forecasting|win rate|sales cycle|weighted average
call recording|consent|retention period|transcription
procurement|tender|framework agreement|approved supplier
localization|translation|currency|time zone
service level|uptime|maintenance window|penalty
reference customer|case study|testimonial|site visit
competitor|incumbent|switching cost|feature comparison
territory planning|account mapping|whitespace|coverage model
renewal|churn|auto-renewal|price increase
hardware|headset|docking station|conference room
hiring|backfill|job posting|interview panel
webinar|landing page|newsletter|attendance
inventory|barcode|stocktake|pallet
telematics|fleet|odometer|fuel card
radiology|imaging|dosimetry|ward round
vineyard|harvest|bottling|cellar
choir|rehearsal|sheet music|concert hall
`
  .trim()
  .split("\n")
  .map((line) => line.split("|"));

export const syllables: readonly string[] =
  words(`ba bel cor dan del er fal gar hol in jor kal lu mar nor ol pra quin ros
  sol tam ul vel wen xi yor zan`);

export const firstNames: readonly string[] =
  words(`Anna Ben Carla David Elena Frank Grace Hugo Irene Jonas Karin Liam Mona Nils
  Olga Paul Rosa Sven Tara Uwe Vera Will Xenia Yara Zeno Amir Bea Chen Dora Emil`);
