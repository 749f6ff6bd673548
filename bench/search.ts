import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedMeilisearch } from "../app/server/embedded-meilisearch.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";
import { migrateQueue } from "../app/server/migrate-queue.ts";
import { seedOnce } from "../app/server/seed-once.ts";
import { sampleTexts, seededRandom } from "./search/catalogue";
import { type Latency, measure, proportionalMb, residentMb } from "./search/measure";

/**
 * node --import tsx bench/search.ts [sizes…]   (default 3000 50000)
 *
 * Starts its own PostgreSQL and Meilisearch in a temporary folder, fills them, and compares the
 * use case behind the search page with the same queries sent straight to Meilisearch.
 * Aim: ratio at most 1.3. BENCH_DATA names a folder with achievements.jsonl to cut texts from.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const REQUESTS = 300;
const AIM = 1.3;

const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-bench-")));
const unlock = lockDataFolder(dataDir);
const [postgres, meilisearch] = await Promise.all([
  startEmbeddedPostgres({ dataDir }),
  startEmbeddedMeilisearch({ dataDir }),
]);
Object.assign(process.env, {
  DATABASE_URL: postgres.url,
  MEILI_URL: meilisearch.url,
  MEILI_KEY: meilisearch.key,
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
  await Promise.all([postgres.stop(), meilisearch.stop()]);
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function run(): Promise<void> {
  // Read the environment only now that it names the services.
  const { getDb, closeDb } = await import("../app/platform/db.server");
  const { queryEngine, syncEngine } = await import("../app/platform/search.server");
  const { searchListings } = await import("../app/domain/discovery/search-listings.server");
  const { buildQueries } = await import("../app/domain/discovery/engine-search.server");
  const { readListingSearch } = await import("../app/domain/discovery/search-schema");
  const { getListingPage } = await import("../app/domain/discovery/listing-page.server");
  const { suggest } = await import("../app/domain/discovery/suggest.server");
  const { markForIndexing } = await import("../app/domain/shared/mark-for-indexing.server");
  const { ensureIndexes } = await import("../search/sync/ensure");
  const { rebuildIndexes } = await import("../search/sync/rebuild");
  const { drainOutbox } = await import("../search/sync/outbox");
  const { loadReferences } = await import("../search/sync/references");
  const { loadMatchListing } = await import("../search/sync/rows");
  const { rankForNeed } = await import("../search/match/rank");
  const { matchSource } = await import("../app/platform/search.server");
  const { wordsOf } = await import("../search/text/words");
  const db = getDb();
  const random = seededRandom(20_261_122);
  const wanted = sizes.length > 0 ? sizes : [3_000, 50_000];
  const texts = sampleTexts(Math.max(...wanted), random);
  const references = await loadReferences(db);
  const fields = references.childCodes("fields", null);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  const userId = v7();
  await db.user.create({ data: { id: userId, name: "bench", email: "bench@market.example" } });
  const organisations = Array.from({ length: 200 }, (_, i) => ({
    id: v7(),
    kind: i % 3 === 0 ? ("UNIVERSITY" as const) : ("ENTERPRISE" as const),
    legalName: `测量单位${i}`,
    regionCode: pick(["370102", "370202", "110000", "330100", "440300"]),
    state: "VERIFIED",
  }));
  await db.organisation.createMany({ data: organisations });
  const row = (index: number) => {
    const organisation = pick(organisations);
    const publishedAt = new Date(Date.now() - Math.floor(random() * 360) * 86_400_000);
    return {
      id: v7(),
      organisationId: organisation.id,
      createdById: userId,
      state: "PUBLISHED",
      title: texts[index]?.title ?? "",
      description: texts[index]?.text ?? "",
      fieldCodes: [pick(references.childCodes("fields", pick(fields)))].filter(Boolean),
      regionCode: organisation.regionCode,
      modes: [pick(["ASSIGNMENT", "LICENCE", "EQUITY"])],
      trlDeclared: 1 + Math.floor(random() * 9),
      publishedAt,
      expiresAt: new Date(publishedAt.getTime() + 365 * 86_400_000),
    };
  };

  let have = 0;
  for (const size of wanted) {
    console.log(`\n## ${size} listings`);
    for (; have < size; have += 1_000) {
      const rows = Array.from({ length: Math.min(1_000, size - have) }, (_, i) => row(have + i));
      await db.achievement.createMany({ data: rows });
    }
    await ensureIndexes(db, syncEngine());
    const rebuilt = await rebuildIndexes(db, syncEngine());
    const rate = Math.round(rebuilt.documents.achievement / rebuilt.seconds);
    console.log(`full rebuild: ${rebuilt.seconds.toFixed(1)} s, ${rate} listings/s`);

    const titles = Array.from({ length: 400 }, () => pick(texts.slice(0, size)).title);
    const words = titles
      .flatMap((title) => wordsOf(title).map((word) => word.text))
      .filter((word) => /\p{Script=Han}{2}/u.test(word));
    const kinds: Record<string, () => string> = {
      words: () => `q=${encodeURIComponent(pick(words))}`,
      "two words": () => `q=${encodeURIComponent(`${pick(words)} ${pick(words)}`)}`,
      "words and filters": () =>
        `q=${encodeURIComponent(pick(words))}&field=${pick(fields)}&region=370000&trl=4-6`,
      browsing: () => `field=${pick(fields)}&sort=newest`,
    };
    for (const [name, make] of Object.entries(kinds)) {
      const queries: string[] = [];
      for (let tries = 0; queries.length < REQUESTS; tries++) {
        const query = tries < REQUESTS * 3 ? make() : (queries[tries % queries.length] ?? make());
        // A search that finds nothing asks again in other ways; that is measured apart, below.
        const search = readListingSearch(new URLSearchParams(query));
        if (tries >= REQUESTS * 3 && queries.length > 0) queries.push(query);
        else if ((await searchListings("achievement", search, db)).relaxation === null) {
          queries.push(query);
        }
      }
      for (const concurrency of [1, 8]) {
        const direct = queries.map((query) => {
          const search = readListingSearch(new URLSearchParams(query));
          const engine = queryEngine();
          const context = { engine, kind: "achievement" as const, search, now: Date.now() };
          const body = JSON.stringify({
            queries: buildQueries(context, { q: search.q, matchingStrategy: "all" }),
          });
          return async () => {
            const response = await fetch(`${meilisearch.url}/multi-search`, {
              method: "POST",
              headers: {
                authorization: `Bearer ${meilisearch.key}`,
                "content-type": "application/json",
                "accept-encoding": "identity",
              },
              body,
            });
            await response.json();
          };
        });
        const useCase = queries.map(
          (query) => () => getListingPage("achievement", new URLSearchParams(query), "zh-CN", db),
        );
        // In turns, so that a slow moment of the machine meets both.
        const rounds: { direct: Latency; market: Latency }[] = [];
        for (let i = 0; i < 3; i++) {
          rounds.push({
            direct: await measure(direct.slice(i * 100, i * 100 + 100), concurrency),
            market: await measure(useCase.slice(i * 100, i * 100 + 100), concurrency),
          });
        }
        const mean = (of: (round: (typeof rounds)[number]) => number) =>
          rounds.reduce((sum, round) => sum + of(round), 0) / rounds.length;
        const [d50, d95] = [mean((r) => r.direct.p50), mean((r) => r.direct.p95)];
        const [m50, m95] = [mean((r) => r.market.p50), mean((r) => r.market.p95)];
        console.log(
          `${name}, ${concurrency} at once: engine p50 ${d50.toFixed(1)} p95 ${d95.toFixed(1)} ms · ` +
            `market p50 ${m50.toFixed(1)} p95 ${m95.toFixed(1)} ms · ` +
            `ratio ${(m50 / d50).toFixed(2)} / ${(m95 / d95).toFixed(2)} (aim ${AIM})`,
        );
      }
    }

    const beginnings = words.map((word) => word.slice(0, 2)).slice(0, 100);
    const typed = await measure(
      beginnings.map((text) => () => suggest(text, "zh-CN", db)),
      1,
    );
    console.log(`suggestions: p50 ${typed.p50.toFixed(1)} p95 ${typed.p95.toFixed(1)} ms (aim 50)`);
    const loose = await measure(
      Array.from({ length: 30 }, () => {
        const q = `寻求一种能够提高${pick(words)}和${pick(words)}水平的${pick(words)}解决办法以及设备`;
        const search = readListingSearch(new URLSearchParams({ q }));
        return () => searchListings("achievement", search, db);
      }),
      1,
    );
    console.log(`sentences: p50 ${loose.p50.toFixed(1)} p95 ${loose.p95.toFixed(1)} ms`);

    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      const title = `发布测量甲乙丙${size}第${i}次`;
      const fresh = { ...row(i), title };
      await db.$transaction(async (tx) => {
        await tx.achievement.create({ data: fresh });
        await markForIndexing(tx, "achievement", fresh.id);
      });
      const started = performance.now();
      const drained = drainOutbox(db, syncEngine());
      const search = readListingSearch(new URLSearchParams({ q: title }));
      while ((await searchListings("achievement", search, db)).hits[0]?.id !== fresh.id) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      waits.push(performance.now() - started);
      await drained;
    }
    console.log(
      `publish to findable: ${waits.map((wait) => `${Math.round(wait)} ms`).join(", ")} (aim 2000)`,
    );

    const source = await matchSource(new Date());
    const listing = await db.achievement.findFirstOrThrow({ select: { id: true } });
    const subject = await loadMatchListing(db, "achievement", listing.id, references);
    if (subject !== null) {
      // Plain data in: an achievement stands in for a need with the same text.
      const matched = await measure(
        Array.from({ length: 10 }, () => () => rankForNeed(subject, source)),
        1,
      );
      console.log(`matching, achievements for one need: p50 ${matched.p50.toFixed(1)} ms`);
    }
    const pids = { postgres: postgres.pid() ?? 0, meilisearch: meilisearch.pid() ?? 0 };
    console.log(
      `memory: app ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB (this process, with the bench's own ${texts.length} texts) · ` +
        `PostgreSQL ${Math.round(proportionalMb(pids.postgres))} MB · ` +
        `Meilisearch ${Math.round(residentMb(pids.meilisearch))} MB resident, its mapped files included`,
    );
  }
  await closeDb();
}
