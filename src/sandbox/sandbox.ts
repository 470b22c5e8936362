import { asId, type UserId } from "../calls/ids.ts";
import type { CallList } from "../engine/store/call-list.ts";
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
import { wireTrouble } from "./wire-trouble.ts";

const switchOf = {
  "rate-limit": "rate-limit-storms",
  "server-error": "server-errors",
  cut: "cut-answers",
} as const satisfies Record<NonNullable<WireTrouble["fault"]>["kind"], WireSwitch>;

/** Gong's operations as a user may see them, or the company. */
export type ApiFor = (actingUserId: UserId | undefined) => GongApi;

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

  /** What answers on Gong's paths, with troubles. `apiOver` makes the same API over another list of calls. */
  over(apiFor: ApiFor, calls: CallList, apiOver: (calls: CallList) => ApiFor): ApiFor {
    const transcribed = this.#transcribedCalls(calls);
    const apiOfPresent = apiOver(this.#presentCalls(calls));
    const apiOfTranscribed = apiOver(transcribed);
    const troubles = this.#troubles(transcribed);
    return (userId) => {
      const { listCalls, getCall, listCallsExtensive, getCallsInSpecificFolder } = apiOfPresent(userId);
      const { getCallTranscripts } = apiOfTranscribed(userId);
      const ofPresent = { listCalls, getCall, listCallsExtensive, getCallsInSpecificFolder };
      return troubledAnswers({ ...apiFor(userId), ...ofPresent, getCallTranscripts }, troubles);
    };
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
      isOn: () => names.some((name) => this.#settings.switches[name] !== undefined),
      isThere: (call, atMs) => isThere(call, this.#settings, atMs),
      clock: this.#clock,
    });
  }

  #count(name: WireSwitch): void {
    this.#done[name] = (this.#done[name] ?? 0) + 1;
  }
}
