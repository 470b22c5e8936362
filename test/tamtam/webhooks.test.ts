import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WebhookBody } from "../../src/gong-api/present/present-webhook.ts";
import { describeWebhookCall } from "../../src/engine/operations/webhooks/describe-webhook-call.ts";
import { matchWebhookFilter } from "../../src/engine/operations/webhooks/match-webhook-filter.ts";
import type { DetailedCall } from "../../src/gong-api/schemas/list-calls-extensive.ts";
import { deliverNext, deliverWebhooks, makeDeliveries } from "../../src/engine/webhooks/deliver-webhooks.ts";
import { sha256Hex, verifiedClaims, WebhookReceiver } from "../support/webhook-receiver.ts";
import { bareCall, fullCall, waitingCall } from "../gong/library.ts";
import { LEASE_MS, WebhookWorld } from "./webhook-world.ts";

let world: WebhookWorld;
let receiver: WebhookReceiver;

beforeEach(async () => {
  world = await WebhookWorld.open();
  receiver = await WebhookReceiver.open();
});

afterEach(async () => {
  await receiver[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const bodyOf = (index: number) => JSON.parse(receiver.received[index]?.body ?? "null") as WebhookBody; // what a test is about

describe("a call that has been processed", () => {
  it("is sent once to each rule it matches, with everything that Gong sends of a call", async () => {
    const rule = await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    expect(await world.deliver()).toBe(1);
    const { callData, isTest, isPrivate } = bodyOf(0);
    expect({ isTest, isPrivate }).toEqual({ isTest: false, isPrivate: false });
    expect(callData.metaData).toMatchObject({ id: fullCall.id, title: "Renewal with Acme", duration: 61 });
    expect(callData.context?.[0]?.objects[0]).toMatchObject({ objectId: "0013601230sV7grAAC" });
    expect(callData.content?.topics).toContainEqual({ name: "Pricing", duration: 8 });
    expect(callData.interaction?.interactionStats).toContainEqual({ name: "Talk Ratio", value: 0.6 });
    expect(callData.media?.audioUrl).toBe(`https://tamtam.example/media/${fullCall.id}/audio`);
    const [ann, bob] = callData.parties;
    expect(ann).toMatchObject({ userId: "501", emailAddress: "ann@ours.example" });
    expect(Object.keys(bob ?? {})).not.toEqual(expect.arrayContaining(["emailAddress"]));
    expect(bob).not.toHaveProperty("userId");
    const [delivery] = await world.deliveries();
    expect(delivery).toMatchObject({
      ruleId: rule.id,
      callId: fullCall.id,
      isTest: false,
      state: "delivered",
      due: null,
      attempts: [{ number: 1, status: 200, failure: null }],
    });
    expect(receiver.received[0]?.headers).toMatchObject({
      "content-type": "application/json;charset=UTF-8",
      "tamtam-delivery": delivery?.id,
      "tamtam-webhook-rule": rule.id,
      "tamtam-attempt": "1",
    });
    expect(await world.deliver()).toBe(0);
  });

  it("is not sent where no rule was enabled then, nor to a rule that was made since", async () => {
    await world.createRule({ url: receiver.url, enabled: false });
    await world.process(fullCall.id);
    await world.createRule({ url: receiver.url });
    await world.process(bareCall.id);
    world.server.clock.nowMs += 1;
    await world.createRule({ url: receiver.url, name: "later" });
    await world.deliver();
    expect(receiver.received.map((_, index) => bodyOf(index).callData.metaData.id)).toEqual([bareCall.id]);
  });

  it("is sent although another one cannot be looked at, which waits for the next time", async () => {
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    await world.process(bareCall.id);
    const parts = world.deliverParts();
    const matches: typeof parts.matches = async (filter, callId) => {
      if (callId === fullCall.id) throw new Error("the index cannot be read");
      return parts.matches(filter, callId);
    };
    await makeDeliveries({ ...parts, matches });
    expect((await world.deliveries()).map(({ callId }) => callId)).toEqual([bareCall.id]);
    expect(world.errors).toEqual([new Error("the index cannot be read")]);
    await makeDeliveries(parts);
    expect((await world.deliveries()).map(({ callId }) => callId)).toEqual([fullCall.id, bareCall.id]);
  });

  it("is sent to nobody once it is deleted, and its deliveries are gone with it", async () => {
    await world.createRule({ url: receiver.url });
    receiver.answers = [{ status: 500, body: "Bob Stone broke me" }];
    await world.process(fullCall.id);
    await world.process(bareCall.id);
    await world.deliver();
    await world.process(bareCall.id);
    for (const { id } of [fullCall, bareCall]) await world.send("DELETE", `calls/${id}`);
    world.server.clock.nowMs += 24 * 60 * MINUTE_MS;
    expect(await world.deliver()).toBe(0);
    expect(await world.deliveries()).toEqual([]);
    expect(receiver.received).toHaveLength(2);
    expect(world.errors).toEqual([]);
    const files = (await readdir(world.server.folder)).filter((name) => name.startsWith("tamtam.db"));
    const texts = await Promise.all(files.map((name) => readFile(join(world.server.folder, name), "latin1")));
    expect(texts.filter((text) => text.includes("Bob Stone broke me"))).toEqual([]);
  });
});

describe("a rule's filter", () => {
  const matching: [string, object][] = [
    ["direction", { direction: "Outbound" }],
    ["workspace", { workspaceId: "300" }],
    ["primary user", { primaryUserIds: ["501", "777"] }],
    ["duration in seconds", { minDuration: 61.4 }],
    ["words of the title", { title: "acme RENEWAL" }],
    ["any keyword, inflected, as in a search", { keywords: ["budgets", "unheard"], keywordMatch: "any" }],
    ["all together", { direction: "Outbound", keywords: ["budget", "cost"], minDuration: 60 }],
  ];

  it.each(matching)("lets a call through by %s", async (_, filter) => {
    await world.createRule({ url: receiver.url, filter });
    await world.process(fullCall.id);
    expect(await world.deliver()).toBe(1);
  });

  const others: [string, object][] = [
    ["direction", { direction: "Inbound" }],
    ["workspace", { workspaceId: "301" }],
    ["primary user", { primaryUserIds: ["502"] }],
    ["duration", { minDuration: 61.6 }],
    ["title", { title: "onboarding" }],
    ["keyword", { keywords: ["budget", "unheard"] }],
    ["tracker", { trackerNames: ["Nobody defined this one"] }],
    ["one of several", { direction: "Outbound", title: "onboarding" }],
  ];

  it.each(others)("keeps a call back by %s", async (_, filter) => {
    await world.send("POST", "workspaces", { id: "301", name: "Europe" });
    expect(await world.createRule({ url: receiver.url, filter })).toMatchObject({ filter });
    await world.process(fullCall.id);
    expect(await world.deliver()).toBe(0);
    expect(await world.deliveries()).toEqual([]);
  });
});

it("a filter by words in which there is nothing to look for lets no call through, and keeps nobody waiting", async () => {
  const parts = { ...world.server.parts, describe: async () => undefined };
  for (const filter of [{ keywords: ["..."] }, { title: "?!" }]) {
    expect(await matchWebhookFilter(parts, filter, fullCall.id)).toBe(false);
  }
});

it.each([
  [["Competitors"], true],
  [["Pricing", "Competitors"], true],
  [["Pricing"], false],
  [["Budget"], false],
])("a filter by the trackers %j asks whether one of them was found", async (trackerNames, isMatch) => {
  const { parts, services } = world.server;
  const call = await describeWebhookCall(services.gongApi(undefined), fullCall.id);
  const trackers = [
    { name: "Competitors", count: 2 },
    { name: "Budget", count: 0 },
  ];
  const tracked = { ...call, content: { trackers } } as unknown as DetailedCall; // as much of a tracker as is looked at
  const matches = await matchWebhookFilter({ ...parts, describe: async () => tracked }, { trackerNames }, fullCall.id);
  expect(matches).toBe(isMatch);
});

describe("a receiver", () => {
  it("can check who sent it with the published key, and that body and address are what was signed", async () => {
    const { url, authentication } = await world.createRule({ url: `${receiver.url}?a=1` });
    expect({ url, authentication }).toEqual({ url: `${receiver.url}?a=1`, authentication: "signed-jwt-header" });
    await world.process(fullCall.id);
    await world.deliver();
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    const { publicKey, publicKeyPem, keyId } = await world.publicKey();
    const jwt = headers["authorization"] ?? "";
    expect(verifiedClaims(jwt, publicKeyPem)).toEqual({ webhook_url: url, body_sha256: sha256Hex(body) });
    expect(JSON.parse(Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString())).toMatchObject({ kid: keyId });
    // As a person copies it from Gong's page.
    const wrapped = `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----`;
    expect(verifiedClaims(jwt, wrapped)).toBeDefined();
    const forged = `${jwt.slice(0, -6)}AAAAAA`;
    expect(verifiedClaims(forged, publicKeyPem)).toBeUndefined();
  });

  it("has to learn another key after it was rotated, and not before", async () => {
    await world.createRule({ url: receiver.url });
    const before = await world.publicKey();
    expect(await world.publicKey()).toEqual(before);
    await world.process(bareCall.id);
    await world.deliver();
    const { body: after } = await world.send<typeof before>("POST", "webhook-key/rotate");
    expect(after.keyId).not.toBe(before.keyId);
    await world.process(fullCall.id);
    await world.deliver();
    const [old = "", jwt = ""] = receiver.received.map(({ headers }) => headers["authorization"]);
    expect(verifiedClaims(old, before.publicKeyPem)).toBeDefined();
    expect(verifiedClaims(jwt, before.publicKeyPem)).toBeUndefined();
    expect(verifiedClaims(jwt, after.publicKeyPem)).toBeDefined();
  });

  it("can tell the sender by a key in the URL instead, made here unless it came with one", async () => {
    const made = await world.createRule({ url: receiver.url, authentication: "url-includes-key" });
    expect(made.url).toMatch(/\/hook\?key=[\w-]{43}$/);
    const own = await world.createRule({ url: `${receiver.url}?key=mine`, authentication: "url-includes-key" });
    expect(own.url).toBe(`${receiver.url}?key=mine`);
    await world.send("PATCH", `webhook-rules/${made.id}`, { name: "CRM of today" });
    await world.process(fullCall.id);
    await world.deliver();
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(
      [made.url, own.url].map((url) => url.slice(url.indexOf("/hook"))).sort(),
    );
    expect(receiver.received.map(({ headers }) => headers["authorization"])).toEqual([undefined, undefined]);
  });

  it("that is down gets it when it is up again, under the same delivery id", async () => {
    const { port } = receiver;
    await world.createRule({ url: receiver.url });
    await receiver[Symbol.asyncDispose]();
    await world.process(fullCall.id);
    expect(await world.deliver()).toBe(1);
    const [waiting] = await world.deliveries("?state=waiting");
    expect(waiting).toMatchObject({
      due: "2026-06-12T11:30:30+02:00",
      attempts: [{ number: 1, status: null, failure: `127.0.0.1:${port} refused the connection` }],
    });
    receiver = await WebhookReceiver.open(port);
    world.server.clock.nowMs += MINUTE_MS / 2 - 1;
    expect(await world.deliver()).toBe(0);
    world.server.clock.nowMs += 1;
    expect(await world.deliver()).toBe(1);
    expect(receiver.received[0]?.headers).toMatchObject({ "tamtam-delivery": waiting?.id, "tamtam-attempt": "2" });
    expect(await world.deliveries()).toMatchObject([{ state: "delivered", attempts: [{ number: 1 }, { number: 2 }] }]);
  });

  it("that always fails is given up on after eight tries within a day, visibly, and can be sent to again", async () => {
    receiver.answers = [{ status: 500, body: `<h1>Broken</h1>${"x".repeat(3000)}` }];
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    await world.deliver();
    const dueMinutes: number[] = [];
    const begunMs = world.server.clock.nowMs;
    for (
      let [waiting] = await world.deliveries("?state=waiting");
      waiting;
      [waiting] = await world.deliveries("?state=waiting")
    ) {
      world.server.clock.nowMs = Date.parse(waiting.due ?? "");
      dueMinutes.push((world.server.clock.nowMs - begunMs) / MINUTE_MS);
      await world.deliver();
    }
    expect(dueMinutes).toEqual([0.5, 2.5, 12.5, 42.5, 162.5, 522.5, 1422.5]);
    const [failed] = await world.deliveries("?state=failed");
    expect(failed?.attempts).toHaveLength(8);
    expect(failed?.attempts[7]).toMatchObject({ number: 8, status: 500 });
    expect(failed?.attempts[7]?.answer).toHaveLength(1000);
    receiver.answers = [{ status: 204 }];
    const resent = await world.send("POST", `webhook-deliveries/${failed?.id}/resend`);
    expect(resent.status).toBe(202);
    await world.deliver();
    expect(await world.deliveries()).toMatchObject([{ id: failed?.id, state: "delivered" }]);
    expect(receiver.received[8]?.headers["tamtam-attempt"]).toBe("9");
  });

  it("that does not answer is not waited for longer than the time there is", async () => {
    receiver.answers = ["never"];
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    await world.deliver("sender", { timeoutMs: 50 });
    const [delivery] = await world.deliveries();
    expect(delivery).toMatchObject({
      state: "waiting",
      attempts: [{ status: null, failure: `127.0.0.1:${receiver.port} took too long to answer` }],
    });
  });

  it("that answers without end is listened to as far as the log shows it", async () => {
    const endless = createServer((_request, response) => {
      const more = () => {
        while (response.write("x".repeat(700))) continue;
      };
      response.on("drain", more);
      more();
    });
    await new Promise<void>((resolve) => {
      endless.listen(0, "127.0.0.1", resolve);
    });
    const { port } = endless.address() as AddressInfo; // it listens
    await world.createRule({ url: `http://127.0.0.1:${port}` });
    await world.process(fullCall.id);
    await world.deliver("sender", { timeoutMs: 3_600_000 });
    endless.closeAllConnections();
    endless.close();
    expect(await world.deliveries()).toMatchObject([
      { state: "delivered", attempts: [{ status: 200, answer: "x".repeat(1000) }] },
    ]);
  });

  it("that points elsewhere is not followed", async () => {
    receiver.answers = [{ status: 302, headers: { location: `${receiver.url}/elsewhere` } }];
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    await world.deliver();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
    expect(await world.deliveries()).toMatchObject([{ state: "waiting", attempts: [{ status: 302 }] }]);
  });

  it.each(["127.0.0.1", "localhost", "169.254.169.254", "[::1]"])(
    "inside a private network, such as %s, is not sent to unless an operator allows it",
    async (host) => {
      await world.createRule({ url: `http://${host}:${receiver.port}/hook` });
      await world.process(fullCall.id);
      await world.deliver("sender", { allowHosts: [] });
      expect(receiver.received).toEqual([]);
      expect(await world.deliveries()).toMatchObject([
        {
          state: "failed",
          attempts: [{ status: null, failure: expect.stringContaining("TAMTAM_WEBHOOK_ALLOW_HOSTS") }],
        },
      ]);
    },
  );
});

describe("senders", () => {
  const claim = (senderId: string) => world.server.parts.webhookDeliveries.claim(senderId, LEASE_MS);

  it("that race send a delivery once, and make it once", async () => {
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    const counts = await Promise.all(["a", "b", "c"].map((senderId) => world.deliver(senderId)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(receiver.received).toHaveLength(1);
  });

  it("go on until they are stopped: send what comes, clear what is long over, and outlive trouble with the library", async () => {
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    expect(await world.deliver()).toBe(1);
    world.server.clock.nowMs += 31 * DAY_MS;
    await world.process(bareCall.id);
    const parts = world.deliverParts();
    vi.spyOn(parts.rules, "listProcessed")
      .mockRejectedValueOnce(new Error("the disk is full"))
      .mockRejectedValueOnce(new Error("the disk is full"));
    const stop = new AbortController();
    const options = { senderId: "loop", signal: stop.signal, leaseMs: LEASE_MS, pollMs: 1, concurrency: 2 };
    const going = deliverWebhooks(parts, options);
    await expect
      .poll(async () => (await world.deliveries()).map(({ callId, state }) => ({ callId, state })))
      .toEqual([{ callId: bareCall.id, state: "delivered" }]);
    stop.abort();
    await going;
    expect(world.errors).toEqual([new Error("the disk is full"), new Error("the disk is full")]);
  });

  it("that are killed leave their delivery to others when the lease is over", async () => {
    await world.createRule({ url: receiver.url });
    await world.send("POST", `webhook-rules/${(await world.createRule({ url: receiver.url })).id}/test`);
    const claimed = await claim("killed");
    expect(await world.deliver()).toBe(0);
    world.server.clock.nowMs += LEASE_MS;
    expect(await world.deliver()).toBe(1);
    expect(receiver.received[0]?.headers["tamtam-delivery"]).toBe(claimed?.id);
  });

  it("that are stopped while they send give the delivery back", async () => {
    receiver.answers = ["never"];
    await world.createRule({ url: receiver.url });
    await world.process(fullCall.id);
    const stop = new AbortController();
    const parts = world.deliverParts();
    const sender: typeof parts.sender = {
      send: (message, signal) => {
        const sending = parts.sender.send(message, signal);
        stop.abort();
        return sending;
      },
    };
    await world.deliver("nobody", { timeoutMs: 1 }); // makes it; the receiver says nothing
    world.server.clock.nowMs += MINUTE_MS;
    await deliverNext({ ...parts, sender }, { senderId: "stopped", leaseMs: LEASE_MS, signal: stop.signal });
    expect(await world.deliveries()).toMatchObject([
      { state: "waiting", attempts: [{}, { failure: "the server was stopped while it was sent" }] },
    ]);
    receiver.answers = [{ status: 200 }];
    expect(await world.deliver("next")).toBe(1);
    expect((await world.deliveries())[0]?.state).toBe("delivered");
  });
});

describe("a rule", () => {
  it("is tested with the newest call or another one, marked as a test, whatever it lets through", async () => {
    const { id } = await world.createRule({ url: receiver.url, enabled: false, filter: { direction: "Inbound" } });
    const { status } = await world.send("POST", `webhook-rules/${id}/test`);
    expect(status).toBe(202);
    await world.send("POST", `webhook-rules/${id}/test`, { callId: fullCall.id });
    await world.deliver();
    const told = [bodyOf(0), bodyOf(1)].map(({ isTest, callData }) => [isTest, callData.metaData.id]);
    expect(told).toEqual([
      [true, bareCall.id],
      [true, fullCall.id],
    ]);
    expect((await world.send("POST", `webhook-rules/${id}/test`, { callId: waitingCall.id })).status).toBe(404);
  });

  it("is listed, changed, switched off and deleted", async () => {
    const rule = await world.createRule({ url: receiver.url, filter: { title: "renewal", minDuration: 1.5 } });
    expect(rule).toMatchObject({ enabled: true, filter: { title: "renewal", minDuration: 1.5 } });
    const changed = { enabled: false, filter: { keywords: ["budget"] } };
    const { body } = await world.send("PATCH", `webhook-rules/${rule.id}`, changed);
    expect(body).toEqual({ rule: { ...rule, ...changed } });
    expect((await world.send("GET", "webhook-rules")).body).toEqual({ rules: [{ ...rule, ...changed }] });
    expect((await world.send("DELETE", `webhook-rules/${rule.id}`)).status).toBe(200);
    expect((await world.send("DELETE", `webhook-rules/${rule.id}`)).status).toBe(404);
    expect((await world.send("GET", "webhook-rules")).body).toEqual({ rules: [] });
  });

  interface Refusal {
    readonly error: { readonly problems: readonly { readonly parameter: string; readonly message: string }[] };
  }

  it("is refused where it could never let a call through", async () => {
    const { id } = await world.createRule({ url: receiver.url });
    for (const [filter, problem] of [
      [{ workspaceId: "9" }, { parameter: "filter.workspaceId", message: expect.stringContaining("no workspace 9") }],
      [{ keywords: ["price", "..."] }, { parameter: "filter.keywords[1]", message: expect.stringContaining("letter") }],
      [{ title: "?!" }, { parameter: "filter.title", message: expect.stringContaining("letter") }],
    ] as const) {
      const made = await world.send<Refusal>("POST", "webhook-rules", { name: "CRM", url: receiver.url, filter });
      const changed = await world.send<Refusal>("PATCH", `webhook-rules/${id}`, { filter });
      for (const { status, body } of [made, changed]) {
        expect([status, body.error.problems]).toEqual([400, [problem]]);
      }
    }
  });

  it("takes no user name and password in its URL, and does not repeat them", async () => {
    for (const url of ["https://user:pass@crm.example/gong", "https://user@crm.example", "https://:pass@crm.example"]) {
      const { status, body } = await world.send<Refusal>("POST", "webhook-rules", { name: "CRM", url });
      expect(status).toBe(400);
      expect(body.error.problems).toMatchObject([{ parameter: "url" }]);
      expect(body.error.problems[0]?.message).toMatch(
        /^must have no user name and password in it: .* has a key instead$/,
      );
    }
  });

  it("is refused with every problem at once", async () => {
    const { status, body } = await world.send<{ error: { problems: { parameter: string }[] } }>(
      "POST",
      "webhook-rules",
      {
        url: "ftp://crm.example",
        authentication: "none",
        filter: { direction: "Up", keyword: "x" },
      },
    );
    expect(status).toBe(400);
    expect(body.error.problems.map(({ parameter }) => parameter).sort()).toEqual(
      ["authentication", "filter", "filter.direction", "name", "url"].sort(),
    );
  });
});
