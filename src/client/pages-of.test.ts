import { describe, expect, test } from "vitest";
import { RemoteError } from "../gong-api/remote-error.ts";
import { allOf, type Listing, pagesOf } from "./pages-of.ts";

interface Page {
  readonly records: { totalRecords: number; currentPageSize: number; currentPageNumber: number; cursor?: string };
  readonly ids: readonly string[];
}
const listing: Listing<Page, string> = { items: ({ ids }) => ids, id: (id) => id };

/** Answers pages by cursor: `undefined` is the first. An error is thrown once. */
function lister(
  pages: Record<string, readonly [ids: readonly string[], next?: string]>,
  trouble: Record<string, Error[]> = {},
) {
  const asked: (string | undefined)[] = [];
  const list = async ({ cursor }: { cursor?: string | undefined }): Promise<Page> => {
    asked.push(cursor);
    if (asked.length > 50) throw new Error("asked without end");
    const error = trouble[cursor ?? "first"]?.shift();
    if (error) throw error;
    const [ids, next] = pages[cursor ?? "first"] ?? [[]];
    const records = {
      totalRecords: 5,
      currentPageSize: ids.length,
      currentPageNumber: 0,
      ...(next && { cursor: next }),
    };
    return { records, ids };
  };
  return { list, asked };
}

const expired = () => new RemoteError("cursor-expired", "The cursor has expired.");

describe("pages of a list", () => {
  test("are asked for one by one, with the cursor of the one before", async () => {
    const { list, asked } = lister({ first: [["1", "2"], "b"], b: [["3"], "c"], c: [["4", "5"]] });
    const pages = pagesOf(list, {}, listing);
    expect((await pages.next()).value).toEqual({ items: ["1", "2"], totalRecords: 5 });
    expect(asked).toEqual([undefined]);
    expect((await pages.next()).value).toMatchObject({ items: ["3"] });
    expect((await pages.next()).value).toMatchObject({ items: ["4", "5"] });
    expect((await pages.next()).done).toBe(true);
    expect(asked).toEqual([undefined, "b", "c"]);
  });

  test("do not begin again where the caller's own cursor has expired: what came before it is not known", async () => {
    const { list, asked } = lister({ first: [["1"], "b"], b: [["2"]] }, { b: [expired()] });
    await expect(allOf(list, { cursor: "b" }, listing)).rejects.toMatchObject({ code: "cursor-expired" });
    expect(asked).toEqual(["b"]);
  });

  test("begin again when the cursor has expired, and list nothing twice", async () => {
    const { list, asked } = lister({ first: [["1", "2"], "b"], b: [["3", "4"], "c"], c: [["5"]] }, { c: [expired()] });
    expect(await allOf(list, {}, listing)).toEqual(["1", "2", "3", "4", "5"]);
    expect(asked).toEqual([undefined, "b", "c", undefined, "b", "c"]);
  });

  test("are given up when the cursor keeps expiring before anything new is listed", async () => {
    const { list, asked } = lister({ first: [["1"], "b"] }, { b: Array.from({ length: 9 }, expired) });
    await expect(allOf(list, {}, listing)).rejects.toMatchObject({ code: "cursor-expired" });
    expect(asked.filter((cursor) => cursor === "b")).toHaveLength(4);
  });

  test("are not given up for a cursor that expires often, as long as something new is listed in between", async () => {
    const { list } = lister(
      { first: [["1"], "b"], b: [["2"], "c"], c: [["3"], "d"], d: [["4"], "e"], e: [["5"]] },
      { b: [expired()], c: [expired()], d: [expired()], e: [expired()] },
    );
    expect(await allOf(list, {}, listing)).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("list a call once that moved to a later page meanwhile", async () => {
    const { list } = lister({ first: [["1", "2"], "b"], b: [["2", "3"]] });
    expect(await allOf(list, {}, listing)).toEqual(["1", "2", "3"]);
  });

  test("end with an error where the same cursor comes again and again", async () => {
    const { list } = lister({ first: [["1"], "b"], b: [["1"], "b"] });
    await expect(allOf(list, {}, listing)).rejects.toMatchObject({ code: "remote-unreadable" });
  });

  test("end with an error where the cursors go round in a circle, which takes one request for each of them", async () => {
    const { list, asked } = lister({ first: [["1"], "b"], b: [["2"], "c"], c: [["3"], "b"] });
    await expect(allOf(list, {}, listing)).rejects.toMatchObject({ code: "remote-unreadable" });
    expect(asked).toEqual([undefined, "b", "c"]);
    const own = lister({ a: [["1"], "b"], b: [["2"], "a"] });
    await expect(allOf(own.list, { cursor: "a" }, listing)).rejects.toMatchObject({ code: "remote-unreadable" });
    expect(own.asked).toEqual(["a", "b"]);
  });

  test("pass every other error on", async () => {
    const { list } = lister({ first: [["1"], "b"] }, { b: [new RemoteError("remote-denied", "no")] });
    await expect(allOf(list, {}, listing)).rejects.toMatchObject({ code: "remote-denied" });
  });
});
