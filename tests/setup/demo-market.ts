import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Db } from "~/platform/db.server";
import { buildIfNeeded } from "../../app/server/build-if-needed.ts";
import { findFreePort } from "../../app/server/local-process.ts";
import accounts from "../../prisma/seed/demo-accounts.json" with { type: "json" };
import { createTestDb, type TestDb } from "./database.ts";
import { HttpClient } from "./http-client.ts";
import { type MarketProcess, startMarket, waitUntilReady } from "./market-process.ts";

const START_PATIENCE_MS = 300_000;
const BUILD_LOCK = 72707371;

export interface DemoMarket {
  readonly url: string;
  /** The market's own database, to arrange and to look at what a page does not show. */
  readonly db: Db;
  /** A client that is signed in to an account of demo-accounts.json, by its key; a visitor without. */
  client(account?: string): Promise<HttpClient>;
  /** All that the market printed: its log has errors only. */
  output(): string;
}

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
    test = await createTestDb();
    const files = path.join(dataDir, `market-${test.name}`);
    fs.mkdirSync(files, { recursive: true });
    market = startMarket({
      PORT: String(await findFreePort()),
      DATA_DIR: files,
      DATABASE_URL: test.url,
      MEILI_URL: meiliUrl,
      MEILI_KEY: meiliKey,
      MEILI_PREFIX: `${test.name.replaceAll("_", "-")}-`,
      APP_SECRET: "a secret for tests that is longer than 32 characters",
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
    client(account) {
      if (!account) return Promise.resolve(new HttpClient(running().market.url));
      const known = clients.get(account) ?? signedIn(running().market.url, account);
      clients.set(account, known);
      return known;
    },
  };
}

/** Test files run in several processes, and the build is one folder. */
async function buildOnce(databaseUrl: string): Promise<void> {
  const address = new URL(databaseUrl);
  address.pathname = "/postgres";
  const client = new pg.Client(address.toString());
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [BUILD_LOCK]);
    await buildIfNeeded(() => {});
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
