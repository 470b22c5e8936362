import type { Call } from "../../calls/call.ts";
import type { CallBasicData } from "../call-basic-data.ts";
import type { CompanyTime } from "../company-time.ts";
import { wireLanguage } from "../languages.ts";
import { presentMetaData } from "./present-call-data.ts";

/** What the wire shows beside the call's own data. */
export interface WireView {
  readonly companyTime: CompanyTime;
  readonly callUrl: (callId: string) => string;
}

export function presentCallBasicData(call: Call, view: WireView): CallBasicData {
  const { id, ...metaData } = presentMetaData(call);
  return {
    id,
    url: view.callUrl(id),
    ...metaData,
    title: titleOf(call),
    scheduled: call.scheduledStart ? view.companyTime.format(call.scheduledStart.epochMs) : null,
    started: view.companyTime.format(call.actualStart.epochMs),
    language: wireLanguage(call.languageCode),
    isPrivate: false,
    calendarEventId: null,
  };
}

/** Gong: a call that was given no title is named after who was on it. */
export function titleOf(call: Call): string {
  if (call.title !== undefined) return call.title;
  const others = call.parties.filter((party) => party.affiliation !== "Internal");
  const names = others.flatMap((party) => party.name ?? party.emailAddress ?? party.phoneNumber ?? []);
  return names.length === 0 ? "Call" : `Call with ${names.join(", ")}`;
}
