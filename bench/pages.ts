import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { buildIfNeeded } from "../app/server/build-if-needed.ts";
import { findFreePort } from "../app/server/local-process.ts";
import { startMarket, waitUntilReady } from "../tests/setup/market-process.ts";

/**
 * Requests per second of a listing page and a detail page against a bare Remix page whose HTML has the
 * same size: what our own code, the database and the search engine cost on top of the framework.
 *   node --import tsx bench/pages.ts [--data-dir <existing folder>] [--seconds 8] [--connections 8]
 */
const AIM = 0.6;
const { values } = parseArgs({
  options: {
    "data-dir": { type: "string" },
    seconds: { type: "string", default: "8" },
    connections: { type: "string", default: "8" },
  },
});

const dataDir = values["data-dir"] ?? path.join(os.tmpdir(), `grand-market-pages-${process.pid}`);
await buildIfNeeded(() => {});
const market = startMarket({
  PORT: String(await findFreePort()),
  DATA_DIR: dataDir,
  RATE_LIMIT: "100000000",
  LOG_LEVEL: "error",
});
let bare: { child: ChildProcess; url: string } | undefined;
try {
  await waitUntilReady(market);
  bare = await startBare();
  for (const [name, page] of Object.entries(await findPages(market.url))) {
    await compare(name, `${market.url}${page}`, bare.url);
  }
} finally {
  bare?.child.kill("SIGKILL");
  market.child.kill("SIGTERM");
  await market.end();
  if (!values["data-dir"]) fs.rmSync(dataDir, { recursive: true, force: true });
}

/** The listing page, and the detail page of its first listing. */
async function findPages(base: string): Promise<Record<string, string>> {
  const html = await (await fetch(`${base}/achievements`)).text();
  const detail = /href="(\/achievements\/[0-9a-f-]{36})"/.exec(html)?.[1];
  if (!detail) throw new Error("the market shows no achievement");
  return { listing: "/achievements", detail };
}

/** Bare and ours alternate, so that a slow moment of the machine meets both. */
async function compare(name: string, ours: string, bareUrl: string): Promise<void> {
  const bytes = await sizeOf(ours);
  const bareAddress = await bareOfSize(bareUrl, bytes);
  const rates = { bare: 0, ours: 0 };
  await load(ours, 2);
  await load(bareAddress, 2);
  const rounds = 2;
  for (let round = 0; round < rounds; round += 1) {
    rates.bare += (await load(bareAddress, Number(values.seconds))) / rounds;
    rates.ours += (await load(ours, Number(values.seconds))) / rounds;
  }
  const ratio = rates.ours / rates.bare;
  console.log(
    `${name.padEnd(8)} ${(bytes / 1024).toFixed(0)} kB HTML  ours ${rates.ours.toFixed(0)}/s  ` +
      `bare ${rates.bare.toFixed(0)}/s  ratio ${ratio.toFixed(2)} (aim >= ${AIM})`,
  );
}

/** Its size grows evenly with its rows: two measurements tell how many rows are needed. */
async function bareOfSize(url: string, bytes: number): Promise<string> {
  const small = await sizeOf(`${url}/?rows=10`);
  const large = await sizeOf(`${url}/?rows=110`);
  const rows = 10 + Math.round((bytes - small) / ((large - small) / 100));
  return `${url}/?rows=${Math.max(1, rows)}`;
}

async function sizeOf(url: string): Promise<number> {
  return (await (await fetch(url)).arrayBuffer()).byteLength;
}

async function load(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, duration, connections: Number(values.connections) });
  if (result.non2xx > 0) throw new Error(`${url} answered ${result.non2xx} times with an error`);
  return result.requests.average;
}

async function startBare(): Promise<{ child: ChildProcess; url: string }> {
  const port = await findFreePort();
  const child = spawn(process.execPath, ["--import", "tsx", "bench/bare-remix.tsx", String(port)], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 200; i += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return { child, url };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the bare page did not start");
}
