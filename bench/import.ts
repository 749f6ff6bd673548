import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { v7 } from "uuid";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";
import { sampleTexts, seededRandom } from "./search/catalogue";

/**
 * node --import tsx bench/import.ts [rows…]   (default 2000 20000)
 *
 * Imports a made-up catalogue into a PostgreSQL of its own and prints rows per second of the dry
 * run, of the first import with publication, and of a second one that finds nothing new; the ratio to bare
 * inserts of the same rows; and how long the event loop was blocked at most meanwhile.
 * BENCH_DATA names a folder with achievements.jsonl to cut texts from.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);

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
  for (const size of sizes.length > 0 ? sizes : [2000, 20_000]) await run(size);
} finally {
  await postgres.stop();
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function run(size: number): Promise<void> {
  // The environment is read at first use: only now does it name the services.
  const { createDb } = await import("../app/platform/db.server");
  const { createFolderStorage } = await import("../app/platform/storage.server");
  const { createImportRun } = await import("../app/domain/imports/create-import-run.server");
  const { getImportRun } = await import("../app/domain/imports/import-queries.server");
  const { runImport } = await import("../app/domain/imports/run-import.server");
  const { commitImport, queueDryRun } = await import("../app/domain/imports/steer-import.server");
  const { makeMember, makeOrganisation } = await import("../tests/factories/people");
  const db = createDb(postgres.url, 4);
  const storage = createFolderStorage(path.join(dataDir, "files"));
  const organisation = await makeOrganisation(db);
  await db.organisation.update({ where: { id: organisation.id }, data: { trustedImport: true } });
  const actor = await makeMember(db, organisation.id, "OWNER");
  const texts = sampleTexts(size, seededRandom(7));
  const lines = texts.map((text, index) =>
    JSON.stringify({
      id: `${size}-${index}`,
      name: `第 ${index} 号${text.title}`.slice(0, 60),
      context: text.text.slice(0, 4000).padEnd(20, "。"),
      maturity: "通过小试",
      cooperationMethod: "技术转让,技术许可",
      price: "面议",
      industry: "新材料-复合材料",
      classification: "制造业——纺织业",
    }),
  );
  const content = new TextEncoder().encode(lines.join("\n"));

  const pass = async () => {
    const input = {
      kind: "ACHIEVEMENT",
      organisationId: organisation.id,
      source: "bench",
      fileName: "bench.jsonl",
      content,
    } as const;
    const { id } = await createImportRun(input, actor, db, storage);
    await queueDryRun(id, (await getImportRun(db, id)).mapping, actor, db);
    const dry = await timed(() => runImport(id, db, { storage, budgetMs: 3_600_000 }));
    await commitImport(id, actor, db);
    const real = await timed(() => runImport(id, db, { storage, budgetMs: 3_600_000 }));
    return { dry, real, run: await getImportRun(db, id) };
  };
  const first = await pass();
  const second = await pass();
  const bare = await timed(async () => {
    for (let from = 0; from < size; from += 200) {
      await db.achievement.createMany({
        data: texts.slice(from, from + 200).map((text, index) => ({
          id: v7(),
          organisationId: organisation.id,
          createdById: actor.userId,
          source: "bare",
          externalId: `${size}-${from + index}`,
          title: text.title,
          description: text.text,
        })),
      });
    }
  });
  const rate = (one: { ms: number }) => `${Math.round((size / one.ms) * 1000)} rows/s`.padStart(12);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(`${size} rows, ${(content.length / 1024 / 1024).toFixed(1)} MB of JSON Lines`);
  print(`  dry run            ${rate(first.dry)}   loop blocked ≤ ${first.dry.blockedMs} ms`);
  print(`  import and publish ${rate(first.real)}   loop blocked ≤ ${first.real.blockedMs} ms`);
  print(`  again, unchanged   ${rate(second.real)}   (${second.run.unchanged} unchanged)`);
  print(`  bare inserts       ${rate(bare)}   ratio ${(bare.ms / first.real.ms).toFixed(2)}`);
  await db.$disconnect();
}

async function timed(work: () => Promise<unknown>): Promise<{ ms: number; blockedMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  delay.disable();
  return { ms, blockedMs: Math.round(delay.max / 1e6) };
}
