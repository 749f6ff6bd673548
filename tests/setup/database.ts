import pg from "pg";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import type { Db } from "~/platform/db.server";
import { resetEnv } from "~/platform/env.server";
import { createMovingClient, type MovingClient } from "./moving-client.ts";

export interface TestDb {
  db: Db;
  url: string;
  name: string;
  /** Disconnects and drops the database. */
  close(): Promise<void>;
}

const POOL_SIZE = 5;
/** The process's client, while no test holds it. */
let free: MovingClient | undefined = createMovingClient();

/**
 * A database of its own with the schema and the reference data (regions, code lists, holidays), cloned
 * from the run's template in some 50 ms. `getDb()`, and the search prefix, point to it until the next one.
 */
export async function createTestDb(template?: string): Promise<TestDb> {
  // Never twice in a process, also where this module is loaded anew: the search engine keeps its indexes.
  const name = `test_${process.pid}_${process.hrtime.bigint().toString(36)}`;
  const { databaseUrl } = inject("services");
  const from = template ?? new URL(databaseUrl).pathname.slice(1);
  await cloneDatabase(from, name, databaseUrl);
  const url = withDatabase(databaseUrl, name);
  process.env.DATABASE_URL = url;
  process.env.MEILI_PREFIX = `${name.replaceAll("_", "-")}-`;
  resetEnv();
  const client = free ?? createMovingClient();
  free = undefined;
  await client.moveTo(url, POOL_SIZE);
  // What the market keeps in memory of a database, it keeps by its client.
  const db = new Proxy(client.db, {});
  (globalThis as typeof globalThis & { marketDb?: Db }).marketDb = db;
  return {
    db,
    url,
    name,
    async close() {
      await client.leave();
      free = client;
      await administrate(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`, databaseUrl);
    },
  };
}

/**
 * For a test file: `const t = useTestDb();` gives every test an empty market at `t.db`, or all tests of
 * the file the same one with `useTestDb("file")`.
 */
export function useTestDb(scope: "test" | "file" = "test"): {
  readonly db: Db;
  readonly url: string;
} {
  let current: TestDb | undefined;
  const renew = async () => {
    await current?.close();
    current = await createTestDb();
  };
  if (scope === "test") beforeEach(renew);
  else beforeAll(renew);
  afterAll(async () => {
    await current?.close();
  });
  const get = () => {
    if (!current) throw new Error("the test database exists only inside a test");
    return current;
  };
  return {
    get db() {
      return get().db;
    },
    get url() {
      return get().url;
    },
  };
}

/** A copy with the mark of the seed, which a database keeps as its comment and a clone does not inherit. */
export async function cloneDatabase(from: string, to: string, databaseUrl: string): Promise<void> {
  await administrate(`CREATE DATABASE "${to}" TEMPLATE "${from}" STRATEGY FILE_COPY`, databaseUrl);
  const comment = await administrate(
    `SELECT format('COMMENT ON DATABASE %I IS %L', '${to}', shobj_description(oid, 'pg_database')) AS sql
     FROM pg_database WHERE datname = '${from}' AND shobj_description(oid, 'pg_database') IS NOT NULL`,
    databaseUrl,
  );
  const sql: unknown = comment.rows[0]?.sql;
  if (typeof sql === "string") await administrate(sql, databaseUrl);
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

async function administrate(sql: string, databaseUrl: string): Promise<pg.QueryResult> {
  const client = new pg.Client(withDatabase(databaseUrl, "postgres"));
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
