import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { lockDataFolder, prepareDataFolder } from "../../app/server/data-folder.ts";
import { startEmbeddedMeilisearch } from "../../app/server/embedded-meilisearch.ts";
import { startEmbeddedPostgres } from "../../app/server/embedded-postgres.ts";
import { endProcess, isAlive, readNumber } from "../../app/server/local-process.ts";
import { applyMigrations } from "../../app/server/migrate.ts";
import { migrateQueue } from "../../app/server/migrate-queue.ts";
import { seedOnce } from "../../app/server/seed-once.ts";
import { runFolder } from "./run-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    services: { databaseUrl: string; meiliUrl: string; meiliKey: string; dataDir: string };
  }
}

const PREFIX = "grand-market-test-";
/** Test data need not survive a power cut. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/**
 * Starts one PostgreSQL and one Meilisearch for the whole run. The database that the starter makes is
 * migrated, gets the reference data and becomes the template of every test database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = prepareDataFolder(path.join(runFolder(), `${PREFIX}${process.pid}`));
  const unlock = lockDataFolder(dataDir);
  const [postgres, meilisearch] = await Promise.all([
    startEmbeddedPostgres({ dataDir, settings: FAST }),
    startEmbeddedMeilisearch({ dataDir }),
  ]);
  const teardown = async () => {
    postgres.kill();
    meilisearch.kill();
    await Promise.all([postgres.stop(), meilisearch.stop()]);
    unlock();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await applyMigrations(postgres.url, "prisma/migrations");
    await migrateQueue(postgres.url);
    await seedOnce(postgres.url, false, () => {});
    await addComingYears(postgres.url);
    await makeTemplate(postgres.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("services", {
    databaseUrl: postgres.url,
    meiliUrl: meilisearch.url,
    meiliKey: meilisearch.key,
    dataDir,
  });
  return teardown;
}

/** Deadlines that a test counts from today must not end with the holiday table: later years have weekends only. */
async function addComingYears(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `INSERT INTO "CalendarYear" (year, source, confidence)
     SELECT year, 'test', 'estimated' FROM generate_series(2028, 2099) AS year
     ON CONFLICT (year) DO NOTHING`,
  );
  await client.end();
}

async function makeTemplate(url: string): Promise<void> {
  const address = new URL(url);
  const name = address.pathname.slice(1);
  address.pathname = "/postgres";
  const client = new pg.Client(address.toString());
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await client.end();
}

/** A killed run leaves its folder and its servers; PostgreSQL ends by itself when its folder is gone. */
async function removeLeftovers(): Promise<void> {
  const parent = runFolder();
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const folder = path.join(parent, name);
    for (const file of ["meilisearch/pid", "postgres/cluster/postmaster.pid"]) {
      const pid = readNumber(path.join(folder, file));
      if (pid && isAlive(pid)) await endProcess(pid, "SIGTERM", 2000);
    }
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
