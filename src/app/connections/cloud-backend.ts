import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInputError } from "../../calls/errors.ts";
import { addCallOnce } from "../../client/add-call-once.ts";
import { cloudCalls } from "../../client/cloud-calls.ts";
import { cloudFinding } from "../../client/cloud-finding.ts";
import type { MediaFile } from "../../client/multipart.ts";
import { runRemoteAction } from "../../client/tamtam-actions.ts";
import type { ActionForwarding, Backend, Caller } from "../../connection/backend.ts";
import type { AddCallRequest, AddCallResponse } from "../../gong-api/schemas/add-call.ts";
import { httpSend } from "./http-send.ts";
import type { OpenConnection } from "./open-connection.ts";
import { textMatching } from "../text-matching.ts";

export interface CloudBackendOptions {
  /** Whether recordings may be files of this machine. */
  readonly acceptsFiles: boolean;
  readonly caller?: Caller | undefined;
}

/** Gong's cloud, or another server, as the actions see it. */
export function cloudBackend(open: OpenConnection, { acceptsFiles, caller }: CloudBackendOptions): Backend {
  const { api, budget, addedCalls, known } = open;
  const clock = Date.now;
  return {
    isRemote: true,
    api: { addCall: (request) => addWithRecording(request, open, acceptsFiles) },
    status: cloudCalls({ api, addedCalls, clock }),
    finding: cloudFinding({ api, budget, matching: textMatching(), clock, approve: caller?.approve }),
    ...(known.kind === "tamtam" && { forwarding: forwarding(open) }),
  };
}

/** Another Tamtam server has a status for each call, an index, and can delete: more than can be made of Gong's operations. */
function forwarding({ known, credentials }: OpenConnection): ActionForwarding {
  const parts = { baseUrl: known.baseUrl, send: httpSend, credentials, clock: Date.now };
  return {
    // A recording of this machine has to be sent from here.
    forwards: (action) => action !== "add-call",
    run: (action, parameters) => runRemoteAction(action, parameters, parts),
  };
}

/** A recording of this machine is sent; one at a URL is fetched by the other side. */
async function addWithRecording(
  request: AddCallRequest,
  { api, addedCalls }: OpenConnection,
  acceptsFiles: boolean,
): Promise<AddCallResponse> {
  const url = request.downloadMediaUrl ?? "";
  if (!url.startsWith("file:")) return addCallOnce(api, request, addedCalls);
  if (!acceptsFiles) {
    const message = `must be a URL that starts with https:// or http://; got "${url}"`;
    throw new InvalidInputError([{ parameter: "downloadMediaUrl", message }]);
  }
  const file = await openFile(fileURLToPath(url));
  const added = await addCallOnce(api, { ...request, downloadMediaUrl: undefined }, addedCalls);
  const isShown =
    added.duplicate && (await api.listCallsExtensive({ filter: { callIds: [added.callId] } })).calls.length > 0;
  // A call that shows has its recording; one that does not may have been left without when the sending broke off.
  if (!isShown) await api.addCallRecording({ id: added.callId, file });
  return added;
}

async function openFile(path: string): Promise<MediaFile> {
  const { size } = await stat(path);
  return {
    name: basename(path),
    sizeBytes: size,
    isRepeatable: true,
    [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator](),
  };
}
