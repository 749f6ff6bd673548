import { expect, it } from "vitest";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { endTrial } from "~/domain/matching/end-trial.server";
import { judgePair } from "~/domain/matching/judge-pair.server";
import { getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import { readInputs } from "~/domain/matching/pair-inputs-rules";
import { rankerVersions, scoreWith } from "~/domain/matching/ranker-registry";
import { forgetRankings } from "~/domain/matching/ranking-memory.server";
import { startTrial } from "~/domain/matching/start-trial.server";
import { listTrials } from "~/domain/matching/trial-queries.server";
import { makeOfficer } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makePairScene } from "./pair-scene";

const t = useTestDb();

it("lists are drafted from both rankers while a trial runs, noted, and credited", async () => {
  const scene = await makePairScene(t.db);
  const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
  const [current = "", other = ""] = rankerVersions();
  const shown = async () => {
    const { list } = await getOwnerMatches("need", scene.need, scene.buyer, t.db);
    return list.items.map((item) => item.id);
  };
  const before = await shown();
  expect(before.length).toBeGreaterThanOrEqual(2);
  const trialId = await startTrial({ rankerA: other, rankerB: current }, operator, t.db);
  const during = await shown();
  expect([...during].sort()).toEqual([...before].sort());
  forgetRankings();
  expect(await shown()).toEqual(during);
  const showings = await t.db.matchShowing.findMany({
    where: { trialId },
    orderBy: { position: "asc" },
  });
  expect(showings.map((row) => row.achievementId)).toEqual(during);
  expect(new Set(showings.slice(0, 2).map((row) => row.arm))).toEqual(new Set(["A", "B"]));
  for (const row of showings) expect(row.rankerVersion).toBe(row.arm === "A" ? other : current);

  const wanted = showings.find((row) => row.arm === "B")?.achievementId ?? "";
  await answerMatch(
    {
      needId: scene.need,
      achievementId: wanted,
      answer: "INTERESTED",
      declineCode: null,
      note: "",
    },
    scene.buyer,
    t.db,
  );
  await endTrial(trialId, operator, t.db);
  const [result] = await listTrials(operator, t.db);
  expect(result).toMatchObject({ wonByA: 0, wonByB: 1, chance: null });
  expect(result?.b).toMatchObject({ version: current, interested: 1 });
  expect(result?.endedAt).not.toBeNull();
  await shown();
  expect(await t.db.matchShowing.count({ where: { trialId } })).toBe(showings.length);
});

it("the ranker's opinion of a pair in no list is computed for the judge", async () => {
  const scene = await makePairScene(t.db);
  const judge = await makeOfficer(t.db);
  const judged = async (achievementId: string) =>
    judgePair({ needId: scene.need, achievementId, level: 1, reason: "" }, judge, t.db);
  const near = await judged(scene.battery);
  const far = await judged(scene.others[2] ?? "");
  expect(near.related).toBeGreaterThan(far.related ?? 1);
  expect(far.related).toBeGreaterThanOrEqual(0);
  const { shown } = await t.db.matchJudgement.findFirstOrThrow({
    where: { achievementId: scene.others[2] ?? "" },
  });
  const inputs = readInputs((shown as { inputs: unknown }).inputs);
  expect(inputs && scoreWith(rankerVersions()[0] ?? "", inputs)).toMatchObject({
    related: far.related,
  });
});
