import { z } from "zod";

function share(usual: number) {
  const error = "must be a number from 0 to 1";
  return z.number({ error }).min(0, { error }).max(1, { error }).default(usual);
}

function whole(lowest: number, highest: number, usual: number) {
  const error = `must be a whole number from ${lowest} to ${highest}`;
  return z.int({ error }).min(lowest, { error }).max(highest, { error }).default(usual);
}

function hours(usual: number) {
  const error = "must be a number of hours above 0, at most 8760";
  return z.number({ error }).positive({ error }).max(8760, { error }).default(usual);
}

/** Whether every call counts as added when the switch was set, so that a library that was there long before appears anew. */
const asIfNew = z.boolean({ error: "must be true or false" }).default(false);

/** `true` and `{}` are both "with the usual numbers". */
function switched<Numbers extends z.ZodRawShape>(numbers: Numbers) {
  return z.preprocess((given) => (given === true ? {} : given), z.strictObject(numbers)).optional();
}

/**
 * What a sandbox can do to the clients of Gong's paths, with the numbers of each. A `share` is of all calls, requests or sequences of
 * pages, 0 to 1.
 */
export const sandboxSwitches = {
  /** A call appears only so long after it was held or added, each call at its own time within the bound. */
  "late-calls": switched({ share: share(1), maxHours: hours(24), asIfNew }),
  /** The same for what is known from a call's transcript, counted from when the call appeared. */
  "late-transcripts": switched({ share: share(1), maxHours: hours(24), asIfNew }),
  /** Of these calls, parties are left out, have no address, or are strangers. */
  "missing-parties": switched({ share: share(0.3) }),
  /** Of these calls, voices belong to nobody. */
  "null-speakers": switched({ share: share(0.3) }),
  /** The share is of requests that begin a storm, `longShare` of storms that are of the day's limit. */
  "rate-limit-storms": switched({
    share: share(0.02),
    requests: whole(1, 1000, 5),
    retryAfterSeconds: whole(0, 86_400, 2),
    longShare: share(0.1),
    longRetryAfterSeconds: whole(0, 86_400, 3600),
  }),
  "server-errors": switched({ share: share(0.05) }),
  /** The connection ends in the middle of the body; what was asked for was done. */
  "cut-answers": switched({ share: share(0.02) }),
  "slow-answers": switched({ share: share(0.1), maxMs: whole(1, 600_000, 5000) }),
  /** The share is of sequences of pages; each of them is over at its own page, the second at the earliest. */
  "expired-cursors": switched({ share: share(0.25), maxPages: whole(1, 1000, 3) }),
  "expired-links": switched({ lifetimeSeconds: whole(0, 28_800, 60) }),
};

export type SandboxSwitch = keyof typeof sandboxSwitches;

/** What can be seen at the wire, request by request, and is counted. */
export const wireSwitches = [
  "rate-limit-storms",
  "server-errors",
  "cut-answers",
  "slow-answers",
  "expired-cursors",
  "expired-links",
] as const satisfies readonly SandboxSwitch[];
export type WireSwitch = (typeof wireSwitches)[number];

const known = Object.keys(sandboxSwitches).join(", ");

/** The switches that are on. */
export const switchSettings = z.strictObject(sandboxSwitches, {
  error: (issue) =>
    issue.code === "unrecognized_keys" ? `has no switch ${issue.keys.join(", ")}; there are ${known}` : undefined,
});
export type SwitchSettings = z.infer<typeof switchSettings>;
