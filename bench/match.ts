import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedMeilisearch } from "../app/server/embedded-meilisearch.ts";
import { createEngine, indexUid, multiSearch } from "../search/engine";
import { buildScratchIndex, needListing } from "../search/match/evaluate/scratch-index";
import { candidateQueries } from "../search/match/first-stage";
import { encodeAll } from "../search/match/model";
import { type MatchSource, rankListings } from "../search/match/rank";
import type { MatchListing } from "../search/match/types";
import { BUILT_IN_FILE } from "../search/match/vectors/built-in";
import { encodeDocuments } from "../search/sync/encode-documents";
import { sampleTexts, seededRandom } from "./search/catalogue";
import { measure, residentMb } from "./search/measure";

/**
 * node --import tsx bench/match.ts [sizes…]   (default 3000 50000)
 *
 * Fills a Meilisearch of its own with achievements and matches needs against them: one at a time and
 * eight at once, beside the very queries that are sent to Meilisearch. Aim at 50,000: p95 of one match
 * at most 150 ms. BENCH_DATA names a folder with achievements.jsonl (and needs.jsonl) to cut texts from.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const NEEDS = 100;

for (const size of sizes.length > 0 ? sizes : [3_000, 50_000]) await run(size);

async function run(size: number): Promise<void> {
  const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-bench-")));
  const server = await startEmbeddedMeilisearch({ dataDir });
  try {
    const engine = createEngine({ url: server.url, key: server.key, timeoutMs: 120_000 });
    const random = seededRandom(7);
    const texts = sampleTexts(size, random);
    const achievements = texts.map((one, i) => ({ aid: String(i), ...one }));
    const started = performance.now();
    const source = await buildScratchIndex(engine, achievements);
    const seconds = (performance.now() - started) / 1000;
    const needs = sampleNeeds(random);
    const matches = (list: readonly MatchListing[]) =>
      list.map((need) => () => rankListings("need", "achievement", need, source));
    await measure(matches(needs.slice(0, 10)), 1);
    const alone = await measure(matches(needs), 1);
    const bareQueries = await Promise.all(needs.map((need) => queriesOf(need, source)));
    const bareTasks = bareQueries.map((queries) => () => multiSearch(engine, queries));
    const bare = await measure(bareTasks, 1);
    const began = performance.now();
    const together = await measure(matches(needs), 8);
    const perSecond = needs.length / ((performance.now() - began) / 1000);
    const bareBegan = performance.now();
    await measure(bareTasks, 8);
    const barePerSecond = needs.length / ((performance.now() - bareBegan) / 1000);
    print({
      listings: size,
      indexSeconds: seconds,
      indexMb: folderMb(path.join(dataDir, "meilisearch")),
      vectorFileMb: fs.statSync(BUILT_IN_FILE).size / 1e6,
      matchP50Ms: alone.p50,
      matchP95Ms: alone.p95,
      engineP50Ms: bare.p50,
      engineP95Ms: bare.p95,
      ratioP50: alone.p50 / bare.p50,
      eightAtOnceP95Ms: together.p95,
      perSecond,
      ratioThroughput: barePerSecond / perSecond,
      changedListingMs: await changeOne(source),
      nodeMb: process.memoryUsage().rss / 1e6,
      meilisearchMb: residentMb(server.pid() ?? 0),
    });
  } finally {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Needs that are none of the listings: real ones where there are any. */
function sampleNeeds(random: () => number): MatchListing[] {
  const file = process.env.BENCH_DATA && path.join(process.env.BENCH_DATA, "needs.jsonl");
  const rows =
    file && fs.existsSync(file)
      ? fs
          .readFileSync(file, "utf8")
          .split("\n")
          .filter(Boolean)
          .slice(0, NEEDS)
          .map((line) => JSON.parse(line) as { name: string; context: string })
          .map((row) => ({ title: row.name, text: row.context ?? "" }))
      : sampleTexts(NEEDS, random);
  return rows.map((row, i) =>
    needListing({ rid: `need-${i}`, title: row.title, content: row.text }),
  );
}

async function queriesOf(need: MatchListing, source: MatchSource) {
  const [encoded] = await encodeAll([need], source.model);
  const { statistics } = source.model;
  return candidateQueries(source.engine, {
    wanted: "achievement",
    subject: need,
    vector: encoded?.vector ?? null,
    statistics,
  });
}

/** Milliseconds from a changed text to its new vector in the index, and to its new list. */
async function changeOne(source: MatchSource): Promise<number> {
  const index = source.engine.client.index(indexUid(source.engine, "achievement"));
  const document = (await index.getDocument("0")) as never;
  const started = performance.now();
  const sent = await encodeDocuments("achievement", [document], source.model);
  await index.addDocuments(sent, { primaryKey: "id" }).waitTask({ interval: 10 });
  return performance.now() - started;
}

function folderMb(folder: string): number {
  let bytes = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += fs.statSync(path.join(entry.parentPath, entry.name)).blocks * 512;
  }
  return bytes / 1e6;
}

function print(figures: Record<string, number>): void {
  const rounded = Object.entries(figures).map(([name, value]) => [
    name,
    Math.round(value * 100) / 100,
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rounded))}\n`);
}
