import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildIfNeeded } from "../app/server/build-if-needed.ts";
import { findFreePort, readNumber } from "../app/server/local-process.ts";
import { startMarket, waitUntilReady } from "../tests/setup/market-process.ts";

/**
 * Seconds until the market is ready: the first start (new data folder, demo rows) and later ones; and
 * the resident memory of the application, PostgreSQL and Meilisearch afterwards.
 *   node --import tsx bench/start.ts [--data-dir <existing folder>] [--requests 500]
 */
const LIMIT_MB = 1200;
const { values } = parseArgs({
  options: { "data-dir": { type: "string" }, requests: { type: "string", default: "500" } },
});

const dataDir = values["data-dir"] ?? path.join(os.tmpdir(), `grand-market-bench-${process.pid}`);
const buildStartedAt = performance.now();
const wasBuilt = await buildIfNeeded(() => {});
if (wasBuilt) print("build", `${seconds(buildStartedAt)} s`);
try {
  if (!values["data-dir"]) await measure("first start (new data, demo rows)");
  await measure("second start");
  await measure("third start, then requests", Number(values.requests));
} finally {
  if (!values["data-dir"]) fs.rmSync(dataDir, { recursive: true, force: true });
}

async function measure(name: string, requests = 0): Promise<void> {
  const port = String(await findFreePort());
  const startedAt = performance.now();
  const market = startMarket({ PORT: port, DATA_DIR: dataDir, RATE_LIMIT: "1000000" });
  await waitUntilReady(market);
  print(name, `${seconds(startedAt)} s`);
  if (requests > 0) {
    printMemory("memory when idle", market.child.pid ?? 0);
    for (let i = 0; i < requests; i += 1) {
      const answer = await fetch(`${market.url}/${i % 2 ? "achievements" : "needs"}?page=1`);
      await answer.arrayBuffer();
    }
    printMemory(`memory after ${requests} pages`, market.child.pid ?? 0);
  }
  market.child.kill("SIGTERM");
  await market.end();
}

function printMemory(name: string, app: number): void {
  const postgres = readNumber(path.join(dataDir, "postgres/cluster/postmaster.pid")) ?? 0;
  const meilisearch = readNumber(path.join(dataDir, "meilisearch/pid")) ?? 0;
  const parts = {
    app: memoryOf(app),
    postgres: [postgres, ...childrenOf(postgres)].reduce((sum, pid) => sum + memoryOf(pid), 0),
    meilisearch: memoryOf(meilisearch),
  };
  const total = Object.values(parts).reduce((sum, mb) => sum + mb, 0);
  const list = Object.entries(parts).map(([part, mb]) => `${part} ${mb.toFixed(0)} MB`);
  const ratio = (total / LIMIT_MB).toFixed(2);
  print(name, `${list.join(", ")}; sum ${total.toFixed(0)} MB, ${ratio} of ${LIMIT_MB} MB`);
}

/** Proportional share where the kernel tells it: PostgreSQL's processes share their buffers. */
function memoryOf(pid: number): number {
  try {
    const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text.trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function print(name: string, figures: string): void {
  console.log(`${name.padEnd(36)} ${figures}`);
}
