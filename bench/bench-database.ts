import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";

/** A PostgreSQL of its own with schema, queue and reference data; taken away afterwards. */
export async function withBenchDatabase(work: (url: string) => Promise<void>): Promise<void> {
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
  try {
    await applyMigrations(postgres.url, "prisma/migrations");
    await migrateQueue(postgres.url);
    await seedOnce(postgres.url, false, () => {});
    await work(postgres.url);
  } finally {
    await postgres.stop();
    unlock();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}
