import { describe, expect, it } from "vitest";
import { judgePair } from "~/domain/matching/judge-pair.server";
import {
  findPairToJudge,
  listGivenJudgements,
  listPairsToJudge,
} from "~/domain/matching/judgement-queries.server";
import { judgementSchema } from "~/domain/matching/judgement-schema";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeEntry, makeShowing, pairInputs } from "../../factories/matching-events";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { makeScene, type Scene } from "./scene";

const t = useTestDb();
const pairOf = (scene: Scene) => ({ needId: scene.need.id, achievementId: scene.achievement.id });
const first = { skip: 0, size: 5 };

async function makeBroker(db: Db, isVerified = true) {
  const agency = await makeOrganisation(db, { kind: "BROKER_AGENCY", isVerified });
  return makeMember(db, agency.id);
}

describe("judgePair", () => {
  it("lets brokers of verified agencies and reviewers of any region judge, and nobody else", async () => {
    const scene = await makeScene(t.db);
    const input = { ...pairOf(scene), level: 3 as const, reason: "" };
    const judges = [
      await makeBroker(t.db),
      await makeOfficer(t.db, "REVIEWER", "440000"),
      await makeOfficer(t.db, "MARKET_OPERATOR", null),
    ];
    for (const judge of judges) {
      expect((await judgePair(input, judge, t.db)).isChanged).toBe(true);
    }
    const others = [await makeBroker(t.db, false), scene.buyer, await makeStranger(t.db)];
    for (const other of others) {
      await expect(judgePair(input, other, t.db)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await t.db.matchJudgement.count()).toBe(3);
  });

  it("refuses a judge who belongs to either side, seen from today's memberships", async () => {
    const agency = await makeOrganisation(t.db, { kind: "BROKER_AGENCY" });
    const broker = await makeMember(t.db, agency.id);
    const scene = await makeScene(t.db);
    const own = await makeAchievement(t.db, agency.id);
    const ownNeed = await makeNeed(t.db, agency.id);
    const refuses = (pair: { needId: string; achievementId: string }) =>
      expect(judgePair({ ...pair, level: 1, reason: "" }, broker, t.db)).rejects.toMatchObject({
        code: "judge_own_side",
        status: 403,
      });
    await refuses({ needId: scene.need.id, achievementId: own.id });
    await refuses({ needId: ownNeed.id, achievementId: scene.achievement.id });
    expect(await t.db.matchJudgement.count()).toBe(0);
  });

  it("keeps what the ranker said when the judge first spoke, and takes a changed mind", async () => {
    const scene = await makeScene(t.db);
    const pair = pairOf(scene);
    const broker = await makeBroker(t.db);
    await makeEntry(t.db, pair, { related: 0.62, inputs: pairInputs({ meaning: 0.4 }) });
    const input = { ...pair, level: 2 as const, reason: "同一材料，不同用途" };
    expect(await judgePair(input, broker, t.db)).toEqual({ isChanged: true, related: 0.62 });
    expect((await judgePair(input, broker, t.db)).isChanged).toBe(false);
    await t.db.matchEntry.updateMany({ data: { related: 0.9 } });
    expect(await judgePair({ ...input, level: 4 }, broker, t.db)).toEqual({
      isChanged: true,
      related: 0.62,
    });
    const row = await t.db.matchJudgement.findFirstOrThrow();
    expect(row).toMatchObject({ level: 4, reason: input.reason });
    expect(row.shown).toMatchObject({
      rankerVersion: "lexical-1",
      related: 0.62,
      inputs: { meaning: 0.4 },
    });
    const events = await t.db.auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(events.map((event) => event.action)).toEqual(["match.judge", "match.judge"]);
    expect(events[1]?.detail).toMatchObject({ level: 4, levelBefore: 2 });
  });

  it("makes one judgement of two posts at once", async () => {
    const scene = await makeScene(t.db);
    const broker = await makeBroker(t.db);
    const input = { ...pairOf(scene), level: 3 as const, reason: "" };
    const outcomes = await Promise.all([
      judgePair(input, broker, t.db),
      judgePair(input, broker, t.db),
      judgePair({ ...input, level: 2 }, broker, t.db),
    ]);
    expect(outcomes.filter((one) => one.isChanged).length).toBeGreaterThanOrEqual(2);
    expect(await t.db.matchJudgement.count()).toBe(1);
  });

  it("refuses what is not there, not public, or no level", async () => {
    const scene = await makeScene(t.db);
    const broker = await makeBroker(t.db);
    const input = { ...pairOf(scene), level: 3 as const, reason: "" };
    await expect(judgePair({ ...input, needId: newId() }, broker, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    const draft = await makeNeed(t.db, scene.firm.id, { state: "DRAFT" });
    await expect(judgePair({ ...input, needId: draft.id }, broker, t.db)).rejects.toMatchObject({
      code: "listing_not_open",
    });
    for (const level of ["0", "5", "3.5", "strong", ""]) {
      expect(judgementSchema.safeParse({ ...pairOf(scene), level }).success).toBe(false);
    }
    expect(
      judgementSchema.safeParse({ ...pairOf(scene), level: "3", reason: "很".repeat(301) }).success,
    ).toBe(false);
    await expect(
      t.db.matchJudgement.create({
        data: { id: newId(), ...pairOf(scene), judgeId: broker.userId, level: 5 },
      }),
    ).rejects.toThrow();
  });
});

describe("pairs to judge", () => {
  it("come from stored lists and showings, mixed, without judged, own and closed ones", async () => {
    const scene = await makeScene(t.db);
    const agency = await makeOrganisation(t.db, { kind: "BROKER_AGENCY" });
    const broker = await makeMember(t.db, agency.id);
    const other = await makeOfficer(t.db);
    const ids: string[] = [];
    for (const related of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const { id } = await makeAchievement(t.db, scene.university.id, { description: "公开文字" });
      ids.push(id);
      await makeEntry(t.db, { needId: scene.need.id, achievementId: id }, { related });
    }
    const showing = { userId: scene.buyer.userId, organisationId: scene.firm.id };
    await makeShowing(t.db, pairOf(scene), { ...showing, at: "2026-11-20T00:00:00Z" });
    const closed = await makeAchievement(t.db, scene.university.id, { state: "WITHDRAWN" });
    const own = await makeAchievement(t.db, agency.id);
    for (const { id } of [closed, own]) {
      await makeEntry(t.db, { needId: scene.need.id, achievementId: id }, { related: 0.5 });
    }
    const asked = async (judge = broker) =>
      (await listPairsToJudge(judge, { skip: 0, size: 50 }, t.db)).pairs.map(
        (pair) => pair.achievement.id,
      );
    expect((await asked()).sort()).toEqual([...ids, scene.achievement.id].sort());
    // The page stays as it is; another judge gets another order, with the agency's own achievement.
    expect(await asked()).toEqual(await asked());
    expect(await asked(other)).toContain(own.id);
    expect((await listPairsToJudge(broker, { skip: 5, size: 5 }, t.db)).pairs).toHaveLength(1);
    const pair = { needId: scene.need.id, achievementId: ids[2] ?? "" };
    await judgePair({ ...pair, level: 2, reason: "" }, other, t.db);
    expect(await asked()).not.toContain(pair.achievementId);
    // What the ranker thinks is not told before.
    const page = await listPairsToJudge(broker, first, t.db);
    expect(JSON.stringify(page)).not.toMatch(/related":0|score|rank/);
    expect(page.pairs.every((one) => one.need.text !== undefined)).toBe(true);
  });

  it("are drawn by lot besides, for lists hold nothing that the ranker thinks little of", async () => {
    const scene = await makeScene(t.db);
    const officer = await makeOfficer(t.db);
    const { pairs } = await listPairsToJudge(officer, first, t.db);
    expect(pairs.map((pair) => pair.achievement.id)).toEqual([scene.achievement.id]);
  });

  it("are given one by one too, with the judge's own opinion, to those who may judge them", async () => {
    const scene = await makeScene(t.db);
    const broker = await makeBroker(t.db);
    const pair = pairOf(scene);
    expect(await findPairToJudge(pair, broker, t.db)).toMatchObject({ judgement: null });
    await judgePair({ ...pair, level: 1, reason: "无关" }, broker, t.db);
    expect((await findPairToJudge(pair, broker, t.db))?.judgement).toEqual({
      level: 1,
      reason: "无关",
      related: null,
    });
    expect(await findPairToJudge(pair, scene.buyer, t.db)).toBeNull();
    expect(await findPairToJudge({ ...pair, needId: "x" }, broker, t.db)).toBeNull();
    const given = await listGivenJudgements(broker, first, t.db);
    expect(given).toMatchObject({ total: 1, items: [{ level: 1, needTitle: scene.need.title }] });
  });

  it("are for judges only", async () => {
    const stranger = await makeStranger(t.db);
    for (const read of [listPairsToJudge, listGivenJudgements]) {
      await expect(read(stranger, first, t.db)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
