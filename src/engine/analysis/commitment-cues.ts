function pattern(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join("|"));
}

/** What may stand between the pieces of a commitment and changes nothing. */
const ADVERB =
  "(?:(?:just|also|probably|definitely|certainly|gladly|happily|actually|then|still|quickly|personally|at least|go ahead and|be sure to|" +
  "make sure to|try to|try and|go back and|be able to|plan to|be happy to) )*";

const I_WILL = "i(?:'ll| will|'m going to| am going to|'m gonna| am gonna)";
const WE_WILL = "we(?:'ll| will|'re going to| are going to|'re gonna)";
const I_MUST = "i(?: have to| need to|'ve got to|'ve gotta| gotta)";
const WE_CAN = "(?:i|we)(?:'d| can| could)";
const TEAM_WILL =
  "(?:my|our) (?:team|colleague|engineer|manager|boss|office|people|lawyer|legal team) (?:will|is going to)";

/** What is done while talking, or is no deed at all. */
const IN_CALL =
  "(?:not|never|try not|do (?:it|that|this) right now|be (?!in touch\\b)|say|tell|show you|show|mention|explain|talk about|go (?:through|over|into|first)|read|start|stop|skip|describe|demonstrate|walk|" +
  "share (?!(?:the (?!screen)|that|this|it|some|an?|your|our|with|more)\\b)|pull|click|jump|move|turn|switch|mute|wait|hold|have (?!someone|somebody|him|her|them|my|our|that|it)|know|need|want|use|think (?!about it)|" +
  "guess|assume|admit|agree|bet|miss|like|love|see|hear|remember|get (?:to|into|back to that)|come (?:back )?to (?:that|this)|ask you|" +
  "give you an? (?:example|idea|sense|second|minute)|put you on hold|let you (?!know)|do my best|feel|end up|keep it|make it|take (?:the|a) (?:first|second|minute)|leave it)";

/** Work that is done after a call. */
const DEED =
  "(?:send|resend|e?mail|call (?:you|him|her|them|back|again|the|our|my)|phone|ring|text|message|ping|write (?:up|to)|forward|ship|deliver|share|follow up|get back|circle back|come back|reach out|touch base|" +
  "check (?:on|with|in|if|whether|that|our|back|availability)|look into|take a (?:closer )?look|find out|figure (?:it|that|this) out|schedule|reschedule|book|" +
  "set (?:it|that|this|something|you|us|up)|put (?:together|it on|that on|you in)|prepare|draft|arrange|organi[sz]e|introduce you|connect (?:you|with)|loop|invite|" +
  "bring (?:in|him|her|them) |review|discuss (?:it|this|that) (?:with|internally)|run (?:it|this|that) (?:by|past)|confirm|update (?:you|the|our)|let you know|keep you|" +
  "provide (?:you|a)|submit|order|sign|file|upload|(?:talk|speak) (?:to|with) (?!you about)|ask (?!you)|take care of|take (?:that|this|it) (?:back|offline)|" +
  "pass (?:it|that|this|them)|get (?:you|in touch|together|it|that|this|them|someone|somebody)|have (?:someone|somebody|him|her|them|my|our) [a-z]+|" +
  "open a|raise a|give (?:you a call|him|her|them)|think about it|meet (?:again|next|on|with)|be in touch)";

/** Work that is asked of the other side, or offered to it. */
const HANDING_OVER =
  "(?:send|resend|e?mail|forward|share|call|schedule|book|set up|get back|follow up|check with|find out|prepare|draft|review|confirm|sign|fill (?:it|that|this|out|in)|" +
  "submit|invite|loop|introduce|provide|talk to|speak (?:to|with)|let (?:me|us) know|put together|get (?:me|us|you)|look (?:into|over)|put you in touch|connect you)";

/** Something that somebody takes upon themselves. */
const PROMISE = pattern(
  `\\b${I_WILL} ${ADVERB}(?!${IN_CALL}\\b)[a-z]+ [a-z]+`,
  `\\b(?:${WE_WILL}|${TEAM_WILL}) ${ADVERB}${DEED}\\b`,
  `\\b${I_MUST} (?:talk|speak|check|discuss|ask|run|confirm|find out|look into|get approval|take (?:it|this|that))\\b`,
  `\\b${WE_CAN} ${ADVERB}${HANDING_OVER} (?:you|it|that|this|a|an|the|over|with)\\b`,
  "\\blet me (?:check (?:with|on|if)|find out|talk to|speak (?:to|with)|get back|follow up|look into|run (?:it|this|that) (?:by|past)|think about it|send|email)\\b",
);

/** Something that somebody asks another to do, or both agree on. */
const REQUEST = pattern(
  `\\b(?:please|(?:can|could|would|will) you(?: please)?|if you (?:can|could)(?: please)?|i need you to|i'd like you to|you (?:need to|will need to|'ll need to)) ${ADVERB}${HANDING_OVER}\\b`,
  "^(?:(?:so|and|just|then|okay|yes|yeah|great|good|perfect|sure|of course) )*(?:send|email|forward|call|text|ping) (?:me|us|it|that|them)\\b",
  "\\b(?:let's|let us|why don't we|how about we|shall we) (?:[a-z]+ )?(?:schedule|reschedule|book|set|meet|reconnect|regroup|touch base|talk (?:again|next|on|tomorrow)|follow up|circle back|catch up|aim for)\\b",
  "\\b(?:next steps? (?:is|are|would be|will be)|action items? (?:is|are|for))\\b",
  "\\b(?:talk to you|talk again|speak again|speak to you|see you) (?:again )?(?:on|next|tomorrow)\\b",
);

/** A time that is put forward, if there is one: `how about Tuesday`, `does next week work for you`. */
const PROPOSAL = pattern(
  "^(?:(?:so|and|okay|great|good|well|then) )*(?:how|what) about\\b",
  "\\b(?:would|does|could|will|can) .{0,60}\\b(?:work|look|sound)(?: for (?:you|us|me|everyone))?$",
  "\\bworks? for (?:me|us)$",
  "\\bare you (?:free|available)\\b",
);

/** Talk of what may be, always is, or is done at once. */
const NOT_AFTERWARDS =
  /\b(?:if (?:i|we|they|somebody|someone) (?:could|would|were|had)|sometimes|usually|normally|every time|whenever|in theory|real quick|in a (?:second|minute|moment))\b/;

/** Whether fluent words (`fluentWords`) say that somebody will do something after the call. English only. */
export function commitsToSomething(words: string): boolean {
  return !NOT_AFTERWARDS.test(words) && (PROMISE.test(words) || REQUEST.test(words));
}

/** Whether fluent words put a time forward, provided that they name one. English only. */
export function proposesTheTime(words: string): boolean {
  return PROPOSAL.test(words);
}
