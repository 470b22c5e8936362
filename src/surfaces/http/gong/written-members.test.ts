import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WrittenMembers } from "./written-members.ts";

const head = Buffer.from('{"requestId":"a1"');

test("members follow the request's id, which is not taken from the body", () => {
  const textOf = (body: object) => head.toString() + Buffer.from(new WrittenMembers(body).bytes).toString();
  expect(textOf({ calls: [1], requestId: "b2" })).toBe('{"requestId":"a1","calls":[1]}');
  expect(textOf({ requestId: "b2" })).toBe('{"requestId":"a1"}');
});

test("they are packed behind any head, several times", async () => {
  const members = new WrittenMembers({ text: "Grüße ".repeat(40_000) });
  const whole = (start: Buffer) => Buffer.concat([start, members.bytes]).toString();
  for (const start of [head, Buffer.from('{"requestId":"another"')]) {
    const packed = await members.gzipAfter(start);
    expect(packed.length).toBeLessThan(2000);
    expect(gunzipSync(packed).toString()).toBe(whole(start));
  }
});
