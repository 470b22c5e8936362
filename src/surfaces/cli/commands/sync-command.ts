import { InvalidInputError } from "../../../calls/errors.ts";
import { InterruptedError } from "../cli-errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { RecordingsToSync, SyncedMirror, SyncedRecordings, SyncOrder, SyncWatch } from "../host/mirrors.ts";
import type { ProgramContext } from "../program-context.ts";
import { makeSyncView } from "../progress/sync-view.ts";
import { mirrorLine } from "../render/mirror-line.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface SyncOptions {
  readonly follow?: true;
  readonly since?: string;
  readonly transcriptsSince?: string;
  readonly explain?: true;
  readonly media?: true;
}

/** `tamtam sync`: a library that is kept in step with a connection. */
export function addSyncCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("sync"))
    .summary("Mirror a connection's calls, so that they can be searched")
    .description(
      "Brings a mirror of a connection up to date: users, workspaces, calls with all their content, and transcripts. The first time it reads the " +
        "whole history, newest first; it can be stopped at any time and goes on where it was. search-calls on the connection is then " +
        "answered from the mirror.",
    )
    .argument("<connection>", "The connection, as tamtam connect named it")
    .option("--follow", "Go on, asking for new calls every 15 minutes, until Ctrl-C")
    .option("--since <date>", "Leave out calls that began before this date, such as 2025-01-31")
    .option("--transcripts-since <date>", "Ask once more for transcripts from this date on, which finds edited ones")
    .option("--media", "Bring the recordings, too: the sound, or the video where there is nothing else")
    .option("--explain", "Only say what it would take: calls, requests, seconds, share of the requests of a day");
  command.action(async (connection: string) => {
    refuseExtras(command);
    const { follow, since, transcriptsSince, explain, media } = command.opts<SyncOptions>();
    const order = {
      connection: connection.replace(/^\//, ""),
      follow: follow === true,
      sinceMs: readDate("--since", since),
      transcriptsFromMs: readDate("--transcripts-since", transcriptsSince),
      media: media === true,
    };
    if (order.follow && order.media) throw mediaAlone();
    await (explain ? explainSync(context, order) : sync(context, order));
  });
}

async function sync({ options, output, finish }: ProgramContext, order: SyncOrder): Promise<void> {
  const { host, io } = options;
  const view = makeSyncView(io);
  const startMs = performance.now();
  const watch: SyncWatch = {
    signal: io.signal,
    onProgress: view.show,
    onRecording: view.showRecordings,
    onProblem: (error, retryMs) => {
      const reason = error instanceof Error ? error.message : String(error);
      io.stderr.write(`${reason} Trying again in ${Math.ceil(retryMs / 1000)} s.\n`);
    },
  };
  const synced = await host.mirrors.sync(order, watch).finally(view.end);
  if (synced.isInterrupted && !order.follow) {
    const { calls } = synced.mirror.coverage;
    throw new InterruptedError(`interrupted. ${calls} calls are there; the same command goes on.`);
  }
  const seconds = Math.round((performance.now() - startMs) / 100) / 10;
  const { folder, requests, mirror, unreadable, recordings } = synced;
  await output().answer(
    { connection: order.connection, folder, requests, seconds, mirror, unreadable, recordings },
    () => describe(order, synced, seconds),
  );
  if (recordings && recordings.problems.length > 0) finish(exitCodes.tryLater);
}

/** Of more, the number says enough. */
const NAMED_CALLS = 5;

function describe(
  { connection }: SyncOrder,
  { requests, mirror, unreadable, recordings }: SyncedMirror,
  seconds: number,
): string {
  return [
    mirrorLine(mirror),
    ...unreadable.slice(0, NAMED_CALLS).map(({ callId, reason }) => `Call ${callId || "without an id"}: ${reason}`),
    ...(recordings ? describeRecordings(recordings) : []),
    `${requests} ${requests === 1 ? "request" : "requests"} in ${seconds} s.`,
    `To search it: tamtam search-calls --connection ${connection} --keywords pricing`,
  ].join("\n");
}

async function explainSync({ options, output }: ProgramContext, order: SyncOrder): Promise<void> {
  const { host, io } = options;
  const cost = await host.mirrors.explain(order, { signal: io.signal, onProgress: () => {}, onProblem: () => {} });
  await output().answer({ connection: order.connection, ...cost }, () => {
    const time = cost.seconds === null ? "" : `, at least ${cost.seconds} s`;
    const share = cost.shareOfDay === null ? "" : `, ${Math.round(1000 * cost.shareOfDay) / 10} % of a day's requests`;
    const left = cost.leftToday === null ? "" : ` ${cost.leftToday} are left for today.`;
    return `${cost.calls} calls to mirror: about ${cost.requests} requests${time}${share}.${left}${describeSpace(cost.recordings)}`;
  });
}

function describeRecordings({ count, sizeBytes, problems }: SyncedRecordings): string[] {
  const [first] = problems;
  const lost = first && `${problems.length} could not be had, such as that of call ${first.callId}: ${first.reason}`;
  return [`${count} recordings brought here, ${inGb(sizeBytes)}.`, ...(lost ? [lost] : [])];
}

function describeSpace(recordings: RecordingsToSync | undefined): string {
  if (!recordings) return "";
  const { calls, hours, sizeBytes } = recordings;
  const space =
    sizeBytes === null ? "what they take shows once some are here" : `about ${inGb(sizeBytes)}, by those that are here`;
  return `\nRecordings of ${calls} calls in the mirror, ${hours} hours, are not here: ${space}.`;
}

function inGb(sizeBytes: number): string {
  return sizeBytes < 1e8 ? `${Math.ceil(sizeBytes / 1e6)} MB` : `${(sizeBytes / 1e9).toFixed(1)} GB`;
}

function mediaAlone(): InvalidInputError {
  return new InvalidInputError([
    {
      parameter: "--media",
      message: "goes without --follow: it brings what there is, then ends; run it from time to time",
    },
  ]);
}

/** Midnight (UTC) of a date. @throws InvalidInputError for a date there is not */
function readDate(parameter: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const timeMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const isDate = !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(text);
  if (isDate) return timeMs;
  throw new InvalidInputError([{ parameter, message: `must be a date such as 2025-01-31; got "${text}"` }]);
}
