import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Db } from "~/platform/db.server";
import { buildIfNeeded } from "../../app/server/build-if-needed.ts";
import { findFreePort } from "../../app/server/local-process.ts";
import { seedOnce } from "../../app/server/seed-once.ts";
import accounts from "../../prisma/seed/demo-accounts.json" with { type: "json" };
import { cloneDatabase, createTestDb, type TestDb, withDatabase } from "./database.ts";
import { HttpClient } from "./http-client.ts";
import { type MarketProcess, startMarket, waitUntilReady } from "./market-process.ts";

const START_PATIENCE_MS = 300_000;
const BUILD_LOCK = 72707371;
const APP_SECRET = "a secret for tests that is longer than 32 characters";
const DEMO_LOCK = 72707373;

export interface DemoMarket {
  readonly url: string;
  /** The market's own database, to arrange and to look at what a page does not show. */
  readonly db: Db;
  /** A client that is signed in to an account of demo-accounts.json, by its key; a visitor without. */
  client(account?: string): Promise<HttpClient>;
  /** All that the market printed: its log has errors only. */
  output(): string;
  /** Errors in that log, without tasks that found the search engine busy and will be tried again. */
  failures(): string[];
}

const TRIED_AGAIN = /Failed task .*the search engine does not answer/;

/**
 * For a test file: the built market as a process of its own, with the demo rows, in a database that
 * nobody else uses. Limits of requests per address are out of the way unless `settings` sets them.
 */
export function withDemoMarket(settings: Record<string, string> = {}): DemoMarket {
  let test: TestDb | undefined;
  let market: MarketProcess | undefined;
  const clients = new Map<string, Promise<HttpClient>>();

  beforeAll(async () => {
    const { databaseUrl, meiliUrl, meiliKey, dataDir } = inject("services");
    await buildOnce(databaseUrl);
    const told = path.join(dataDir, "market-demo");
    test = await createTestDb(await demoTemplate(databaseUrl, told));
    const files = path.join(dataDir, `market-${test.name}`);
    fs.cpSync(told, files, { recursive: true });
    market = startMarket({
      PORT: String(await findFreePort()),
      DATA_DIR: files,
      DATABASE_URL: test.url,
      MEILI_URL: meiliUrl,
      MEILI_KEY: meiliKey,
      MEILI_PREFIX: `${test.name.replaceAll("_", "-")}-`,
      APP_SECRET,
      SEED_DEMO: "1",
      DEMO: "1",
      RATE_LIMIT: "100000",
      AUTH_RATE_LIMIT: "100000",
      LOG_LEVEL: "error",
      ...settings,
    });
    await waitUntilReady(market);
  }, START_PATIENCE_MS);

  afterAll(async () => {
    market?.child.kill("SIGTERM");
    await market?.end();
    await test?.close();
  }, 90_000);

  const running = () => {
    if (!market || !test) throw new Error("the market runs only inside a test");
    return { market, test };
  };
  return {
    get url() {
      return running().market.url;
    },
    get db() {
      return running().test.db;
    },
    output: () => running().market.output(),
    failures: () =>
      running()
        .market.output()
        .split("\n")
        .filter((line) => line.includes('"level":50') && !TRIED_AGAIN.test(line)),
    client(account) {
      if (!account) return Promise.resolve(new HttpClient(running().market.url));
      const known = clients.get(account) ?? signedIn(running().market.url, account);
      clients.set(account, known);
      return known;
    },
  };
}

/** Test files run in several processes, and the build is one folder. */
function buildOnce(databaseUrl: string): Promise<void> {
  return oneAtATime(BUILD_LOCK, databaseUrl, async () => {
    await buildIfNeeded(() => {});
  });
}

/** The demonstration is told once for all markets of a run; each gets a copy of the database. */
async function demoTemplate(databaseUrl: string, dataDir: string): Promise<string> {
  const base = new URL(databaseUrl).pathname.slice(1);
  const name = `${base}_demo`;
  await oneAtATime(DEMO_LOCK, databaseUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (known.rowCount) return;
    const making = `${name}_making`;
    await client.query(`DROP DATABASE IF EXISTS "${making}" WITH (FORCE)`);
    await cloneDatabase(base, making, databaseUrl);
    const env = { DATA_DIR: dataDir, APP_SECRET };
    fs.mkdirSync(dataDir, { recursive: true });
    await seedOnce(withDatabase(databaseUrl, making), true, () => {}, env);
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${name}"`);
    await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  });
  return name;
}

async function oneAtATime(
  lock: number,
  databaseUrl: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(withDatabase(databaseUrl, "postgres"));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await work(client);
  } finally {
    await client.end();
  }
}

async function signedIn(url: string, key: string): Promise<HttpClient> {
  const account = accounts.find((one) => one.key === key);
  if (!account) throw new Error(`no demo account "${key}"`);
  const client = new HttpClient(url);
  await client.signIn(account.identifier, account.password);
  return client;
}
