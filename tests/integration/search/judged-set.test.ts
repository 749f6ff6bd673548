import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { createEngine, type SearchEngine } from "#search/engine";
import { evaluateMatching } from "#search/match/evaluate/evaluate";
import {
  type JudgedNeed,
  type PlainAchievement,
  readAchievements,
  readNeeds,
  readPairs,
} from "#search/match/evaluate/judged-files";
import { buildScratchIndex, needListing } from "#search/match/evaluate/scratch-index";
import { type MatchSource, rankListings } from "#search/match/rank";
import { findRanker } from "#search/match/rankers";

const FOLDER = "tests/judged";

let engine: SearchEngine;
let needs: JudgedNeed[];
let achievements: PlainAchievement[];

beforeAll(async () => {
  const { meiliUrl: url, meiliKey: key } = inject("services");
  engine = createEngine({ url, key, prefix: `judged-${process.pid}-` });
  needs = await readNeeds(`${FOLDER}/needs.jsonl`);
  achievements = await readAchievements(`${FOLDER}/achievements.jsonl`);
});

/** What the ranker reached when it was last measured, less what chance may take; see tests/judged/README.md. */
const LEAST = { ndcg10: 0.72, auc: 0.93, p5: 0.51, recall50: 0.97, contest: 0.67 };

describe("matching on the project's own judged pairs", () => {
  it("is as good as it was, and better than words alone", async () => {
    const pairs = await readPairs(`${FOLDER}/pairs.jsonl`);
    const input = { needs, pairs, achievements };
    const { summary } = await evaluateMatching(engine, input);
    expect(summary).toMatchObject({ needs: 40, pairs: 600 });
    for (const [name, least] of Object.entries(LEAST)) {
      expect(summary[name as keyof typeof LEAST], name).toBeGreaterThanOrEqual(least);
    }
    const lexical = await evaluateMatching(engine, input, findRanker("lexical-1"));
    expect((summary.ndcg10 ?? 0) - (lexical.summary.ndcg10 ?? 1)).toBeGreaterThan(0.02);
  }, 120_000);

  it("does not let stuffed or prompting texts among the first three", async () => {
    const rows = (await readFile(`${FOLDER}/stuffing.jsonl`, "utf8"))
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PlainAchievement & { targets: string[] });
    const source = await buildScratchIndex(engine, [...achievements, ...rows]);
    for (const row of rows) {
      for (const rid of row.targets) {
        const titles = await titlesFor(rid, source);
        expect(titles.slice(0, 3), `${row.aid} for ${rid}`).not.toContain(row.title);
      }
    }
  }, 60_000);
});

async function titlesFor(rid: string, source: MatchSource): Promise<string[]> {
  const need = needs.find((one) => one.rid === rid);
  if (!need) throw new Error(rid);
  const matches = await rankListings("need", "achievement", needListing(need), source);
  return matches.map((match) => match.candidate.title);
}

describe("odd texts", () => {
  let source: MatchSource;
  beforeAll(async () => {
    const copied = { aid: "copy", title: needs[0]?.title ?? "", text: needs[0]?.content ?? "" };
    const bare = { aid: "bare", title: "无文本的成果", text: "" };
    source = await buildScratchIndex(engine, [...achievements, copied, bare]);
  });

  const rank = (title: string, content = "") =>
    rankListings("need", "achievement", needListing({ rid: "odd", title, content }), source);

  it.each([
    ["three characters", "除尘器", ""],
    ["twenty thousand characters", "脱硫", "脱硫塔除雾器结垢。".repeat(2_300)],
    ["nothing but the form", "需求内容：无", "需求内容：无\n预期目标：无\n现有工作基础：无"],
    ["punctuation", "！？。，", "……"],
    ["pure English", "corrosion resistant coating for 316L valves", "salt spray test 2000 h"],
    ["mixed", "PA66 改性 for 汽车 connector", "flame retardant V-0，CTI≥600V"],
    ["emoji and controls", "🔋\u0000电池\u202e", "\uFEFF"],
  ])("answers for %s", async (_name, title, content) => {
    const matches = await rank(title, content);
    expect(matches.length).toBeLessThanOrEqual(20);
    for (const match of matches) {
      expect(match.phrases.length + match.nearPhrases.length).toBeGreaterThan(0);
    }
  });

  it("finds the same for traditional characters", async () => {
    const titles = async (text: string) =>
      (await rank(text)).slice(0, 3).map((match) => match.candidate.title);
    expect(await titles("鋰電池隔膜塗覆與循環壽命")).toEqual(
      await titles("锂电池隔膜涂覆与循环寿命"),
    );
  });

  it("finds a copied text first", async () => {
    const matches = await rank(needs[0]?.title ?? "", needs[0]?.content);
    expect(matches[0]?.candidate.title).toBe(needs[0]?.title);
    expect(matches[0]?.related).toBeGreaterThan(0.9);
  });
});
