import type { GongApi } from "../gong-api/gong-api.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { loseParties } from "./lose-parties.ts";
import { loseVoiceOfParty, loseVoiceOfTranscript } from "./lose-voices.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

export interface Troubles {
  readonly settings: () => SandboxSettings;
  readonly isTranscriptThere: (callId: string) => Promise<boolean>;
  /** @throws WireError `cursor-expired` */
  readonly checkCursor: (operationId: string, cursor: string) => void;
}

/** The same API; its answers lack what the settings say, and its cursors may be over. */
export function troubledAnswers(api: GongApi, troubles: Troubles): GongApi {
  const checked = withCheckedCursors(api, troubles.checkCursor);
  return {
    ...checked,
    listCallsExtensive: async (request) => {
      const answer = await checked.listCallsExtensive(request);
      return { ...answer, calls: await Promise.all(answer.calls.map((call) => troubled(call, troubles))) };
    },
    getCallTranscripts: async (request) => {
      const answer = await checked.getCallTranscripts(request);
      const settings = troubles.settings();
      return {
        ...answer,
        callTranscripts: answer.callTranscripts.map((spoken) => loseVoiceOfTranscript(spoken, settings)),
      };
    },
  };
}

function withCheckedCursors(api: GongApi, check: Troubles["checkCursor"]): GongApi {
  const operations = Object.entries(api).map(([id, run]: [string, (request: object) => Promise<object>]) => [
    id,
    async (request: object) => {
      if ("cursor" in request && typeof request.cursor === "string") check(id, request.cursor);
      return run(request);
    },
  ]);
  return Object.fromEntries(operations) as GongApi; // the operations of an API, each under its own name
}

async function troubled(call: DetailedCall, { settings, isTranscriptThere }: Troubles): Promise<DetailedCall> {
  const heard = (await isTranscriptThere(call.metaData.id)) ? call : withoutTranscript(call);
  return loseVoiceOfParty(loseParties(heard, settings()), settings());
}

const fromTranscript = ["content", "interaction"];

/** Gong: what is not computed yet is absent, and who spoke is not known. */
function withoutTranscript(call: DetailedCall): DetailedCall {
  const members = Object.entries(call).filter(([name]) => !fromTranscript.includes(name));
  const rest = Object.fromEntries(members) as Omit<DetailedCall, "content" | "interaction">; // all but these two
  return { ...rest, ...(call.parties && { parties: call.parties.map((party) => ({ ...party, speakerId: null })) }) };
}
