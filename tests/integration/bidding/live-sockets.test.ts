import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { auctionPersonRoom, auctionRoom } from "~/domain/bidding/auction-hint-schema";
import type { AuctionNews } from "~/domain/bidding/auction-view";
import { tellBidAnswer } from "~/domain/bidding/bid-answer-news.server";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
import type { UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { resetEnv } from "~/platform/env.server";
import { attachRealtime } from "~/realtime/attach.server";
import { holdServer } from "~/realtime/server-holder.server";
import { clientKey, openAuction, type TestAuction } from "../../factories/auctions";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
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

/** A page, of a spectator without an account unless it has a name. */
async function connect(name?: string, actor?: UserActor) {
  if (name && actor) people.set(name, actor);
  const socket = io(`${address}/auctions`, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    ...(name ? { extraHeaders: { cookie: name } } : {}),
  });
  open.push(socket);
  const heard: { event: string; body: unknown }[] = [];
  socket.onAny((event: string, body: unknown) => heard.push({ event, body }));
  await new Promise<void>((resolve, reject) => {
    socket.on("connect", () => resolve());
    socket.on("connect_error", reject);
  });
  return { socket, heard };
}

const news = (socket: Socket): Promise<AuctionNews> =>
  new Promise((resolve) => socket.once("news", resolve));
const actorOf = (auction: TestAuction, number: number): UserActor => {
  const found = auction.bidders[number - 1];
  if (!found) throw new Error("no such bidder");
  return found.actor;
};
const bid = (auction: TestAuction, number: number, amountFen: bigint) =>
  placeBid(
    { auctionId: auction.auctionId, amountFen, clientKey: clientKey() },
    actorOf(auction, number),
    t.db,
  );

it("tells spectators without an account what everybody sees, and says where the run stands", async () => {
  const auction = await openAuction(t);
  const { auctionId } = auction;
  const { socket, heard } = await connect();
  expect(await socket.emitWithAck("join", auctionId)).toEqual({ auctionId, sequence: 2 });
  const first = news(socket);
  await bid(auction, 1, 100_000n);
  expect(await first).toMatchObject({
    auctionId,
    previousSequence: 2,
    board: { sequence: 3, best: { bidder: 1, amountFen: "100000" }, minimumFen: "101000" },
    lines: [{ kind: "BID", sequence: 3, bidder: 1, amountFen: "100000" }],
  });
  // Neither names nor persons nor the maximum that somebody set.
  const second = news(socket);
  const maximum = { auctionId, amountFen: 777_000n, clientKey: clientKey() };
  await setProxyBid({ ...maximum, isConfirmed: true }, actorOf(auction, 2), t.db);
  await second;
  const said = JSON.stringify(heard);
  expect(said).not.toContain("777000");
  for (const { organisationId, actor } of auction.bidders) {
    expect(said).not.toContain(organisationId);
    expect(said).not.toContain(actor.userId);
    expect(said).not.toContain(actor.name);
  }
});

it("carries answers to the bidder's own pages only, and lets nobody ask for another's", async () => {
  const auction = await openAuction(t);
  const { auctionId } = auction;
  const mine = actorOf(auction, 1);
  const own = await connect("own", mine);
  const twin = await connect("own", mine);
  const rival = await connect("rival", actorOf(auction, 2));
  const spectator = await connect();
  for (const { socket } of [own, twin, rival, spectator]) {
    await socket.emitWithAck("join", auctionId);
  }
  // What a page asks for by name is not a run, whatever the name.
  for (const forged of [
    auctionPersonRoom(auctionId, mine.userId),
    auctionRoom(auctionId),
    `${auctionId}:${mine.userId}`,
    { auctionId, userId: mine.userId },
    null,
    newId(),
  ]) {
    expect(await spectator.socket.emitWithAck("join", forged)).toBeNull();
  }
  const told = new Promise((resolve) => twin.socket.once("answered", resolve));
  tellBidAnswer({ auctionId, userId: mine.userId, answer: await bid(auction, 1, 100_000n) });
  expect(await told).toMatchObject({ auctionId, answer: { outcome: "ACCEPTED" } });
  await spectator.socket.emitWithAck("time");
  await rival.socket.emitWithAck("time");
  for (const { heard } of [rival, spectator]) {
    expect(heard.filter((one) => one.event === "answered")).toEqual([]);
  }
});

it("sends a burst in messages that follow each other, in which no event is missing", async () => {
  const auction = await openAuction(t, { bidders: 4 });
  const { socket, heard } = await connect();
  await socket.emitWithAck("join", auction.auctionId);
  for (let turn = 0; turn < 12; turn += 1) {
    await bid(auction, (turn % 4) + 1, BigInt(100_000 + turn * 1_000));
  }
  const standing = 14;
  await expect
    .poll(() => heard.some((one) => (one.body as AuctionNews).board?.sequence === standing), {
      timeout: 10_000,
    })
    .toBe(true);
  const messages = heard
    .filter((one) => one.event === "news")
    .map((one) => one.body as AuctionNews);
  const sequences = messages.flatMap((one) => one.lines.map((line) => line.sequence));
  expect(sequences).toEqual(Array.from({ length: 12 }, (_, at) => at + 3));
  for (const [at, message] of messages.entries()) {
    expect(message.previousSequence).toBe(messages[at - 1]?.board.sequence ?? 2);
  }
});

it("lets a page that was away notice that it missed something", async () => {
  const auction = await openAuction(t);
  const { auctionId } = auction;
  const { socket } = await connect();
  await socket.emitWithAck("join", auctionId);
  socket.emit("leave", auctionId);
  await socket.emitWithAck("time");
  await bid(auction, 1, 100_000n);
  await bid(auction, 2, 101_000n);
  expect(await socket.emitWithAck("join", auctionId)).toEqual({ auctionId, sequence: 4 });
  expect(await socket.emitWithAck("join", auctionId)).toBeNull();
});

it("tells the database's time, and stops telling who asks without end", async () => {
  const { socket } = await connect();
  const [row] = await t.db.$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
  const told: number = await socket.emitWithAck("time");
  expect(Math.abs(told - (row?.ms ?? 0))).toBeLessThan(500);
  const answers = await Promise.all(Array.from({ length: 40 }, () => socket.emitWithAck("time")));
  expect(answers.filter((one) => one === null).length).toBeGreaterThan(15);
});

it("does not follow everything from one page, nor everybody from one address", async () => {
  const runs = [
    await openAuction(t),
    await openAuction(t),
    await openAuction(t),
    await openAuction(t),
  ];
  const { socket } = await connect();
  const answers = [];
  for (const { auctionId } of runs) answers.push(await socket.emitWithAck("join", auctionId));
  expect(answers.map((one) => one !== null)).toEqual([true, true, true, false]);
  process.env.RATE_LIMIT = "2";
  resetEnv();
  try {
    await connect();
    await expect(connect()).rejects.toThrow("too_many");
  } finally {
    delete process.env.RATE_LIMIT;
    resetEnv();
  }
});
