import fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";

/**
 * node --import tsx bench/room.ts [people] [messages]   (default 200 100)
 *
 * Fan-out of a message in a deal room: from the moment when it is to be told until the last of the
 * people has it, against a bare socket.io room with the same sockets, payload and process, in turns.
 * Ours reads the message and who may have it from PostgreSQL each time. Posting (lock, rows, notices,
 * audit chain) is printed apart; the queue between the two (PostgreSQL LISTEN/NOTIFY) is not in it.
 */
const [people = 200, messages = 100] = process.argv.slice(2).map(Number);

const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-bench-")));
const unlock = lockDataFolder(dataDir);
const postgres = await startEmbeddedPostgres({ dataDir });
Object.assign(process.env, {
  DATABASE_URL: postgres.url,
  MEILI_URL: "http://127.0.0.1:1",
  DATA_DIR: dataDir,
  APP_SECRET: "x".repeat(40),
  LOG_LEVEL: "error",
});
const open: Socket[] = [];
let server: Server | undefined;
try {
  await applyMigrations(postgres.url, "prisma/migrations");
  await migrateQueue(postgres.url);
  await seedOnce(postgres.url, false, () => undefined);
  await run();
} finally {
  for (const socket of open) socket.disconnect();
  await server?.close();
  await postgres.stop();
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function run(): Promise<void> {
  // The environment is read at first use: only now does it name the services.
  const { createDb } = await import("../app/platform/db.server");
  const { logger } = await import("../app/platform/logger.server");
  const { attachRealtime } = await import("../app/realtime/attach.server");
  const { publishDealChange } = await import("../app/jobs/deals/publish-change.server");
  const { postDealMessage } = await import("../app/domain/deals/post-deal-message.server");
  const { findMessage } = await import("../app/domain/deals/deal-message-queries.server");
  const { newId } = await import("../app/domain/shared/ids");
  const { addParticipant, makeDeal } = await import("../tests/factories/deals");
  const { actorOf, addMember, makeUser } = await import("../tests/factories/people");

  const db = createDb(postgres.url, 8);
  (globalThis as typeof globalThis & { marketDb?: typeof db }).marketDb = db;
  const deal = await makeDeal(db);
  const actors = new Map([["0", deal.buyer]]);
  for (let at = 1; at < people; at += 1) {
    const user = await makeUser(db);
    await addMember(db, deal.demand.id, user.id);
    const place = { role: "DEMAND", organisationId: deal.demand.id };
    await addParticipant(db, deal.id, user.id, place);
    actors.set(String(at), await actorOf(db, user.id));
  }

  const http = createServer();
  server = new Server(http);
  attachRealtime(server, async (headers) => actors.get(headers.get("cookie") ?? "") ?? null);
  const bare = server.of("/bare");
  bare.on("connection", (socket) => void socket.join("room"));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const connect = (namespace: string, cookie: string) => {
    const options = { transports: ["websocket"], extraHeaders: { cookie }, forceNew: true };
    const socket = io(`${address}${namespace}`, options);
    open.push(socket);
    return new Promise<Socket>((resolve, reject) => {
      socket.on("connect", () => resolve(socket));
      socket.on("connect_error", reject);
    });
  };
  const ours = await Promise.all([...actors.keys()].map((name) => connect("/deals", name)));
  for (const socket of ours) {
    if (!(await socket.emitWithAck("join", deal.id))) throw new Error("a person was not let in");
  }
  const plain = await Promise.all([...actors.keys()].map((name) => connect("/bare", name)));
  const all = (sockets: readonly Socket[]) =>
    Promise.all(
      sockets.map(
        (socket) => new Promise<void>((resolve) => socket.once("message", () => resolve())),
      ),
    );

  const times = { post: [] as number[], ours: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < messages + 5; turn += 1) {
    const posting = performance.now();
    const input = { clientKey: newId(), body: `第 ${turn} 条：样品的热收缩率怎样？`, upload: null };
    const sequence = await postDealMessage(deal.id, input, deal.buyer, db);
    const posted = performance.now();
    const heard = all(ours);
    await publishDealChange({ dealId: deal.id, sequence }, { db, logger });
    await heard;
    const told = performance.now();
    const message = await findMessage(db, deal.id, sequence);
    const plainHeard = all(plain);
    const started = performance.now();
    bare.to("room").emit("message", { dealId: deal.id, message });
    await plainHeard;
    // The first turns warm both up.
    if (turn < 5) continue;
    times.post.push(posted - posting);
    times.ours.push(told - posted);
    times.bare.push(performance.now() - started);
  }
  const line = (name: string, values: number[]) =>
    console.log(
      `${name.padEnd(28)} p50 ${at(values, 0.5).toFixed(1)} ms  p95 ${at(values, 0.95).toFixed(1)} ms`,
    );
  console.log(`${people} people, ${messages} messages`);
  line("post (transaction)", times.post);
  line("fan-out, deal room", times.ours);
  line("fan-out, bare socket.io", times.bare);
  console.log(`ratio p50 ${(at(times.ours, 0.5) / at(times.bare, 0.5)).toFixed(2)}`);
  await db.$disconnect();
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
