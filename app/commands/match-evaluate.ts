import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createEngine } from "#search/engine";
import { evaluateMatching } from "#search/match/evaluate/evaluate";
import { readAchievements, readNeeds, readPairs } from "#search/match/evaluate/judged-files";
import { CURRENT_RANKER, findRanker, listRankers } from "#search/match/rankers";
import { prepareDataFolder } from "../server/data-folder";
import { startEmbeddedMeilisearch } from "../server/embedded-meilisearch";

/**
 * Measures matching on judged pairs in a scratch index of its own, which is thrown away:
 *   npm run match:evaluate -- --needs FILE --pairs FILE [--achievements FILE …]
 *     [--ranker VERSION] [--details FILE]
 * Files are JSONL: needs (rid, title, content), pairs (rid, aid, level, a_title_keywords), further
 * achievements (id, title or name, text), which are distractors. Nothing is trained on them. The last
 * line printed is one JSON object.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    needs: { type: "string" },
    pairs: { type: "string" },
    achievements: { type: "string", multiple: true, default: [] },
    ranker: { type: "string", default: CURRENT_RANKER.version },
    details: { type: "string" },
  },
});

async function main(): Promise<void> {
  if (!values.needs || !values.pairs) throw new Error("--needs FILE and --pairs FILE are wanted");
  const ranker = findRanker(values.ranker);
  if (!ranker) {
    const known = listRankers().map((one) => one.version);
    throw new Error(`--ranker must be one of ${known.join(", ")}`);
  }
  const needs = await readNeeds(values.needs);
  const pairs = await readPairs(values.pairs);
  const lists = await Promise.all(
    // Several files may follow one --achievements.
    [...values.achievements, ...positionals].map(readAchievements),
  );
  const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-evaluate-")));
  const server = await startEmbeddedMeilisearch({ dataDir });
  try {
    const engine = createEngine({ url: server.url, key: server.key });
    const run = await evaluateMatching(
      engine,
      { needs, pairs, achievements: lists.flat() },
      ranker,
    );
    if (values.details) fs.writeFileSync(values.details, JSON.stringify(run.perNeed));
    process.stdout.write(`ranker ${ranker.version}\n${JSON.stringify(run.summary)}\n`);
  } finally {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
