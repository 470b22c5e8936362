import { asId, type CallId, type UserId } from "../calls/ids.ts";
import type { CallList, CallListPosition } from "../engine/store/call-list.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { SandboxState, SandboxSwitching } from "../gong-api/tamtam/change-sandbox.ts";
import type { SandboxSwitch, WireSwitch } from "../gong-api/tamtam/sandbox-switches.ts";
import { wireError } from "../gong-api/wire-errors.ts";
import type { WireTrouble, WireTroubles } from "../gong-api/wire-faults.ts";
import { type CallBirth, callThereFromMs, isCallThere, isTranscriptThere } from "./call-lateness.ts";
import { CursorExpiry } from "./expire-cursors.ts";
import { LateCallList } from "./late-call-list.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";
import { type Troubles, troubledAnswers } from "./troubled-answers.ts";
import { type CallCounts, type KeptBack, type LateCalls, withoutLateCalls } from "./without-late-calls.ts";
import { wireTrouble } from "./wire-trouble.ts";

const switchOf = {
  "rate-limit": "rate-limit-storms",
  "server-error": "server-errors",
  cut: "cut-answers",
} as const satisfies Record<NonNullable<WireTrouble["fault"]>["kind"], WireSwitch>;

/** Gong's operations as a user may see them, or the company. */
export type ApiFor = (actingUserId: UserId | undefined) => GongApi;

/** Everything that knows on Gong's paths which calls there are. */
export interface CallKnowledge extends CallCounts {
  readonly callList: CallList;
}

/** Enough at once to be read quickly, and so few that others get their turn. */
const READ_AT_ONCE = 500;

/** Its switches, and everything that they decide. */
export class Sandbox implements SandboxSwitching, WireTroubles {
  readonly #clock: () => number;
  #settings: SandboxSettings;
  #requestCount = 0;
  #done: Partial<Record<WireSwitch, number>> = {};
  #cursors = new CursorExpiry();

  constructor(settings: Omit<SandboxSettings, "setMs">, clock: () => number) {
    this.#settings = { ...settings, setMs: clock() };
    this.#clock = clock;
  }

  state(): SandboxState {
    const { seed, switches } = this.#settings;
    return { enabled: true, seed, switches, requests: this.#requestCount, done: { ...this.#done } };
  }

  change({ seed, switches }: Parameters<SandboxSwitching["change"]>[0]): void {
    this.#settings = { seed: seed ?? this.#settings.seed, switches, setMs: this.#clock() };
    this.#requestCount = 0;
    this.#done = {};
    this.#cursors = new CursorExpiry();
  }

  next(): WireTrouble {
    this.#requestCount += 1;
    const trouble = wireTrouble(this.#settings, this.#requestCount);
    if (trouble.fault) this.#count(switchOf[trouble.fault.kind]);
    if (trouble.delayMs > 0) this.#count("slow-answers");
    return trouble;
  }

  /** The calls that are there by now. */
  #presentCalls(inner: CallList): CallList {
    return this.#keepBack(inner, ["late-calls"], isCallThere);
  }

  /** Those of them whose transcript is there too. */
  #transcribedCalls(inner: CallList): CallList {
    return this.#keepBack(inner, ["late-calls", "late-transcripts"], isTranscriptThere);
  }

  /** What answers on Gong's paths, with troubles. `apiOver` makes the same API out of what knows the calls that are there. */
  over(apiFor: ApiFor, known: CallKnowledge, apiOver: (known: CallKnowledge) => ApiFor): ApiFor {
    const transcribed = this.#transcribedCalls(known.callList);
    const present = this.#present(known);
    const apiOfPresent = apiOver(present);
    const apiOfTranscribed = apiOver({ ...present, callList: transcribed });
    const troubles = this.#troubles(transcribed);
    return (userId) => {
      const { getCallTranscripts } = apiOfTranscribed(userId);
      return troubledAnswers(
        { ...apiFor(userId), ...tellingOfCalls(apiOfPresent(userId)), getCallTranscripts },
        troubles,
      );
    };
  }

  #present(known: CallKnowledge): CallKnowledge {
    const { callList } = known;
    const late: LateCalls = {
      absent: this.#keptBack(callList, ["late-calls"], isCallThere),
      untranscribed: this.#keptBack(callList, ["late-calls", "late-transcripts"], isTranscriptThere),
    };
    return { ...withoutLateCalls(known, late, this.#clock), callList: this.#presentCalls(callList) };
  }

  /** When a call is there, where it is late. */
  thereFromMs(call: CallBirth): number | undefined {
    return callThereFromMs(call, this.#settings);
  }

  #troubles(transcribed: CallList): Troubles {
    return {
      settings: () => this.#settings,
      isTranscriptThere: async (callId) =>
        this.#settings.switches["late-transcripts"] === undefined ||
        (await transcribed.get(asId(callId))) !== undefined,
      checkCursor: (operationId, cursor) => {
        if (!this.#cursors.isExpired(operationId, cursor, this.#settings)) return;
        this.#count("expired-cursors");
        throw wireError("cursor-expired");
      },
    };
  }

  /** Whether a link to a recording that was made then is over. */
  isLinkOver(madeMs: number): boolean {
    const links = this.#settings.switches["expired-links"];
    const isOver = links !== undefined && this.#clock() > madeMs + links.lifetimeSeconds * 1000;
    if (isOver) this.#count("expired-links");
    return isOver;
  }

  #keepBack(inner: CallList, names: readonly SandboxSwitch[], isThere: typeof isCallThere): CallList {
    return new LateCallList({
      inner,
      isOn: () => this.#isOn(names),
      isThere: (call, atMs) => isThere(call, this.#settings, atMs),
      clock: this.#clock,
    });
  }

  #isOn(names: readonly SandboxSwitch[]): boolean {
    return names.some((name) => this.#settings.switches[name] !== undefined);
  }

  /** Which calls are late is not written anywhere, so that all are looked at. */
  #keptBack(inner: CallList, names: readonly SandboxSwitch[], isThere: typeof isCallThere): KeptBack {
    return async (atMs = this.#clock()) => {
      if (!this.#isOn(names)) return undefined;
      const ids: CallId[] = [];
      let after: CallListPosition | undefined;
      do {
        const page = await inner.list({ by: "start", pageSize: READ_AT_ONCE, after });
        ids.push(...page.calls.filter((call) => !isThere(call, this.#settings, atMs)).map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      return ids;
    };
  }

  #count(name: WireSwitch): void {
    this.#done[name] = (this.#done[name] ?? 0) + 1;
  }
}

/** The operations that answer with calls, or with what is known from them. The others stay with the one engine, which erases one after the other. */
function tellingOfCalls(api: GongApi) {
  const { listCalls, getCall, listCallsExtensive, getCallsInSpecificFolder, listUsers_1 } = api;
  const { listMultipleUsersAggregateActivity, listMultipleUsersAggregateByPeriod } = api;
  const { listMultipleUsersDayByDayActivity, listInteractionStats, listAnsweredScorecards } = api;
  return {
    listCalls,
    getCall,
    listCallsExtensive,
    getCallsInSpecificFolder,
    listUsers_1,
    listMultipleUsersAggregateActivity,
    listMultipleUsersAggregateByPeriod,
    listMultipleUsersDayByDayActivity,
    listInteractionStats,
    listAnsweredScorecards,
  };
}
