import { describe, expect, test } from "vitest";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { GetCallTranscriptsRequest } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall, ListCallsExtensiveRequest } from "../gong-api/schemas/list-calls-extensive.ts";
import type { ListMultipleUsersRequest } from "../gong-api/schemas/list-multiple-users.ts";
import { listDetailed, readHosts, readTranscripts } from "./read-records.ts";

const MEDIA_SCOPE = "api:calls:read:media-url";
const withMedia = { context: "None", includeContent: false, includeMedia: true } as const;
const filter = { callIds: ["1"] };
const records = { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 };
const withheld = (scope: string) => new RemoteError("remote-scope", `permission to use '${scope}'`, { scope });

const callOf = (metaData: object, parties?: readonly object[]) => ({ metaData, parties }) as unknown as DetailedCall; // no more of it is read

describe("calls with links to their recordings", () => {
  /** A tenant that refuses some requests. */
  function tenant(refuse: (isMediaAsked: boolean) => Error | undefined) {
    const asked: boolean[] = [];
    const listCallsExtensive = async ({ contentSelector }: ListCallsExtensiveRequest) => {
      const isMediaAsked = contentSelector?.exposedFields?.media === true;
      asked.push(isMediaAsked);
      const error = refuse(isMediaAsked);
      if (error) throw error;
      return { records, calls: [callOf({ id: "1" })] };
    };
    return { api: { listCallsExtensive }, asked };
  }

  test("come without them for a key that may not have them", async () => {
    const { api, asked } = tenant((isMediaAsked) => (isMediaAsked ? withheld(MEDIA_SCOPE) : undefined));
    expect(await listDetailed(api, filter, withMedia)).toEqual([callOf({ id: "1" })]);
    expect(asked).toEqual([true, false]);
  });

  test("are not asked for again where it is another scope that is missing, or another error", async () => {
    for (const error of [withheld("api:calls:read:extensive"), new RemoteError("remote-denied", "no")]) {
      const { api, asked } = tenant(() => error);
      await expect(listDetailed(api, filter, withMedia)).rejects.toBe(error);
      expect(asked).toEqual([true]);
    }
  });

  test("are not asked for again where no links were asked for", async () => {
    const error = withheld(MEDIA_SCOPE);
    const { api, asked } = tenant(() => error);
    await expect(listDetailed(api, filter, { ...withMedia, includeMedia: false })).rejects.toBe(error);
    expect(asked).toEqual([false]);
  });
});

describe("the hosts of calls", () => {
  const nameless = callOf({ id: "1", primaryUserId: "7" }, [{ userId: "8", name: "Jo", emailAddress: "jo@x.example" }]);

  /** A directory that notes whom it is asked about. */
  function directory(error?: Error) {
    const asked: ListMultipleUsersRequest[] = [];
    const listMultipleUsers = async (request: ListMultipleUsersRequest) => {
      asked.push(request);
      if (error) throw error;
      return { records, users: [{ id: "7" }] as never };
    };
    return { api: { listMultipleUsers }, asked };
  }

  test("are asked for once, and only where no party tells name and address", async () => {
    const named = callOf({ id: "2", primaryUserId: "8" }, [{ userId: "8", name: "Jo", emailAddress: "jo@x.example" }]);
    const half = callOf({ id: "3", primaryUserId: "9" }, [{ userId: "9", name: "Al", emailAddress: null }]);
    const { api, asked } = directory();
    expect(await readHosts(api, [nameless, named, half, nameless])).toEqual([{ id: "7" }]);
    expect(asked.map((request) => request.filter)).toEqual([{ userIds: ["7", "9"] }]);
  });

  test("are nobody, and cost no request, where each call tells its host", async () => {
    const { api, asked } = directory();
    expect(await readHosts(api, [callOf({ id: "1" })])).toEqual([]);
    expect(asked).toEqual([]);
  });

  test.each([withheld("api:users:read"), new RemoteError("remote-denied", "no")])(
    "are done without where the key may not read users: %s",
    async (error) => {
      expect(await readHosts(directory(error).api, [nameless])).toEqual([]);
    },
  );

  test("are an error where the tenant fails", async () => {
    const error = new RemoteError("remote-broken", "500.");
    await expect(readHosts(directory(error).api, [nameless])).rejects.toBe(error);
  });
});

test("transcripts are asked for a hundred calls at a time, and are found by call", async () => {
  const asked: number[] = [];
  const getCallTranscripts = async ({ filter: { callIds = [] } }: GetCallTranscriptsRequest) => {
    asked.push(callIds.length);
    return { records, callTranscripts: callIds.map((callId) => ({ callId, transcript: [] })) };
  };
  const callIds = Array.from({ length: 201 }, (_, id) => String(id));
  const transcripts = await readTranscripts({ getCallTranscripts }, callIds);
  expect(asked).toEqual([100, 100, 1]);
  expect([...transcripts.keys()]).toEqual(callIds);
});
