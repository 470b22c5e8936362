import { type Exchange, readExchanges } from "./dialogue.ts";
import type { Pain } from "./situation.ts";
import { aftercare } from "./talk/aftercare.ts";
import { assurance } from "./talk/assurance.ts";
import { closings } from "./talk/closings.ts";
import { commerce } from "./talk/commerce.ts";
import { delivery } from "./talk/delivery.ts";
import { discovery } from "./talk/discovery.ts";
import { featureTalk } from "./talk/features.ts";
import { openings } from "./talk/openings.ts";
import { painTalk } from "./talk/pains.ts";
import { resistance } from "./talk/resistance.ts";

const subjects = {
  ...openings,
  ...discovery,
  ...painTalk,
  ...commerce,
  ...resistance,
  ...assurance,
  ...delivery,
  ...aftercare,
  ...closings,
};

const features = {
  "show routes": featureTalk.routes,
  "show paper": featureTalk.paper,
  "show bookings": featureTalk.bookings,
  "show parts": featureTalk.parts,
  "show overview": featureTalk.overview,
  "show absence": featureTalk.absence,
  "show invoices": featureTalk.invoices,
  "show nights": featureTalk.nights,
  demoIntro: featureTalk.demoIntro,
  demoQuestion: featureTalk.demoQuestion,
  demoWrap: featureTalk.demoWrap,
} satisfies Record<`show ${Pain}`, string> & Record<string, string>;

const all = { ...subjects, ...features };

/** What an exchange is about. */
export type Subject = keyof typeof all;
export type TalkLibrary = Readonly<Record<Subject, readonly Exchange[]>>;

/** Everything that people say, read once. */
export function readTalkLibrary(): TalkLibrary {
  const entries = Object.entries(all).map(([subject, text]) => [subject, readExchanges(text)]);
  return Object.fromEntries(entries) as TalkLibrary; // the keys of `all`, none added and none left out
}
