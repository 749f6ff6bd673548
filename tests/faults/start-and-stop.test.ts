import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIfNeeded } from "../../app/server/build-if-needed.ts";
import { findFreePort, isAlive, readNumber } from "../../app/server/local-process.ts";
import { type MarketProcess, startMarket, waitUntilReady } from "../setup/market-process.ts";
import { runFolder } from "../setup/run-folder.ts";

const PATIENCE_MS = 240_000;

describe("start, stop and accidents of the whole market", { timeout: PATIENCE_MS }, () => {
  const dataDir = path.join(runFolder(), `grand-market-faults-${process.pid}`);
  let port: number;
  let market: MarketProcess;

  const start = async () => {
    // The demonstration's first start is what the browser tests begin with.
    const settings = { DATA_DIR: dataDir, LOG_LEVEL: "error", SEED_DEMO: "0" };
    market = startMarket({ PORT: String(port), ...settings });
    await waitUntilReady(market);
  };
  const servicePids = () => [
    readNumber(path.join(dataDir, "postgres/cluster/postmaster.pid")) ?? 0,
    readNumber(path.join(dataDir, "meilisearch/pid")) ?? 0,
  ];

  beforeAll(async () => {
    port = await findFreePort();
    await buildIfNeeded(() => {});
    await start();
  }, PATIENCE_MS);

  afterAll(async () => {
    market.child.kill("SIGTERM");
    await market.end();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  it("prints the address and where the data lies", () => {
    expect(market.output()).toContain(`http://localhost:${port}`);
    expect(market.output()).toContain(dataDir);
  });

  it("ends its children, and only then itself, on SIGTERM, letting a running request finish", async () => {
    const pids = servicePids();
    const request = holdRequestOpen(port);
    await request.begun;
    market.child.kill("SIGTERM");
    await sleep(300);
    expect(market.child.exitCode).toBeNull();
    expect(await request.finish()).toMatch(/^HTTP\/1\.1 (200|3\d\d|4\d\d)/);
    expect(await market.end()).toBe(0);
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(fs.existsSync(path.join(dataDir, "lock"))).toBe(false);
    await start();
  });

  it("recovers by itself after kill -9 and keeps what was written", async () => {
    await query(dataDir, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42);");
    market.child.kill("SIGKILL");
    await market.end();
    expect(servicePids().some(isAlive)).toBe(true);
    await start();
    expect(await query(dataDir, "SELECT id FROM kept")).toEqual([{ id: 42 }]);
  });

  it("recovers when the database server itself is killed together with the market", async () => {
    for (const pid of servicePids()) process.kill(pid, "SIGKILL");
    market.child.kill("SIGKILL");
    await market.end();
    await start();
    expect(await query(dataDir, "SELECT id FROM kept")).toEqual([{ id: 42 }]);
  });

  it("starts a service again that dies while the market runs", async () => {
    const before = servicePids();
    for (const pid of before) process.kill(pid, "SIGKILL");
    await sleep(1000);
    await waitUntilReady(market);
    const after = servicePids();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it("says in one sentence that the port is busy", async () => {
    const second = startMarket({ PORT: String(port), DATA_DIR: `${dataDir}-second` });
    expect(await second.end()).toBe(1);
    expect(second.output()).toMatch(new RegExp(`^Port ${port} is already in use\\..*\\n$`));
    fs.rmSync(`${dataDir}-second`, { recursive: true, force: true });
  });

  it("says in one sentence that the data folder is in use", async () => {
    const second = startMarket({ PORT: "0", DATA_DIR: dataDir });
    expect(await second.end()).toBe(1);
    expect(second.output()).toMatch(/^Another market .* already uses the data folder .*\n$/);
  });

  it.each([
    ["DATABASE_URL", "postgresql://u:hidden@127.0.0.1:1/x", /^Cannot use DATABASE_URL .*\n$/],
    ["DATABASE_URL", "mysql://u@localhost/x", /^DATABASE_URL must begin with .*\n$/],
    ["MEILISEARCH_BINARY", "/nowhere/meilisearch", /^MEILISEARCH_BINARY names .*\n$/],
    ["PORT", "eighty", /^PORT must be a number .*\n$/],
    ["PROCESS", "both", /^PROCESS must be all, web or worker.*\n$/],
  ])("says in one sentence that %s is wrong", async (name, value, sentence) => {
    const other = `${dataDir}-other`;
    const wrong = startMarket({ PORT: "0", DATA_DIR: other, [name]: value });
    expect(await wrong.end()).toBe(1);
    expect(wrong.output()).toMatch(sentence);
    expect(wrong.output()).not.toContain("hidden");
    fs.rmSync(other, { recursive: true, force: true });
  });
});

/** A request whose second half comes later: it is running, whatever the page is. */
function holdRequestOpen(port: number): { begun: Promise<void>; finish(): Promise<string> } {
  const socket = net.connect(port, "127.0.0.1");
  const answer = new Promise<string>((resolve, reject) => {
    socket.once("data", (chunk) => resolve(chunk.toString()));
    socket.once("error", reject);
    socket.once("close", () => resolve("closed without an answer"));
  });
  const begun = new Promise<void>((resolve) => {
    socket.once("connect", () => {
      const head = [`POST /sign-in HTTP/1.1`, `Host: localhost:${port}`, "Content-Length: 22"];
      head.push("Content-Type: application/x-www-form-urlencoded", "Connection: close");
      socket.write(`${head.join("\r\n")}\r\n\r\nidentifier=`);
      setTimeout(resolve, 200);
    });
  });
  return {
    begun,
    finish() {
      socket.write("a&password=b");
      return answer;
    },
  };
}

/** Asks the market's database from outside, as its operator could. */
async function query(dataDir: string, sql: string): Promise<unknown[]> {
  const room = path.join(dataDir, "postgres");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: readNumber(path.join(room, "port")),
    user: "postgres",
    password: fs.readFileSync(path.join(room, "password"), "utf8").trim(),
    database: "market",
  });
  await client.connect();
  try {
    const result = await client.query(sql);
    return [result].flat().at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
