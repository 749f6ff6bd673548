import { beforeEach, describe, expect, it } from "vitest";
import { findRanker, scorePair } from "#search/match/rankers";
import type { PairInputs } from "#search/match/types";
import { drainOutbox } from "#search/sync/outbox";
import { storeMatches } from "~/domain/matching/store-matches.server";
import { refreshStaleMatches } from "~/jobs/matching/refresh-stale.server";
import { logger } from "~/platform/logger.server";
import { syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { publishAchievement, withdrawAchievement } from "../search/catalogue";
import { makePairScene } from "./pair-scene";

const t = useTestDb();
let scene: Awaited<ReturnType<typeof makePairScene>>;

beforeEach(async () => {
  scene = await makePairScene(t.db);
});

const listOf = (subjectKind: "need" | "achievement", subjectId: string) =>
  t.db.matchEntry.findMany({ where: { subjectKind, subjectId }, orderBy: { rank: "asc" } });
const context = () => ({ db: t.db, logger });

describe("stored lists", () => {
  it("holds the list of a need with all that its scores are computed from", async () => {
    await storeMatches("need", scene.need, t.db);
    const list = await listOf("need", scene.need);
    expect(
      list
        .map((row) => row.otherId)
        .slice(0, 2)
        .sort(),
    ).toEqual([scene.battery, scene.blinded].sort());
    expect(list.map((row) => row.rank)).toEqual(list.map((_, i) => i + 1));
    for (const row of list) {
      const ranker = findRanker(row.rankerVersion);
      if (!ranker) throw new Error(row.rankerVersion);
      const again = scorePair(row.inputs as unknown as PairInputs, ranker);
      expect(again.score).toBeCloseTo(row.score, 10);
      expect(again.chances[0]).toBeCloseTo(row.related, 10);
    }
  });

  it("puts a new listing into the lists of those that it meets, without making them anew", async () => {
    await storeMatches("need", scene.need, t.db);
    const before = await t.db.matchRefresh.findFirstOrThrow({ where: { subjectId: scene.need } });
    const id = await publishAchievement(
      t.db,
      { organisationId: scene.university.id, userId: scene.supplier.userId },
      {
        title: "长寿命钠离子电池层状氧化物正极材料及储能应用",
        description: "层状氧化物正极材料循环 3000 次，用于储能电站。",
      },
    );
    await drainOutbox(t.db, syncEngine());
    await storeMatches("achievement", id, t.db);
    const list = await listOf("need", scene.need);
    expect(list.map((row) => row.otherId)).toContain(id);
    expect(list.map((row) => row.rank)).toEqual(list.map((_, i) => i + 1));
    expect([...list].sort((a, b) => b.score - a.score)).toEqual(list);
    const after = await t.db.matchRefresh.findFirstOrThrow({ where: { subjectId: scene.need } });
    expect(after.computedAt).toEqual(before.computedAt);
  });

  it("makes what is missing, nothing twice, and forgets what is not public any more", async () => {
    await refreshStaleMatches({}, context());
    const made = await t.db.matchRefresh.findMany({ orderBy: { subjectId: "asc" } });
    expect(made).toHaveLength(7);
    await refreshStaleMatches({}, context());
    expect(await t.db.matchRefresh.findMany({ orderBy: { subjectId: "asc" } })).toEqual(made);
    await withdrawAchievement(t.db, scene.battery);
    await refreshStaleMatches({}, context());
    expect(await listOf("achievement", scene.battery)).toEqual([]);
    expect((await listOf("need", scene.need)).map((row) => row.otherId)).not.toContain(
      scene.battery,
    );
  });

  it("takes two runs at once", async () => {
    await Promise.all([
      refreshStaleMatches({}, context()),
      refreshStaleMatches({}, context()),
      storeMatches("need", scene.need, t.db),
    ]);
    const list = await listOf("need", scene.need);
    expect(list.map((row) => row.rank)).toEqual(list.map((_, i) => i + 1));
  });
});
