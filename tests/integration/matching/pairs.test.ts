import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { foldSameLength } from "#search/text/normalise";
import {
  listMatchesForAchievement,
  listMatchesForNeed,
} from "~/domain/matching/match-queries.server";
import type { PairSideView, PairView } from "~/domain/matching/match-view-schema";
import { getPairFigures } from "~/domain/matching/pair-figures-queries.server";
import { getPair } from "~/domain/matching/pair-queries.server";
import { forgetRankings } from "~/domain/matching/ranking-memory.server";
import { newId } from "~/domain/shared/ids";
import { resetEnv } from "~/platform/env.server";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { publishAchievement, withdrawAchievement } from "../search/catalogue";
import { indexAll, makePairScene } from "./pair-scene";

const t = useTestDb("file");
let scene: Awaited<ReturnType<typeof makePairScene>>;

beforeAll(async () => {
  scene = await makePairScene(t.db);
});
afterEach(() => forgetRankings());

const whole = (side: PairSideView) =>
  foldSameLength([...side.title, ...side.text].map((one) => one.text).join(""));
const marked = (side: PairSideView) =>
  [...side.title, ...side.text].filter((one) => one.match).map((one) => foldSameLength(one.text));

function expectTruthful(view: PairView) {
  for (const word of [...marked(view.need), ...marked(view.achievement)]) {
    expect(whole(view.need)).toContain(word);
    expect(whole(view.achievement)).toContain(word);
  }
  for (const { text } of view.explanation?.phrases ?? []) {
    expect(whole(view.need)).toContain(foldSameLength(text));
    expect(whole(view.achievement)).toContain(foldSameLength(text));
  }
}

describe("getPair", () => {
  it("marks the same words on both sides and invents none", async () => {
    const view = await getPair(scene.need, scene.battery, null, t.db);
    expect(view.status).toBe("ok");
    expect(marked(view.need).length).toBeGreaterThan(0);
    expect(marked(view.achievement).length).toBeGreaterThan(0);
    expectTruthful(view);
  });

  it("shows parts that add up to the score, and the ranker that gave them", async () => {
    const { explanation } = await getPair(scene.need, scene.battery, null, t.db);
    const parts = explanation?.contributions;
    const sum = (parts?.words ?? 0) + (parts?.meaning ?? 0) + (parts?.fit ?? 0);
    expect(sum).toBeCloseTo(explanation?.score ?? Number.NaN, 6);
    expect(explanation?.rankerVersion).not.toBe("");
  });

  it("does not name a blinded owner to anybody", async () => {
    for (const actor of [null, scene.buyer, await makeOfficer(t.db)]) {
      const view = await getPair(scene.need, scene.blinded, actor, t.db);
      expect(view.achievement.owner).toMatchObject({ name: null, id: null });
      expect(JSON.stringify(view)).not.toContain("不愿透露");
    }
  });

  it("tells an owner what to add and others what to ask", async () => {
    const hintOf = (view: PairView, side: string) =>
      view.explanation?.hints.filter((one) => one.side === side) ?? [];
    const own = await getPair(scene.need, scene.battery, scene.buyer, t.db);
    expect(hintOf(own, "need").map((one) => one.code)).toContain("amountMissing");
    expect(hintOf(own, "need").every((one) => one.href?.startsWith("/desk/needs/"))).toBe(true);
    expect(hintOf(own, "achievement").every((one) => one.href === null && !one.isOwn)).toBe(true);
    const unverified = hintOf(own, "achievement").find((one) => one.code === "readinessUnverified");
    expect(unverified?.figures).toEqual({ level: 6 });
    const stranger = await getPair(scene.need, scene.battery, await makeStranger(t.db), t.db);
    expect(stranger.explanation?.hints.every((one) => one.href === null)).toBe(true);
  });

  it("leads a side to the other, and nobody else to both", async () => {
    const asBuyer = await getPair(scene.need, scene.battery, scene.buyer, t.db);
    expect(asBuyer.requestHref).toContain(`kind=achievement&id=${scene.battery}`);
    const asSupplier = await getPair(scene.need, scene.battery, scene.supplier, t.db);
    expect(asSupplier.requestHref).toContain(`kind=need&id=${scene.need}`);
    expect((await getPair(scene.need, scene.battery, null, t.db)).requestHref).toBeNull();
  });

  it("gives no reasons where there are none", async () => {
    const [water = ""] = scene.others;
    const view = await getPair(scene.need, water, null, t.db);
    if (view.status === "unrelated") expect(view.explanation).toBeNull();
    else expect(view.explanation?.phrases.length).toBeGreaterThan(0);
    expectTruthful(view);
  });

  it("says whether a person has judged the pair", async () => {
    expect((await getPair(scene.need, scene.battery, null, t.db)).judgement).toBeNull();
    const judges = await Promise.all([1, 2, 3].map(() => makeOfficer(t.db)));
    for (const [index, judge] of judges.entries()) {
      await t.db.matchJudgement.create({
        data: {
          id: newId(),
          needId: scene.need,
          achievementId: scene.battery,
          judgeId: judge.userId,
          level: [4, 2, 3][index] ?? 1,
        },
      });
    }
    const view = await getPair(scene.need, scene.battery, null, t.db);
    expect(view.judgement).toEqual({ level: 3, count: 3 });
  });

  it("is not there for strangers' ids, drafts and withdrawn listings", async () => {
    const gone = await publishAchievement(
      t.db,
      { organisationId: scene.university.id, userId: scene.supplier.userId },
      { title: "钠离子电池正极材料中试", description: "正极材料，储能电站。" },
    );
    await indexAll(t.db);
    expect((await getPair(scene.need, gone, null, t.db)).status).toBe("ok");
    await withdrawAchievement(t.db, gone);
    for (const id of [gone, newId(), "x", scene.need]) {
      await expect(getPair(scene.need, id, scene.supplier, t.db)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(getPairFigures(scene.need, id, t.db)).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  it("drops marks whose words a change has taken away", async () => {
    const id = await publishAchievement(
      t.db,
      { organisationId: scene.university.id, userId: scene.supplier.userId },
      { title: "层状氧化物正极材料烧结", description: "钠离子电池正极材料，循环 2000 次。" },
    );
    await indexAll(t.db);
    await getPair(scene.need, id, null, t.db);
    await t.db.achievement.update({
      where: { id },
      data: { title: "完全不同的标题", description: "也没有旧的词语。" },
    });
    const view = await getPair(scene.need, id, null, t.db);
    expect(marked(view.achievement)).toEqual([]);
  });
});

describe("getPairFigures", () => {
  it("gives inputs that the ranker turns into the same score again", async () => {
    const figures = await getPairFigures(scene.need, scene.battery, t.db);
    expect(figures.stored).toBeNull();
    expect(figures.current?.recomputed?.score).toBeCloseTo(figures.current?.score ?? -1, 6);
    await t.db.matchEntry.create({
      data: {
        subjectKind: "need",
        subjectId: scene.need,
        otherId: scene.battery,
        rank: 1,
        score: figures.current?.score ?? 0,
        relevance: figures.current?.relevance ?? 0,
        fit: figures.current?.fit ?? 0,
        related: figures.current?.related ?? 0,
        inputs: { ...figures.current?.inputs },
        rankerVersion: figures.current?.rankerVersion ?? "",
        computedAt: new Date(),
      },
    });
    const again = await getPairFigures(scene.need, scene.battery, t.db);
    expect(again.stored?.recomputed?.score).toBeCloseTo(again.stored?.score ?? -1, 6);
  });
});

describe("cards", () => {
  it("carry hints and lead to the page of the pair, from both sides", async () => {
    const fromNeed = await listMatchesForNeed(scene.need, scene.buyer, t.db);
    const card = fromNeed.items.find((item) => item.id === scene.battery);
    expect(card?.pairHref).toBe(`/matches/${scene.need}/${scene.battery}`);
    expect(card?.hints.some((hint) => hint.isOwn && hint.href)).toBe(true);
    const fromAchievement = await listMatchesForAchievement(scene.battery, null, t.db);
    expect(fromAchievement.items[0]?.pairHref).toBe(`/matches/${scene.need}/${scene.battery}`);
    expect(fromAchievement.items[0]?.hints.every((hint) => !hint.isOwn)).toBe(true);
  });
});

describe("without the search engine", () => {
  it("still shows both listings and says so", async () => {
    const url = process.env.MEILI_URL;
    process.env.MEILI_URL = "http://127.0.0.1:9";
    resetEnv();
    try {
      const view = await getPair(scene.need, scene.battery, null, t.db);
      expect(view.status).toBe("unavailable");
      expect(view.explanation).toBeNull();
      expect(whole(view.need)).toContain("正极材料");
      const figures = await getPairFigures(scene.need, scene.battery, t.db);
      expect(figures.current).toBeNull();
      expect(figures.stored).not.toBeNull();
      await expect(getPairFigures(scene.need, scene.blinded, t.db)).rejects.toMatchObject({
        code: "search_unavailable",
      });
    } finally {
      process.env.MEILI_URL = url;
      resetEnv();
    }
  });
});
