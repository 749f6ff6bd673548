import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import { postMessage } from "~/domain/matching/post-message.server";
import { newId } from "~/domain/shared/ids";
import { publishIntroductionChange } from "~/jobs/matching/publish-hint.server";
import { publishNotificationHints } from "~/jobs/notifications/publish-hint.server";
import { logger } from "~/platform/logger.server";
import { attachRealtime } from "~/realtime/attach.server";
import { holdServer } from "~/realtime/server-holder.server";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { ask, makeScene } from "../matching/scene";

const t = useTestDb();
const context = () => ({ db: t.db, logger });

let server: Server;
let address: string;
const people = new Map<string, UserActor>();
const open: Socket[] = [];

beforeEach(async () => {
  const http = createServer();
  server = new Server(http);
  // The session library is the network edge here: a cookie names the person.
  attachRealtime(server, async (headers) => people.get(headers.get("cookie") ?? "") ?? null);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const socket of open.splice(0)) socket.disconnect();
  holdServer(undefined);
  await server.close();
  people.clear();
});

function connect(namespace: string, cookie: string): Promise<Socket> {
  const socket = io(`${address}${namespace}`, {
    transports: ["websocket"],
    extraHeaders: { cookie },
    reconnection: false,
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.on("connect", () => resolve(socket));
    socket.on("connect_error", reject);
  });
}

const next = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) => socket.once("changed", resolve));

describe("sockets", () => {
  it("let nobody in without a session", async () => {
    await expect(connect("/notifications", "nobody")).rejects.toThrow("sign_in_required");
    await expect(connect("/introductions", "")).rejects.toThrow("sign_in_required");
  });

  it("hint at new notifications to the person concerned only", async () => {
    const scene = await makeScene(t.db);
    people.set("buyer", scene.buyer).set("supplier", scene.supplier);
    const [buyer, supplier] = [
      await connect("/notifications", "buyer"),
      await connect("/notifications", "supplier"),
    ];
    const atBuyer: unknown[] = [];
    buyer.on("changed", (hint) => atBuyer.push(hint));
    const hint = next(supplier);
    await ask(t.db, scene);
    await publishNotificationHints({ userIds: [scene.supplier.userId] }, context());
    expect(await hint).toEqual({ sequence: 1, unread: 1 });
    expect(atBuyer).toEqual([]);
  });

  it("follow a conversation from either side, and from nowhere else", async () => {
    const scene = await makeScene(t.db);
    people.set("buyer", scene.buyer).set("stranger", await makeStranger(t.db));
    const id = await ask(t.db, scene);
    await answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db);
    const [buyer, stranger] = [
      await connect("/introductions", "buyer"),
      await connect("/introductions", "stranger"),
    ];
    expect(await buyer.emitWithAck("join", id)).toEqual({ sequence: 0 });
    for (const forged of [id, newId(), "x", null, { id }]) {
      expect(await stranger.emitWithAck("join", forged)).toBeNull();
    }
    const atStranger: unknown[] = [];
    stranger.on("changed", (hint) => atStranger.push(hint));
    const hint = next(buyer);
    await postMessage(id, { messageId: newId(), body: "您好" }, scene.supplier, t.db);
    await publishIntroductionChange({ introductionId: id }, context());
    expect(await hint).toEqual({ introductionId: id, sequence: 1 });
    expect(atStranger).toEqual([]);
    // A page that was away learns at the next connection what it missed.
    expect(await buyer.emitWithAck("join", id)).toEqual({ sequence: 1 });
  });
});
