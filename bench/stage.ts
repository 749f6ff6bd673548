import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";
import type { StageTask, StageTold } from "./stage-process.ts";

/**
 * node --import tsx bench/stage.ts [watchers] [orders]   (default 2000 60)
 *
 * From a committed order of a stage's controller to the screens of watchers in two processes, which share
 * their rooms through PostgreSQL, against a bare socket.io message of the same size in the same processes
 * with the same adapter, in turns. Watchers are sockets in a process of their own; every one of them
 * counts. The transaction of the order is printed apart.
 */
const [watchers = 2_000, orders = 60] = process.argv.slice(2).map(Number);
const WARM_UP = 8;
const AIM = 1.5;

const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-bench-")));
const unlock = lockDataFolder(dataDir);
const postgres = await startEmbeddedPostgres({ dataDir });
const env = {
  ...process.env,
  DATABASE_URL: postgres.url,
  MEILI_URL: "http://127.0.0.1:1",
  DATA_DIR: dataDir,
  APP_SECRET: "x".repeat(40),
  LOG_LEVEL: "error",
  RATE_LIMIT: "1000000",
};
const children: ChildProcess[] = [];
try {
  await applyMigrations(postgres.url, "prisma/migrations");
  await migrateQueue(postgres.url);
  await seedOnce(postgres.url, false, () => undefined);
  await run();
} finally {
  for (const child of children) child.kill();
  await postgres.stop();
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

function start(role: "server" | "audience"): ChildProcess {
  const file = path.join(import.meta.dirname, "stage-process.ts");
  const child = fork(file, [role], { env, execArgv: ["--import", "tsx"] });
  children.push(child);
  return child;
}

/** One question at a time to each process. */
function ask<K extends StageTold["kind"]>(
  child: ChildProcess,
  task: StageTask,
  kind: K,
): Promise<Extract<StageTold, { kind: K }>> {
  const told = hearOf(child, kind);
  child.send(task);
  return told;
}

function hearOf<K extends StageTold["kind"]>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<StageTold, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("a process of the measurement has ended"));
    const onMessage = (told: StageTold) => {
      if (told.kind !== kind) return;
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(told as Extract<StageTold, { kind: K }>);
    };
    child.on("message", onMessage);
    child.on("exit", onExit);
  });
}

async function run(): Promise<void> {
  const [one, two] = [start("server"), start("server")];
  const audience = start("audience");
  const { port: first } = await ask(one, { kind: "open", isMaker: true }, "opened");
  const { port: second } = await ask(two, { kind: "open", isMaker: false }, "opened");
  const { roadshowId, placeId } = await ask(one, { kind: "make" }, "made");
  await ask(
    audience,
    { kind: "connect", ports: [first, second], each: watchers / 2, roadshowId, placeId },
    "connected",
  );
  const times = { order: [] as number[], ours: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < orders + WARM_UP; turn += 1) {
    for (const way of turn % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const)) {
      const heard = hearOf(audience, "heard");
      await ask(audience, { kind: "listen", way }, "listening");
      const sent = await ask(one, { kind: "send", way, turn }, "sent");
      const { at } = await heard;
      if (turn < WARM_UP) continue;
      // The clock of the machine is the same for all its processes.
      for (const instant of at) times[way].push(instant - sent.committedAt);
      if (way === "ours") times.order.push(sent.committedAt - sent.startedAt);
    }
  }
  const line = (name: string, values: number[]) =>
    console.log(
      `${name.padEnd(34)} p50 ${at(values, 0.5).toFixed(1).padStart(7)} ms  p99 ${at(values, 0.99).toFixed(1).padStart(7)} ms`,
    );
  console.log(`${watchers} watchers in two processes, ${orders} orders`);
  line("the order (transaction)", times.order);
  line("order to screen, stage", times.ours);
  line("message to screen, bare socket.io", times.bare);
  const ratio = (share: number) => at(times.ours, share) / at(times.bare, share);
  console.log(`ratio p50 ${ratio(0.5).toFixed(2)}  p99 ${ratio(0.99).toFixed(2)}  (aim ≤ ${AIM})`);
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
