import type { InputProblem } from "../../../../src/calls/errors.ts";
import type { ListedUser } from "../../ui/use-users.ts";

export interface OtherParty {
  readonly name: string;
  readonly emailAddress: string;
  readonly phoneNumber: string;
}

/** What the form holds, as it was typed. */
export interface NewCall {
  readonly mediaUrl: string;
  readonly title: string;
  /** As `<input type="datetime-local">` has it, in the reader's zone. */
  readonly start: string;
  readonly direction: string;
  readonly hostUserId: string;
  /** For the host alone on a track of its own: 0 or 1; empty where the recording has one track. */
  readonly hostChannel: string;
  readonly others: readonly OtherParty[];
  readonly clientUniqueId: string;
}

/** The form as parameters of `add-call`. Of a recording with two tracks one is the host's, and the other the first participant's. */
export function addCallParameters(call: NewCall, host: ListedUser | undefined): Record<string, unknown> {
  const hostChannel = call.hostChannel === "" ? undefined : Number(call.hostChannel);
  const otherChannel = hostChannel === undefined ? undefined : 1 - hostChannel;
  const others = call.others.map((party, position) =>
    named({ ...party, mediaChannelId: position === 0 ? otherChannel : undefined }),
  );
  const hostParty = named({
    userId: call.hostUserId,
    name: host?.name,
    emailAddress: host?.emailAddress ?? undefined,
    mediaChannelId: hostChannel,
  });
  return named({
    "download-media-url": call.mediaUrl,
    "call-title": call.title,
    "actual-start": call.start === "" ? undefined : new Date(call.start).toISOString(),
    direction: call.direction,
    "primary-user": call.hostUserId,
    "client-unique-id": call.clientUniqueId,
    participants: [hostParty, ...others],
  });
}

function named(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

/** The server's sentences about one parameter, or about a part of it. */
export function problemOf(problems: readonly InputProblem[], parameter: string): string | undefined {
  const about = problems.filter(
    ({ parameter: at }) => at === parameter || at.startsWith(`${parameter}[`) || at.startsWith(`${parameter}.`),
  );
  return about.length === 0 ? undefined : about.map(({ message }) => message).join("; ");
}

/** Those that no field of the form is for. */
export function otherProblems(problems: readonly InputProblem[], parameters: readonly string[]): readonly string[] {
  const isElsewhere = (problem: InputProblem) => !parameters.some((name) => problemOf([problem], name) !== undefined);
  return problems.filter(isElsewhere).map(({ parameter, message }) => `${parameter}: ${message}`);
}
