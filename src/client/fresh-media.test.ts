import { expect, test } from "vitest";
import type { ListCallsExtensiveResponse } from "../gong-api/schemas/list-calls-extensive.ts";
import { freshMedia } from "./fresh-media.ts";

const HOUR_MS = 3_600_000;

test("links are asked for once, and again before their eight hours are over", async () => {
  let nowMs = 0;
  let askedCount = 0;
  const listCallsExtensive = async (): Promise<ListCallsExtensiveResponse> => {
    askedCount += 1;
    const calls = [{ metaData: { id: "1" }, media: { audioUrl: `https://media.example/${askedCount}` } }];
    const records = { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 };
    return { records, calls: calls as unknown as ListCallsExtensiveResponse["calls"] }; // no more of it is read
  };
  const linksOf = freshMedia({ listCallsExtensive }, () => nowMs);
  expect(await linksOf("1")).toEqual({ audioUrl: "https://media.example/1", videoUrl: null });
  nowMs = 7 * HOUR_MS;
  expect(await linksOf("1")).toMatchObject({ audioUrl: "https://media.example/1" });
  nowMs = 7.6 * HOUR_MS;
  expect(await linksOf("1")).toMatchObject({ audioUrl: "https://media.example/2" });
});
