import { expect, it } from "vitest";
import { fakeSynced } from "../../../test/support/cli/fake-mirrors.ts";
import { followMirrors } from "./follow-mirrors.ts";

it("tries a mirror again that could not be kept in step, reporting what was wrong", async () => {
  const stop = new AbortController();
  const reported: unknown[] = [];
  let tries = 0;
  const sync = async () => {
    tries += 1;
    if (tries < 3) throw new Error(`busy ${tries}`);
    stop.abort();
    return fakeSynced;
  };
  const reportError = (error: unknown) => reported.push(error);
  await followMirrors({ sync }, ["acme"], { reportError, signal: stop.signal, retryMs: 1 });
  expect(tries).toBe(3);
  expect(reported).toEqual([new Error("busy 1"), new Error("busy 2")]);
});

it("ends while it waits to try again", async () => {
  const stop = new AbortController();
  const sync = async () => {
    throw new Error("busy");
  };
  await followMirrors({ sync }, ["acme"], { reportError: () => stop.abort(), signal: stop.signal });
  expect(stop.signal.aborted).toBe(true);
});
