import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addColleague } from "~/domain/deals/add-colleague.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { removePerson } from "~/domain/deals/remove-person.server";
import type { UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { publishDealChange } from "~/jobs/deals/publish-change.server";
import { logger } from "~/platform/logger.server";
import { attachRealtime } from "~/realtime/attach.server";
import { holdServer } from "~/realtime/server-holder.server";
import { addParticipant, makeDeal } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
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

async function connect(name: string, actor: UserActor) {
  people.set(name, actor);
  const socket = io(`${address}/deals`, {
    transports: ["websocket"],
    extraHeaders: { cookie: name },
    reconnection: false,
  });
  open.push(socket);
  const heard: { event: string; body: unknown }[] = [];
  socket.onAny((event: string, body: unknown) => heard.push({ event, body }));
  await new Promise<void>((resolve, reject) => {
    socket.on("connect", () => resolve());
    socket.on("connect_error", reject);
  });
  return { socket, bodies: (event: string) => heard.filter((one) => one.event === event) };
}

const next = (socket: Socket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, resolve));
const say = (dealId: string, actor: UserActor, body: string) =>
  postDealMessage(dealId, { clientKey: newId(), body, upload: null }, actor, t.db);

it("carries messages, presence and read marks to the people in a room and nowhere else", async () => {
  const deal = await makeDeal(t.db);
  const [buyer, seller, stranger, lawyer] = [
    await connect("buyer", deal.buyer),
    await connect("seller", deal.seller),
    await connect("stranger", await makeStranger(t.db)),
    await connect("lawyer", await makeStranger(t.db)),
  ];
  await addParticipant(t.db, deal.id, people.get("lawyer")?.userId ?? "", { role: "LAWYER" });
  for (const forged of [deal.id, newId(), "x", null, { id: deal.id }]) {
    expect(await stranger.socket.emitWithAck("join", forged)).toBeNull();
  }
  expect(await buyer.socket.emitWithAck("join", deal.id)).toEqual({ sequence: 0 });
  expect(await lawyer.socket.emitWithAck("join", deal.id)).toEqual({ sequence: 0 });
  const present = next(buyer.socket, "present");
  await seller.socket.emitWithAck("join", deal.id);
  expect(await present).toEqual({
    dealId: deal.id,
    userIds: [...["buyer", "seller", "lawyer"].map((name) => people.get(name)?.userId)].sort(),
  });

  const message = next(buyer.socket, "message");
  const changed = next(lawyer.socket, "changed");
  const sequence = await say(deal.id, deal.seller, "您好");
  await publishDealChange({ dealId: deal.id, sequence }, context());
  expect(await message).toMatchObject({ message: { sequence: 1, body: "您好", side: "SUPPLY" } });
  expect(await changed).toEqual({ dealId: deal.id, sequence: 1 });
  // An adviser to whom the talk is not open learns that something happened, not what.
  expect(lawyer.bodies("message")).toEqual([]);
  expect(stranger.bodies("changed")).toEqual([]);

  const read = next(seller.socket, "read");
  buyer.socket.emit("read", deal.id, 5_000);
  expect(await read).toEqual({ dealId: deal.id, userId: deal.buyer.userId, sequence: 1 });
  stranger.socket.emit("read", deal.id, 1);
  // A page that was away learns at the next connection what it missed.
  await say(deal.id, deal.seller, "二");
  expect(await buyer.socket.emitWithAck("join", deal.id)).toEqual({ sequence: 2 });
});

it("cuts off a person who is asked to leave", async () => {
  const deal = await makeDeal(t.db);
  const colleague = await makeMember(t.db, deal.demand.id);
  await addColleague(deal.id, colleague.userId, deal.buyer, t.db);
  const [out, buyer] = [await connect("out", colleague), await connect("buyer", deal.buyer)];
  await out.socket.emitWithAck("join", deal.id);
  await buyer.socket.emitWithAck("join", deal.id);
  await removePerson(deal.id, colleague.userId, deal.buyer, t.db);
  const heard = next(buyer.socket, "message");
  const sequence = await say(deal.id, deal.seller, "只给留下的人");
  await publishDealChange({ dealId: deal.id, sequence }, context());
  expect(await heard).toMatchObject({ message: { body: "只给留下的人" } });
  expect(out.bodies("message")).toEqual([]);
  expect(out.bodies("changed")).toEqual([]);
  expect(await out.socket.emitWithAck("join", deal.id)).toBeNull();
});
