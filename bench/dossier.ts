import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";

/**
 * node --import tsx bench/dossier.ts [contracts]   (default 200)
 *
 * Builds the recognition dossier of signed contracts in a PostgreSQL of its own and prints dossiers
 * per second: from the deal to the stored dossier (one transaction with audit), and the checks C01 to
 * C41 over stored facts alone.
 */
const count = Number(process.argv[2] ?? 200) || 200;

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
  await seedOnce(postgres.url, false, () => undefined);
  await run();
} finally {
  await postgres.stop();
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function run(): Promise<void> {
  // The environment is read at first use: only now does it name the services.
  const { createDb } = await import("../app/platform/db.server");
  const { createRegistration } = await import(
    "../app/domain/registration/create-registration.server"
  );
  const { checkRecognition } = await import("../app/domain/registration/recognition-rules");
  const { recognitionContext } = await import(
    "../app/domain/registration/recognition-context.server"
  );
  const { readStoredFacts } = await import("../app/domain/registration/stored-facts-rules");
  const { makeRegistrationOffice, makeSignedDeal } = await import(
    "../tests/factories/registrations"
  );
  const db = createDb(postgres.url, 4);
  await makeRegistrationOffice(db);
  const deals = [];
  for (let made = 0; made < count; made += 1) deals.push(await makeSignedDeal(db, "31"));

  const took: number[] = [];
  const started = performance.now();
  for (const deal of deals) {
    const from = performance.now();
    await createRegistration(deal.contractId, deal.seller, db);
    took.push(performance.now() - from);
  }
  const seconds = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(1);
  console.log(
    `dossiers built and stored: ${(count / seconds).toFixed(1)}/s (p50 ${at(0.5)} ms, p95 ${at(0.95)} ms)`,
  );

  const rows = await db.registration.findMany({ select: { facts: true } });
  const context = await recognitionContext(db);
  const rounds = 50;
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    for (const row of rows) checkRecognition(readStoredFacts(row.facts), context);
  }
  const checked = (rounds * rows.length) / ((performance.now() - from) / 1000);
  console.log(`dossiers checked by C01–C41: ${checked.toFixed(0)}/s`);
  await db.$disconnect();
}
