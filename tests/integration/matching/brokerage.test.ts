import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { listBrokerage } from "~/domain/matching/brokerage-queries.server";
import type { BrokerageFilters } from "~/domain/matching/brokerage-view";
import { newId } from "~/domain/shared/ids";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { makeScene, type Scene } from "./scene";

const t = useTestDb();
const ALL: BrokerageFilters = { field: null, region: null, tried: "all" };
const FIRST = { skip: 0, size: 20 };
let broker: UserActor;
let scene: Scene;

beforeEach(async () => {
  const agency = await makeOrganisation(t.db, { kind: "BROKER_AGENCY", legalName: "测试经纪公司" });
  broker = await makeMember(t.db, agency.id);
  scene = await makeScene(t.db);
});

async function store(needId: string, achievementId: string, related = 0.8, rank = 1) {
  await t.db.matchEntry.create({
    data: {
      subjectKind: "need",
      subjectId: needId,
      otherId: achievementId,
      rank,
      score: 1,
      relevance: 0.3,
      fit: 0.6,
      related,
      inputs: {},
      rankerVersion: "test-1",
      computedAt: new Date(),
    },
  });
}

async function answer(
  pair: { needId: string; achievementId: string },
  side: "DEMAND" | "SUPPLY",
  given: string,
  declineCode: string | null = null,
) {
  const actor = side === "DEMAND" ? scene.buyer : scene.supplier;
  await t.db.matchAnswer.create({
    data: {
      id: newId(),
      ...pair,
      organisationId: actor.organisationId ?? "",
      userId: actor.userId,
      side,
      answer: given,
      declineCode,
      note: "只给本单位看的话",
    },
  });
}

const list = (filters: Partial<BrokerageFilters> = {}, actor = broker) =>
  listBrokerage(actor, { ...ALL, ...filters }, FIRST, t.db);

describe("listBrokerage", () => {
  it("is for brokers of verified agencies and the operator", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await expect(list({}, operator)).resolves.toMatchObject({ isUnranked: true, pairs: [] });
    const unverified = await makeOrganisation(t.db, { kind: "BROKER_AGENCY", isVerified: false });
    for (const actor of [
      scene.buyer,
      await makeStranger(t.db),
      await makeMember(t.db, unverified.id),
    ]) {
      await expect(list({}, actor)).rejects.toMatchObject({ code: "forbidden", status: 403 });
    }
  });

  it("puts interest first and refusals last, with what has been tried", async () => {
    const { need, achievement, university } = scene;
    const [second, third] = [
      await makeAchievement(t.db, university.id, { title: "第二项成果" }),
      await makeAchievement(t.db, university.id, { title: "第三项成果" }),
    ];
    await store(need.id, achievement.id, 0.95, 1);
    await store(need.id, second.id, 0.9, 2);
    await store(need.id, third.id, 0.7, 3);
    await answer(
      { needId: need.id, achievementId: achievement.id },
      "DEMAND",
      "NOT_FOR_US",
      "PRICE",
    );
    await answer({ needId: need.id, achievementId: third.id }, "SUPPLY", "INTERESTED");
    await t.db.matchShowing.create({
      data: {
        id: newId(),
        needId: need.id,
        achievementId: third.id,
        userId: scene.supplier.userId,
        organisationId: university.id,
        side: "SUPPLY",
        surface: "PANEL",
        position: 1,
        rankerVersion: "test-1",
        ...{ score: 1, relevance: 0.3, fit: 0.6, related: 0.7, inputs: {} },
        shownOn: new Date("2026-11-22"),
      },
    });
    const page = await list();
    expect(page.pairs.map((pair) => [pair.achievement.title, pair.group])).toEqual([
      ["第三项成果", "INTERESTED"],
      ["第二项成果", "UNTRIED"],
      [achievement.title, "DECLINED"],
    ]);
    expect(page.pairs[0]).toMatchObject({
      shownCount: 1,
      achievement: { answer: "INTERESTED" },
      need: { answer: null },
    });
    expect(page.isCapped).toBe(false);
    const ids = async (tried: BrokerageFilters["tried"]) => (await list({ tried })).total;
    expect([await ids("untried"), await ids("tried"), await ids("interested")]).toEqual([1, 2, 1]);
  });

  it("shows neither notes nor single reasons, and reasons as numbers once there are enough", async () => {
    const { need, university } = scene;
    const refuse = async (code: string) => {
      const { id } = await makeAchievement(t.db, university.id);
      await store(need.id, id, 0.8);
      await answer({ needId: need.id, achievementId: id }, "DEMAND", "NOT_FOR_US", code);
    };
    await refuse("PRICE");
    const few = await list();
    expect(JSON.stringify(few)).not.toContain("PRICE");
    expect(few.pairs[0]?.need).toMatchObject({ answer: "NOT_FOR_US", reasons: null });
    for (const code of ["PRICE", "IP", "PRICE", "PRICE"]) await refuse(code);
    const many = await list();
    expect(many.pairs[0]?.need.reasons?.[0]).toEqual({ code: "PRICE", count: 4 });
    expect(many.pairs[0]?.achievement.reasons).toBeNull();
    expect(JSON.stringify(many)).not.toContain("只给本单位看");
  });

  it("notes what a broker saw, apart from what the sides were shown", async () => {
    const { need, achievement } = scene;
    await store(need.id, achievement.id, 0.9, 3);
    await list();
    expect((await list()).pairs[0]?.shownCount).toBe(0);
    const rows = await t.db.matchShowing.findMany();
    expect(rows).toMatchObject([
      { side: "BROKER", surface: "BROKER", organisationId: null, position: 3 },
    ]);
    await t.db.matchShowing.deleteMany();
    await listBrokerage(broker, ALL, FIRST, t.db, false);
    expect(await t.db.matchShowing.count()).toBe(0);
  });

  it("shows introductions with their dates", async () => {
    const { need, achievement } = scene;
    await store(need.id, achievement.id);
    await t.db.introduction.create({
      data: {
        id: newId(),
        needId: need.id,
        achievementId: achievement.id,
        fromOrganisationId: scene.firm.id,
        toOrganisationId: scene.university.id,
        requestedById: scene.buyer.userId,
        message: "私下写的话",
      },
    });
    const page = await list();
    expect(page.pairs[0]).toMatchObject({
      group: "UNDERWAY",
      introductions: [{ state: "REQUESTED" }],
    });
    expect(JSON.stringify(page)).not.toContain("私下");
  });

  it("does not name a blinded owner", async () => {
    const hidden = await makeScene(t.db, { achievement: true, need: true });
    await store(hidden.need.id, hidden.achievement.id);
    const page = await list();
    expect(page.pairs[0]?.need.owner).toMatchObject({ name: null, id: null });
    expect(page.pairs[0]?.achievement.owner).toMatchObject({ name: null, id: null });
    expect(JSON.stringify(page)).not.toMatch(/测试大学|测试电池有限公司/);
  });

  it("leaves out what is not public, of one organisation, the broker's own, unlikely or far down", async () => {
    const { need, achievement, university, firm } = scene;
    const draft = await makeAchievement(t.db, university.id, { state: "WITHDRAWN" });
    const same = await makeAchievement(t.db, firm.id);
    const brokersOwn = await makeAchievement(t.db, broker.organisationId ?? "");
    const unlikely = await makeAchievement(t.db, university.id);
    await store(need.id, draft.id);
    await store(need.id, same.id);
    await store(need.id, brokersOwn.id);
    await store(need.id, unlikely.id, 0.3);
    await store(need.id, achievement.id, 0.9, 9);
    expect((await list()).pairs).toEqual([]);
    expect((await list()).isUnranked).toBe(false);
    // A sign of interest outweighs the place in the list.
    await answer({ needId: need.id, achievementId: achievement.id }, "DEMAND", "INTERESTED");
    expect((await list()).pairs.map((pair) => pair.achievementId)).toEqual([achievement.id]);
  });

  it("filters by field and province of either side, and turns pages", async () => {
    const elsewhere = await makeNeed(t.db, scene.firm.id, { title: "别处的需求" });
    await t.db.need.update({
      where: { id: elsewhere.id },
      data: { regionCode: "440300", fieldCodes: ["6.3"] },
    });
    const other = await makeOrganisation(t.db);
    const far = await makeAchievement(t.db, other.id);
    await t.db.achievement.update({ where: { id: far.id }, data: { regionCode: "440300" } });
    await store(scene.need.id, scene.achievement.id, 0.9);
    await store(elsewhere.id, far.id, 0.7);
    expect((await list({ region: "440000" })).pairs.map((pair) => pair.needId)).toEqual([
      elsewhere.id,
    ]);
    expect((await list({ field: "6" })).pairs.map((pair) => pair.needId)).toEqual([elsewhere.id]);
    // Unknown codes filter nothing.
    expect((await list({ region: "'; --", field: "%" })).total).toBe(2);
    const second = await listBrokerage(broker, ALL, { skip: 1, size: 1 }, t.db);
    expect(second.pairs.map((pair) => pair.needId)).toEqual([elsewhere.id]);
    expect(second.total).toBe(2);
  });
});
