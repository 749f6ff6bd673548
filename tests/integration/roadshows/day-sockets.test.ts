import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { controlStage } from "~/domain/roadshows/day/control-stage.server";
import type { RoadshowHint } from "~/domain/roadshows/day/roadshow-hint-schema";
import { tellRoadshowHint } from "~/domain/roadshows/day/roadshow-news.server";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";
import { newId } from "~/domain/shared/ids";
import { publishRoadshowChange } from "~/jobs/roadshows/publish-change.server";
import { attachRealtime } from "~/realtime/attach.server";
import { holdServer } from "~/realtime/server-holder.server";
import { createRealtimeServer } from "~/server/realtime-server";
import { dayAt } from "../../factories/roadshow-day";
import { personAt } from "../../factories/roadshow-people";
import { roadshowAt, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
type Started = { io: Server; address: string; close(): Promise<void> };
let servers: Started[] = [];
const people = new Map<string, UserActor>();
const open: Socket[] = [];

async function start(): Promise<Started> {
  const http = createServer();
  const realtime = await createRealtimeServer(http, t.url);
  // The session library is the network edge here: a cookie names the person.
  attachRealtime(realtime.io, async (headers) => people.get(headers.get("cookie") ?? "") ?? null);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { io: realtime.io, address, close: () => realtime.close() };
}

beforeEach(async () => {
  // The second, as the last that was attached, is the process in which things happen.
  servers = [await start(), await start()];
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.disconnect();
  holdServer(undefined);
  for (const server of servers) await server.close();
  people.clear();
});

async function watch(server: number, name?: string, actor?: UserActor) {
  if (name && actor) people.set(name, actor);
  const socket = io(`${servers[server]?.address}/roadshows`, {
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
const boards = (heard: { event: string; body: unknown }[]) =>
  heard.filter((one) => one.event === "stage").map((one) => one.body as StageBoard);
const topics = (heard: { event: string; body: unknown }[]) =>
  heard.filter((one) => one.event === "changed").map((one) => (one.body as RoadshowHint).topic);

it("brings a stage to watchers without an account in two processes, and its standing to who comes late", async () => {
  const day = await dayAt(t);
  const target = { roadshowId: day.roadshow.id, placeId: day.placeId };
  const [here, there] = [await watch(0), await watch(1)];
  for (const { socket } of [here, there]) {
    expect(await socket.emitWithAck("join", target)).toEqual({ revision: 0 });
    expect(await socket.emitWithAck("join", target)).toBeNull();
  }
  await controlStage({ ...target, revision: 0 }, { intent: "talk" }, day.organiser, t.db);
  for (const { heard } of [here, there]) {
    await expect.poll(() => boards(heard).length, { timeout: 5_000 }).toBe(1);
    expect(boards(heard)[0]).toMatchObject({ revision: 1, phase: "TALK" });
  }
  here.socket.emit("leave", target);
  await here.socket.emitWithAck("time");
  await controlStage({ ...target, revision: 1 }, { intent: "qa" }, day.organiser, t.db);
  await expect.poll(() => boards(there.heard).length, { timeout: 5_000 }).toBe(2);
  expect(boards(here.heard)).toHaveLength(1);
  expect(await here.socket.emitWithAck("join", target)).toEqual({ revision: 2 });
  const context = { db: t.db, logger: console };
  await publishRoadshowChange({ roadshowId: day.roadshow.id, topic: "plan" }, context);
  await expect.poll(() => topics(here.heard), { timeout: 5_000 }).toContain("plan");
});

it("keeps hints about check-in to the people of the event, and what is hidden to nobody", async () => {
  const day = await dayAt(t);
  const { id: roadshowId } = day.roadshow;
  const desk = await seatOf(t, day.roadshow, "DESK");
  const guest = await personAt(t, day.roadshow);
  const staff = await watch(0, "desk", desk.actor);
  const public_ = [await watch(0), await watch(1, "guest", guest.actor)];
  for (const { socket } of [staff, ...public_]) {
    expect(await socket.emitWithAck("join", { roadshowId })).toEqual({ revision: 0 });
  }
  tellRoadshowHint({ roadshowId, topic: "checkins" });
  tellRoadshowHint({ roadshowId, topic: "scores" });
  tellRoadshowHint({ roadshowId, topic: "cards", to: "ALL" });
  tellRoadshowHint({ roadshowId, topic: "questions" });
  // A burst is two messages: the first, and one for all that followed.
  for (let turn = 0; turn < 20; turn += 1) tellRoadshowHint({ roadshowId, topic: "questions" });
  await expect.poll(() => topics(staff.heard), { timeout: 5_000 }).toContain("checkins");
  for (const { heard } of public_) {
    await expect
      .poll(() => topics(heard).filter((one) => one === "questions").length, { timeout: 5_000 })
      .toBe(2);
    expect(topics(heard)).not.toContain("checkins");
    expect(topics(heard)).not.toContain("scores");
    expect(topics(heard)).toContain("cards");
  }
  const draft = await roadshowAt(t, "DRAFT", { organiser: day.roadshow.organiser });
  const [stranger] = public_;
  for (const forged of [
    { roadshowId: draft.id },
    { roadshowId: newId() },
    { roadshowId, placeId: draft.halls[0] },
    { roadshowId, placeId: "x" },
    roadshowId,
    null,
  ]) {
    expect(await stranger?.socket.emitWithAck("join", forged)).toBeNull();
  }
  const own = await watch(1, "organiser", day.organiser);
  expect(await own.socket.emitWithAck("join", { roadshowId: draft.id })).toEqual({ revision: 0 });
});
