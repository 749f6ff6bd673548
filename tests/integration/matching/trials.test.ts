import { describe, expect, it, vi } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { compareRankers } from "~/domain/matching/compare-rankers.server";
import { endTrial } from "~/domain/matching/end-trial.server";
import * as registry from "~/domain/matching/ranker-registry";
import type { RankedMatch } from "~/domain/matching/ranking-memory.server";
import { startTrial } from "~/domain/matching/start-trial.server";
import { listSurprises } from "~/domain/matching/surprise-queries.server";
import { withTrial } from "~/domain/matching/trial-list.server";
import { listTrials } from "~/domain/matching/trial-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import {
  makeAnswer,
  makeJudgement,
  makeShowing,
  type PairIds,
  pairInputs,
} from "../../factories/matching-events";
import { makeMember, makeOfficer, makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const [OLD, NEW] = versions();

/** Two versions that this market knows. */
function versions(): [string, string] {
  const [first, second] = registry.rankerVersions();
  if (!first || !second) throw new Error("a trial needs two rankers");
  return [first, second];
}

const matchOf = (id: string, alsoIds: string[] = []) => ({ id, alsoIds }) as unknown as RankedMatch;

describe("startTrial and endTrial", () => {
  it("run one trial at a time, started and ended by an operator, on record", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const input = { rankerA: OLD, rankerB: NEW };
    const starts = await Promise.allSettled([
      startTrial(input, operator, t.db),
      startTrial(input, operator, t.db),
    ]);
    const started = starts.filter((one) => one.status === "fulfilled");
    expect(started).toHaveLength(1);
    expect(starts.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "trial_running", status: 409 },
    });
    const id = started[0]?.value ?? "";
    await endTrial(id, operator, t.db);
    await expect(endTrial(id, operator, t.db)).rejects.toMatchObject({ code: "trial_not_running" });
    await expect(endTrial(newId(), operator, t.db)).rejects.toMatchObject({
      code: "trial_not_running",
    });
    await startTrial(input, operator, t.db);
    const events = await t.db.auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "match.trial-start",
      "match.trial-end",
      "match.trial-start",
    ]);
  });

  it("refuse everybody else, unknown versions and a version against itself", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const reviewer = await makeOfficer(t.db);
    const input = { rankerA: OLD, rankerB: NEW };
    const refuses = (work: Promise<unknown>, code: string) =>
      expect(work).rejects.toMatchObject({ code });
    await refuses(startTrial(input, reviewer, t.db), "forbidden");
    await refuses(endTrial(newId(), reviewer, t.db), "forbidden");
    await refuses(listTrials(reviewer, t.db), "forbidden");
    await refuses(compareRankers(reviewer, t.db), "forbidden");
    await refuses(startTrial({ ...input, rankerB: "none-9" }, operator, t.db), "not_a_choice");
    await refuses(startTrial({ rankerA: OLD, rankerB: OLD }, operator, t.db), "trial_same_ranker");
    expect(await t.db.matchTrial.count()).toBe(0);
  });
});

describe("withTrial", () => {
  const lists = new Map([
    [OLD, ["a", "b", "c"]],
    [NEW, ["c", "d", "a"]],
  ]);
  const rank = vi.fn(async (version: string) =>
    (lists.get(version) ?? []).map((id) => matchOf(id)),
  );

  it("asks the ranker at work while no trial runs, both while one does, the same all day", async () => {
    const clock = useTestClock(new Date("2026-11-22T17:00:00Z"));
    try {
      const subject = newId();
      const plain = await withTrial(subject, t.db, rank);
      expect(plain.map((one) => one.id)).toEqual(lists.get(registry.currentRankerVersion()));
      expect(plain.every((one) => one.trial === null)).toBe(true);
      const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
      const trialId = await startTrial({ rankerA: OLD, rankerB: NEW }, operator, t.db);
      const morning = await withTrial(subject, t.db, rank);
      expect(morning.map((one) => one.id).sort()).toEqual(["a", "b", "c", "d"]);
      expect(new Set(morning.slice(0, 2).map((one) => one.trial?.arm))).toEqual(
        new Set(["A", "B"]),
      );
      expect(morning[0]?.trial?.trialId).toBe(trialId);
      clock.advance(22 * 3_600_000);
      expect(await withTrial(subject, t.db, rank)).toEqual(morning);
    } finally {
      clock.restore();
    }
  });
});

/** A running trial and `count` needs with one achievement, each shown by an arm to a firm. */
async function makeTrial(db: Db) {
  const operator = await makeOfficer(db, "MARKET_OPERATOR", null);
  const trialId = newId();
  await db.matchTrial.create({
    data: {
      id: trialId,
      rankerA: OLD,
      rankerB: NEW,
      startedById: operator.userId,
      startedAt: new Date("2026-11-01T00:00:00Z"),
    },
  });
  const university = await makeOrganisation(db);
  const firm = await makeOrganisation(db, { kind: "ENTERPRISE" });
  const reader = await makeMember(db, firm.id);
  const side = { organisationId: firm.id, userId: reader.userId };
  return {
    operator,
    side,
    async show(arm: "A" | "B", need?: string): Promise<PairIds> {
      const pair = {
        needId: need ?? (await makeNeed(db, firm.id)).id,
        achievementId: (await makeAchievement(db, university.id)).id,
      };
      await makeShowing(db, pair, {
        ...side,
        at: "2026-11-02T00:00:00Z",
        trial: { trialId, arm },
        inputs: pairInputs(),
      });
      return pair;
    },
    trialId,
  };
}

describe("results of a trial", () => {
  it("credit interested sides and strong judgements, and count by listing", async () => {
    const trial = await makeTrial(t.db);
    const at = "2026-11-03T00:00:00Z";
    // Two credits of one list are one win; the third pair of the list went to the other arm.
    const first = await trial.show("A");
    const second = await trial.show("A", first.needId);
    const third = await trial.show("B", first.needId);
    for (const pair of [first, second, third]) await makeAnswer(t.db, pair, { ...trial.side, at });
    const judged = await trial.show("B");
    await makeJudgement(t.db, judged, { judgeId: trial.operator.userId, level: 3, at });
    const weak = await trial.show("B");
    await makeJudgement(t.db, weak, { judgeId: trial.operator.userId, level: 2, at });
    const refused = await trial.show("A");
    await makeAnswer(t.db, refused, { ...trial.side, at, answer: "NOT_NOW" });
    const before = await trial.show("A");
    await makeAnswer(t.db, before, { ...trial.side, at: "2026-10-30T00:00:00Z" });
    // The other arm showed the pair later, still before the answer: the credit is its.
    const moved = await trial.show("A");
    await makeShowing(t.db, moved, {
      ...trial.side,
      at: "2026-11-02T20:00:00Z",
      trial: { trialId: trial.trialId, arm: "B" },
    });
    await makeAnswer(t.db, moved, { ...trial.side, at });
    const [result] = await listTrials(trial.operator, t.db);
    expect(result).toMatchObject({
      a: { version: OLD, places: 5, interested: 2, strong: 0 },
      b: { version: NEW, places: 4, interested: 2, strong: 1 },
      wonByA: 1,
      wonByB: 2,
      even: 0,
      chance: null,
    });
  });

  it("say how likely chance is once there are enough", async () => {
    await t.db.policyParameter.updateMany({
      where: { key: "market.matching.judgement_minimum" },
      data: { value: 5 },
    });
    const trial = await makeTrial(t.db);
    for (let index = 0; index < 5; index++) {
      const pair = await trial.show("B");
      await makeAnswer(t.db, pair, { ...trial.side, at: "2026-11-03T00:00:00Z" });
    }
    expect((await listTrials(trial.operator, t.db))[0]?.chance).toBeCloseTo(0.0625, 12);
  });
});

describe("compareRankers", () => {
  it("scores judged and answered pairs again from their stored inputs", async () => {
    const trial = await makeTrial(t.db);
    const at = "2026-11-03T00:00:00Z";
    const strong = await trial.show("A");
    const weak = await trial.show("A", strong.needId);
    const liked = await trial.show("A");
    const dear = await trial.show("A");
    const judge = (pair: PairIds, level: number, words: number) =>
      makeJudgement(t.db, pair, {
        judgeId: trial.operator.userId,
        level,
        at,
        related: 0.5,
        inputs: pairInputs({ words, meaning: words }),
      });
    await judge(strong, 4, 0.5);
    await judge(weak, 1, 0.01);
    await makeAnswer(t.db, liked, { ...trial.side, at });
    await makeAnswer(t.db, weak, { ...trial.side, at });
    await makeAnswer(t.db, dear, { ...trial.side, at, answer: "NOT_FOR_US", declineCode: "PRICE" });
    const bare = { needId: strong.needId, achievementId: dear.achievementId };
    await makeJudgement(t.db, bare, { judgeId: trial.operator.userId, level: 2, at });
    const result = await compareRankers(systemActor("test"), t.db);
    expect(result).toMatchObject({
      pairs: 3,
      needs: 2,
      judgements: 3,
      answers: 1,
      withoutInputs: 1,
    });
    expect(result.rows.map((row) => row.version)).toEqual(registry.rankerVersions());
    for (const row of result.rows) {
      expect(row.ndcg10).toEqual({ mean: 1, count: 2 });
      expect(row.auc).toEqual({ mean: 1, count: 1 });
    }
  });
});

describe("listSurprises", () => {
  it("names what the ranker was most wrong about, with the reason, to operators only", async () => {
    const trial = await makeTrial(t.db);
    const at = new Date().toISOString();
    const judge = async (level: number, related?: number) => {
      const pair = await trial.show("A");
      const opinion = { judgeId: trial.operator.userId, level, at };
      await makeJudgement(t.db, pair, related === undefined ? opinion : { ...opinion, related });
      return pair;
    };
    const worst = await judge(1, 0.95);
    const missed = await judge(4, 0.2);
    await judge(2, 0.6);
    await judge(1);
    await t.db.matchJudgement.updateMany({
      where: { achievementId: worst.achievementId },
      data: { reason: "同词不同义" },
    });
    const found = await listSurprises(trial.operator, t.db);
    expect(found.map((one) => [one.level, one.related, one.reason])).toEqual([
      [1, 0.95, "同词不同义"],
      [4, 0.2, ""],
    ]);
    expect(found[1]?.href).toContain(missed.achievementId);
    await expect(listSurprises(await makeOfficer(t.db), t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
