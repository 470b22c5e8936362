/** Where in a call a topic's words count: talk of the weather in the middle of a call is hardly small talk. */
export type PlaceInCall = "anywhere" | "opening" | "edges";

export interface TopicEntry {
  readonly name: string;
  readonly place: PlaceInCall;
  /** Terms that hardly ever mean anything else, separated by semicolons. */
  readonly strong: string;
  /** Terms that fit the topic and others too. */
  readonly weak: string;
}

/**
 * What sales calls are about, and the words for it. A term is one word or several in a row; each word stands for its inflections
 * (`price` for `prices`, `pricing`, `priced`), or for itself alone with `=` before it. Words are matched whole, by their base forms.
 * Terms come from knowledge of such calls and are not learned; which topics matter is each company's decision, so this is data.
 */
export const topicLexicon: readonly TopicEntry[] = [
  {
    name: "Call Setup",
    place: "opening",
    strong:
      "can you hear me; hear me okay; hear you; see my screen; share my screen; call is recorded; call is being recorded; recorded line; " +
      "on mute; wait for; join us; agenda for today; thank you for calling; thanks for calling; thanks for joining; thank you for joining; " +
      "thanks for taking the time; thank you for your time; bad connection; speak with; am i speaking; verify your; date of birth; " +
      "purpose of this call; purpose of the call; reason for my call; call about; this is a good time; catch you at",
    weak: "mute; screen; agenda; introduce; connection; audio; camera; headset; dial; hello; recording",
  },
  {
    name: "Small Talk",
    place: "edges",
    strong:
      "how are you; how's it going; how is it going; your weekend; nice weekend; great weekend; good weekend; the weather; it's raining; " +
      "it's snowing; any plans for; good to see you; nice to meet you; nice to see you; great to meet you; long time no see; happy new year; " +
      "merry christmas; your day; where are you based; your vacation; your holiday",
    weak: "weekend; weather; sunny; rain; snow; holiday; vacation; football; kid; family; coffee; traffic; flight",
  },
  {
    name: "Pricing",
    place: "anywhere",
    strong:
      "how much does; how much is it; how much would; how much will; per seat; per user; per month; per year; per license; a month; a year; " +
      "discount; quote; quotation; subscription; license fee; monthly fee; annual fee; setup fee; flat fee; total cost; cost of ownership; " +
      "expensive; price; invoice; free trial; payment plan",
    weak: "cost; fee; charge; pay; payment; dollar; euro; pound; cent; rate; tier; package; plan; bill; cheap; afford; per; seat; license",
  },
  {
    name: "Budget",
    place: "anywhere",
    strong:
      "budget; budgetary; set aside; allocate fund; fiscal year; return on investment; =roi; business case; cut cost; cost saving; " +
      "cost savings; spend freeze",
    weak: "finance; cfo; spend; quarter; saving; fund; funding; invest; investment; approval; afford",
  },
  {
    name: "Competition",
    place: "anywhere",
    strong:
      "competitor; competition; other vendor; another vendor; other vendors; other provider; another provider; other supplier; " +
      "evaluate other; look at other; compare you; compare to your competitor; current vendor; current provider; current supplier; " +
      "switch from; switch provider; switch vendor; competitive product; competitive landscape",
    weak:
      "vendor; provider; supplier; compare; comparison; switch; salesforce; hubspot; evaluate; evaluation; differentiate; alternative; " +
      "competitive; versus",
  },
  {
    name: "Contract and Legal",
    place: "anywhere",
    strong:
      "contract; legal team; legal department; legal review; master service agreement; =msa; =nda; non disclosure; statement of work; =sow; " +
      "terms and condition; term of service; auto renew; renewal; lawyer; attorney; legal counsel; redline; liability; indemnity; " +
      "cancellation; notice period; data processing agreement; =dpa; docusign; governing law",
    weak: "legal; agreement; sign; signature; clause; renew; cancel; terminate; termination; commitment; procurement; compliance; negotiate",
  },
  {
    name: "Security and Privacy",
    place: "anywhere",
    strong:
      "security; =gdpr; =hipaa; soc two; soc 2; =soc2; iso 27001; encryption; encrypt; single sign on; =sso; two factor; multi factor; " +
      "penetration test; pen test; data protection; data privacy; privacy policy; data breach; access control; audit log; vulnerability; " +
      "firewall; personal data; data residency; =saml",
    weak: "secure; privacy; private; compliance; compliant; audit; permission; password; certification; certify; risk; breach",
  },
  {
    name: "Integration",
    place: "anywhere",
    strong:
      "integration; integrate; =api; =apis; webhook; sync with; plugin; =sdk; zapier; import data; export data; import your data; " +
      "data import; data export; third party system; connect to your; connect it to; connect with",
    weak:
      "sync; synchronize; connect; connector; salesforce; hubspot; slack; =crm; =erp; export; import; platform; endpoint; database; " +
      "middleware",
  },
  {
    name: "Product Demo",
    place: "anywhere",
    strong:
      "demo; demonstration; let me show; show me how; show you how; walk you through; see it in action; as you can see; you can see here; " +
      "click on; click here; on the left; on the right; drop down; dashboard; pull up; this screen",
    weak: "click; screen; button; tab; menu; filter; scroll; interface; view; feature; display",
  },
  {
    name: "Onboarding and Implementation",
    place: "anywhere",
    strong:
      "onboard; onboarding; implementation; go live; =rollout; roll out; deployment; deploy; data migration; migrate; " +
      "kickoff; kick off; train the team; train your team; training session; change management; time to value; proof of concept; =poc",
    weak:
      "implement; training; train; setup; configure; configuration; migration; timeline; phase; install; installation; adoption; adopt; " +
      "transition; pilot",
  },
  {
    name: "Support",
    place: "anywhere",
    strong:
      "support team; customer support; technical support; tech support; support ticket; help desk; customer success; customer service; " +
      "account manager; service level; =sla; response time; open a ticket; raise a ticket; support plan; support package; troubleshoot; " +
      "outage; downtime; uptime; not working; doesn't work; isn't working; stopped working",
    weak: "support; ticket; issue; error; fix; broken; crash; bug; resolve; escalate; escalation; restart; reboot",
  },
  {
    name: "Decision Process",
    place: "anywhere",
    strong:
      "decision maker; decision making; decision process; make a decision; make the decision; final decision; sign off; stakeholder; " +
      "buying process; purchasing process; buying committee; my boss; my manager; run it by; run this by; get approval; need approval; buy in; " +
      "executive sponsor; evaluation process; the board; get back to my team",
    weak: "decision; decide; approve; approval; committee; executive; director; ceo; cto; cio; cfo; =vp; leadership; evaluate; procurement; internally",
  },
  {
    name: "Objections",
    place: "anywhere",
    strong:
      "too expensive; too much money; not interested; no interest; not sure we need; not a good time; not the right time; bad time; " +
      "not a priority; not convinced; my concern; our concern; concern is; hesitant; reluctant; not ready; happy with what; happy with our; " +
      "already have a; already have something; already use; no budget; don't have the budget; don't have time; can't afford; over our budget; " +
      "need to think about it; deal breaker; skeptical; remove me; take me off",
    weak: "concern; worry; hesitate; expensive; afraid; unfortunately; doubt; not sure; don't need; don't want",
  },
  {
    name: "Pain Points and Goals",
    place: "anywhere",
    strong:
      "pain point; biggest challenge; main challenge; challenge is; challenge we; struggle; bottleneck; frustrate; frustration; our goal; " +
      "your goal; main goal; try to achieve; try to solve; time consuming; waste of time; manual process; manually; inefficient; " +
      "inefficiency; use case; keep you up at night; top priority",
    weak: "challenge; pain; goal; objective; achieve; priority; improve; slow; spreadsheet; waste; manual",
  },
  {
    name: "Next Steps",
    place: "anywhere",
    strong:
      "next step; follow up; send you; send me; send it over; send that over; i'll send; i'll email; email you; call you back; get back to you; circle back; " +
      "touch base; book a; schedule a; set up a call; set up a meeting; set up a time; calendar; invite; next week; talk soon; " +
      "reach out to you; loop in; action item; that work for you; what time work",
    weak: "schedule; tomorrow; email; monday; tuesday; wednesday; thursday; friday; availability; available; afternoon; send; forward; book; soon",
  },
];
