import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMatchingQuality } from "~/domain/matching/quality-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import {
  makeAnswer,
  makeJudgement,
  makeShowing,
  type PairIds,
} from "../../factories/matching-events";
import { makeMember, makeOfficer, makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let restore = () => {};
beforeEach(() => {
  restore = useTestClock(new Date("2026-11-25T04:00:00Z")).restore;
});
afterEach(() => restore());

/** The last instant of week 47 and the first of week 48, in Beijing. */
const LAST_OF_47 = "2026-11-22T15:59:59.999Z";
const FIRST_OF_48 = "2026-11-22T16:00:00.000Z";

async function setMinimum(db: Db, value: number) {
  await db.policyParameter.updateMany({
    where: { key: "market.matching.judgement_minimum" },
    data: { value },
  });
}

/** A firm with a reader, and as many pairs of its needs with achievements of a university. */
async function makePairs(db: Db, count: number) {
  const university = await makeOrganisation(db);
  const firm = await makeOrganisation(db, { kind: "ENTERPRISE" });
  const reader = await makeMember(db, firm.id);
  const need = await makeNeed(db, firm.id);
  const pairs: PairIds[] = [];
  for (let index = 0; index < count; index++) {
    const { id } = await makeAchievement(db, university.id);
    pairs.push({ needId: need.id, achievementId: id });
  }
  const show = (
    index: number,
    at: string,
    values: Partial<Parameters<typeof makeShowing>[2]> = {},
  ) =>
    makeShowing(db, pairs[index] as PairIds, {
      userId: reader.userId,
      organisationId: firm.id,
      at,
      ...values,
    });
  const answer = (index: number, at: string, answer = "INTERESTED", declineCode?: string) =>
    makeAnswer(db, pairs[index] as PairIds, {
      organisationId: firm.id,
      userId: reader.userId,
      at,
      answer,
      ...(declineCode ? { declineCode } : {}),
    });
  return { university, firm, reader, need, pairs, show, answer };
}

const week = async (db: Db, name: string) => {
  const found = (await readMatchingQuality(db)).weeks.find((one) => one.week === name);
  if (!found) throw new Error(`no week ${name}`);
  return found;
};

describe("readMatchingQuality", () => {
  it("is empty and says so in an empty market", async () => {
    const quality = await readMatchingQuality(t.db);
    expect(quality.weeks).toHaveLength(26);
    expect(quality.weeks.at(-1)?.week).toBe("2026-W48");
    expect(quality.overall.answered).toEqual({ count: 0, of: 0, rate: null });
    expect(quality.calibration).toHaveLength(5);
    expect(quality.minimum).toBe(10);
    expect(quality.currentVersion).not.toBe("");
  });

  it("counts every pair once, in the week of its first showing in Beijing", async () => {
    await setMinimum(t.db, 2);
    const scene = await makePairs(t.db, 6);
    // 0: border of week 47, shown again later, answered in week 48: belongs to 47.
    await scene.show(0, LAST_OF_47, { position: 1 });
    await scene.show(0, "2026-11-24T02:00:00Z", { position: 2 });
    await scene.answer(0, "2026-11-24T03:00:00Z");
    // 1: border of week 48, refused.
    await scene.show(1, FIRST_OF_48, { position: 5 });
    await scene.answer(1, "2026-11-23T03:00:00Z", "NOT_FOR_US", "PRICE");
    // 2: sixth place, answered: no part of the first five.
    await scene.show(2, FIRST_OF_48, { position: 6 });
    await scene.answer(2, "2026-11-23T03:00:00Z");
    // 3: sixth place in week 47, third in week 48, then answered.
    await scene.show(3, LAST_OF_47, { position: 6 });
    await scene.show(3, "2026-11-24T02:00:00Z", { position: 3 });
    await scene.answer(3, "2026-11-24T03:00:00Z");
    // 4: answered before anybody recorded a showing: tells nothing.
    await scene.answer(4, "2026-11-20T03:00:00Z");
    await scene.show(4, FIRST_OF_48);
    // 5: shown to a broker only: no side could answer.
    await scene.show(5, FIRST_OF_48, { organisationId: null });
    const w47 = (await week(t.db, "2026-W47")).figures;
    const w48 = (await week(t.db, "2026-W48")).figures;
    expect(w47.answered).toEqual({ count: 2, of: 2, rate: 1 });
    expect(w48.answered).toEqual({ count: 2, of: 2, rate: 1 });
    expect(w47.interestedInFive).toEqual({ count: 1, of: 1, rate: null });
    expect(w48.interestedInFive).toEqual({ count: 1, of: 2, rate: 0.5 });
    const { overall } = await readMatchingQuality(t.db);
    expect(overall.answered).toEqual({ count: 4, of: 4, rate: 1 });
    expect(overall.interestedInFive).toEqual({ count: 2, of: 3, rate: 2 / 3 });
  });

  it("leaves out a pair that was shown before the weeks it covers", async () => {
    const scene = await makePairs(t.db, 1);
    await scene.show(0, "2026-05-01T00:00:00Z");
    await scene.show(0, FIRST_OF_48);
    expect((await readMatchingQuality(t.db)).overall.answered.of).toBe(0);
  });

  it("takes the median of several judges among the first five places", async () => {
    await setMinimum(t.db, 1);
    const scene = await makePairs(t.db, 3);
    const judges = [await makeOfficer(t.db), await makeOfficer(t.db)] as const;
    await scene.show(0, FIRST_OF_48, { position: 2 });
    await scene.show(1, FIRST_OF_48, { position: 4 });
    await scene.show(2, FIRST_OF_48, { position: 9 });
    const judge = (index: number, who: 0 | 1, level: number, related?: number) =>
      makeJudgement(t.db, scene.pairs[index] as PairIds, {
        judgeId: judges[who].userId,
        level,
        at: "2026-11-24T00:00:00Z",
        ...(related === undefined ? {} : { related }),
      });
    await judge(0, 0, 4, 0.9);
    await judge(0, 1, 2, 0.9); // the lower of two: 2
    await judge(1, 0, 3, 0.2);
    await judge(2, 0, 4); // the ranker had said nothing
    const { figures } = await week(t.db, "2026-W48");
    expect(figures.strongInFive).toEqual({ count: 1, of: 2, rate: 0.5 });
    expect(figures.related).toEqual({ count: 3, of: 3, rate: 1 });
    expect(figures.estimated).toBeCloseTo(2 / 3, 12);
    const { calibration } = await readMatchingQuality(t.db);
    expect(calibration.map((row) => row.judged.of)).toEqual([0, 1, 0, 0, 2]);
  });

  it("sets estimates against the answers that say something of relevance", async () => {
    await setMinimum(t.db, 1);
    const scene = await makePairs(t.db, 4);
    for (const [index, related] of [0.1, 0.35, 0.35, 1].entries()) {
      await scene.show(index, FIRST_OF_48, { related });
    }
    await scene.answer(0, "2026-11-24T00:00:00Z", "NOT_FOR_US", "NOT_OUR_FIELD");
    await scene.answer(1, "2026-11-24T00:00:00Z", "INTERESTED");
    await scene.answer(2, "2026-11-24T00:00:00Z", "NOT_FOR_US", "PRICE");
    await scene.answer(3, "2026-11-24T00:00:00Z", "INTERESTED");
    const { calibration } = await readMatchingQuality(t.db);
    expect(calibration.map((row) => [row.answered.count, row.answered.of])).toEqual([
      [0, 1],
      [1, 1],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(calibration[4]?.estimated).toBe(1);
  });

  it("counts introductions answered within their clock", async () => {
    await setMinimum(t.db, 1);
    // At most one open request for a pair.
    const scene = await makePairs(t.db, 6);
    let next = 0;
    const due = new Date("2026-11-24T16:00:00Z");
    const request = (state: string, values: { answeredAt?: Date; replyDueAt?: Date } = {}) =>
      t.db.introduction.create({
        data: {
          id: newId(),
          ...(scene.pairs[next++] as PairIds),
          state,
          fromOrganisationId: scene.firm.id,
          toOrganisationId: scene.university.id,
          requestedById: scene.reader.userId,
          message: "…",
          createdAt: new Date(FIRST_OF_48),
          replyDueAt: due,
          ...values,
        },
      });
    await request("ACCEPTED", { answeredAt: due });
    await request("DECLINED", { answeredAt: new Date(due.getTime() + 1) });
    await request("LAPSED");
    await request("WITHDRAWN");
    await request("REQUESTED", { replyDueAt: new Date("2026-11-26T16:00:00Z") });
    await request("REQUESTED", { replyDueAt: new Date("2026-11-25T03:59:59Z") });
    expect((await week(t.db, "2026-W48")).figures.repliedInTime).toEqual({
      count: 1,
      of: 4,
      rate: 0.25,
    });
    expect((await week(t.db, "2026-W47")).figures.repliedInTime.of).toBe(0);
  });

  it("names the versions of every week, the most frequent first", async () => {
    const scene = await makePairs(t.db, 3);
    await scene.show(0, LAST_OF_47, { rankerVersion: "lexical-1" });
    await scene.show(1, FIRST_OF_48, { rankerVersion: "lexical-1" });
    await scene.show(2, FIRST_OF_48, { rankerVersion: "meaning-2" });
    await scene.show(0, "2026-11-24T00:00:00Z", { rankerVersion: "meaning-2" });
    expect((await week(t.db, "2026-W47")).versions).toEqual([{ version: "lexical-1", shown: 1 }]);
    expect((await week(t.db, "2026-W48")).versions).toEqual([
      { version: "meaning-2", shown: 2 },
      { version: "lexical-1", shown: 1 },
    ]);
  });
});
