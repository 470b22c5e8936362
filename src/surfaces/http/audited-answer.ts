import { asId, type CallId } from "../../calls/ids.ts";
import type { Method } from "../../gong-api/operation.ts";

/** Gong's lists are asked for with POST as often as with GET; their names tell. */
export function isChanging({ id, method }: { readonly id: string; readonly method: Method }): boolean {
  return method !== "GET" && !/^(?:list|get|find)[A-Z]/.test(id);
}

const ID = /^\d{1,20}$/;

/** A path as the log keeps it: the operation's own, with the ids that were asked for. Anything else a caller may put there is left out. */
export function auditedPath(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (braced, name: string) => {
    const given = parameters[name] ?? "";
    return ID.test(given) ? given : braced;
  });
}

/** The call that a path names, and the one that an answer does. */
export function auditedCalls(
  template: string,
  parameters: Readonly<Record<string, string>>,
  answer?: unknown,
): readonly CallId[] {
  const named = template.includes("/calls/{id}") ? parameters["id"] : membersOf(answer)["callId"];
  return typeof named === "string" && ID.test(named) ? [asId<CallId>(named)] : [];
}

/** The calls that a request gives somebody access to, or takes it from. */
export function accessedCalls(request: unknown): readonly CallId[] {
  const { callAccessList } = membersOf(request);
  return Array.isArray(callAccessList) ? callAccessList.flatMap((access) => auditedCalls("", {}, access)) : [];
}

/** The calls of an answer whose recordings it has links to. */
export function handedOutCalls(answer: unknown): readonly CallId[] {
  const { calls } = membersOf(answer);
  return (Array.isArray(calls) ? calls : [answer]).flatMap((call) => {
    const { media, metaData, callId } = membersOf(call);
    const { audioUrl, videoUrl } = membersOf(media);
    const id = callId ?? membersOf(metaData)["id"];
    const hasLink = typeof audioUrl === "string" || typeof videoUrl === "string";
    return hasLink && typeof id === "string" ? [asId<CallId>(id)] : [];
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}; // an object has members by name
}
