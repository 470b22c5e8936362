import type { MirroredApi } from "../../../src/mirror/mirror-parts.ts";
import { RemoteError } from "../../../src/gong-api/remote-error.ts";
import type { DetailedCall } from "../../../src/gong-api/schemas/list-calls-extensive.ts";
import type { KeywordTracker } from "../../../src/gong-api/schemas/list-trackers.ts";
import type { WireMonologue } from "../../../src/gong-api/schemas/get-call-transcripts.ts";

/** A call of the tenant and when it shows. Times are virtual. */
export interface TenantCallPlan {
  readonly id: string;
  readonly startMs: number;
  /** From then on lists show it. */
  readonly visibleMs: number;
  /** From then on its transcript and its brief are there. */
  readonly readyMs: number;
  readonly goneMs?: number | undefined;
  readonly text: string;
  readonly brief: string;
}

export interface VirtualClock {
  nowMs: number;
}

export interface Troubles {
  /** Chances for each request, 0 to 1. */
  readonly limited: number;
  readonly broken: number;
  readonly expired: number;
  readonly random: () => number;
}

const PAGE_SIZE = 100;
const LATENCY_MS = 300;
const CURSOR_LIFETIME_MS = 3_600_000;
export const noTroubles: Troubles = { limited: 0, broken: 0, expired: 0, random: () => 1 };

/**
 * Gong as far as its facts are known, on a virtual clock: pages of 100, cursors that say no more than a place in a list that moves, 404 turned
 * into an empty list as the client does it.
 */
export class SimulatedTenant {
  readonly plans: TenantCallPlan[];
  readonly clock: VirtualClock;
  readonly troubles: Troubles;
  requestCount = 0;
  trackers: readonly KeywordTracker[] = [];
  /** Where recordings are, by their call. */
  readonly recordings = new Map<string, string>();

  constructor(plans: readonly TenantCallPlan[], clock: VirtualClock, troubles: Troubles = noTroubles) {
    this.plans = [...plans].sort((a, b) => a.startMs - b.startMs);
    this.clock = clock;
    this.troubles = troubles;
  }

  readonly api: MirroredApi = {
    listWorkspaces: async () => {
      this.#begin(undefined);
      return { workspaces: [{ id: "1", name: "Sales", description: null }] };
    },
    listUsers: async ({ cursor }) => {
      this.#begin(cursor);
      return { records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 }, users: [] };
    },
    listTrackers: async () => {
      this.#begin(undefined);
      return { keywordTrackers: this.trackers };
    },
    listCallsExtensive: async ({ filter, cursor }) => {
      this.#begin(cursor);
      const { shown, records } = this.#page(filter, cursor);
      return { records, calls: shown.map((plan) => this.#detailed(plan)) };
    },
    getCallTranscripts: async ({ filter, cursor }) => {
      this.#begin(cursor);
      const { shown, records } = this.#page(filter, cursor);
      const ready = shown.filter(({ readyMs }) => readyMs <= this.clock.nowMs);
      return { records, callTranscripts: ready.map((plan) => ({ callId: plan.id, transcript: monologuesOf(plan) })) };
    },
  };

  #begin(cursor: string | undefined): void {
    this.requestCount += 1;
    this.clock.nowMs += LATENCY_MS;
    const { limited, broken, expired, random } = this.troubles;
    if (random() < limited) {
      const retryAtMs = this.clock.nowMs + 1000 * (1 + Math.floor(random() * 60));
      throw new RemoteError("remote-limit", "429", { status: 429, retryAtMs });
    }
    if (random() < broken) throw new RemoteError("remote-broken", "503", { status: 503 });
    if (cursor === undefined) return;
    const isOld = Number(cursor.split(".")[1]) + CURSOR_LIFETIME_MS < this.clock.nowMs;
    if (isOld || random() < expired) throw new RemoteError("cursor-expired", "cursor has expired", { status: 400 });
  }

  #page(filter: Parameters<MirroredApi["listCallsExtensive"]>[0]["filter"], cursor: string | undefined) {
    const { nowMs } = this.clock;
    const [fromMs, toMs] = [
      Date.parse(filter.fromDateTime ?? "1970-01-01Z"),
      Date.parse(filter.toDateTime ?? "2999-01-01Z"),
    ];
    const wanted = filter.callIds && new Set(filter.callIds);
    const fitting = this.plans.filter(
      ({ id, startMs, visibleMs, goneMs = Infinity }) =>
        visibleMs <= nowMs && nowMs < goneMs && startMs >= fromMs && startMs < toMs && (wanted?.has(id) ?? true),
    );
    const [offset, begunMs] = cursor === undefined ? [0, nowMs] : (cursor.split(".").map(Number) as [number, number]); // as made below
    const shown = fitting.slice(offset, offset + PAGE_SIZE);
    const next = offset + PAGE_SIZE < fitting.length ? { cursor: `${offset + PAGE_SIZE}.${begunMs}` } : {};
    const records = {
      totalRecords: fitting.length,
      currentPageSize: shown.length,
      currentPageNumber: offset / PAGE_SIZE,
      ...next,
    };
    return { shown, records };
  }

  #detailed({ id, startMs, readyMs, brief }: TenantCallPlan): DetailedCall {
    return {
      metaData: {
        id,
        url: `https://us-1.app.gong.io/call?id=${id}`,
        title: `Call ${id}`,
        scheduled: null,
        started: new Date(startMs).toISOString(),
        duration: 600,
        primaryUserId: "501",
        direction: "Conference",
        system: "Zoom",
        scope: "External",
        media: "Video",
        language: "eng",
        workspaceId: "1",
        sdrDisposition: null,
        clientUniqueId: null,
        customData: null,
        purpose: null,
        meetingUrl: null,
        isPrivate: false,
        calendarEventId: null,
      },
      context: [],
      parties: [
        {
          id: `9${id}`,
          emailAddress: "ann@ours.example",
          name: "Ann Ford",
          title: null,
          userId: "501",
          speakerId: `7${id}`,
          context: [],
          affiliation: "Internal",
          phoneNumber: null,
          methods: ["Attendee"],
        },
      ],
      ...(this.recordings.has(id) && { media: { audioUrl: this.recordings.get(id) ?? "" } }),
      ...(readyMs <= this.clock.nowMs && { content: { brief, topics: [{ name: "Pricing", duration: 60 }] } }),
    };
  }
}

function monologuesOf({ id, text }: TenantCallPlan): WireMonologue[] {
  return [{ speakerId: `7${id}`, topic: "Pricing", sentences: [{ start: 0, end: 1500, text }] }];
}
