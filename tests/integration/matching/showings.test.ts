import { beforeAll, describe, expect, it } from "vitest";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import type { UserActor } from "~/domain/identity/actor";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { getForYou } from "~/domain/matching/for-you-queries.server";
import { getMatchPanel, getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import { forgetRankings } from "~/domain/matching/ranking-memory.server";
import { recordShowings } from "~/domain/matching/record-showings.server";
import { tellNewMatches } from "~/domain/matching/tell-new-matches.server";
import { changePreferences } from "~/domain/notifications/change-preferences.server";
import { newId } from "~/domain/shared/ids";
import { syncEngine } from "~/platform/search.server";
import { makeMember, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { publishAchievement, publishNeed } from "../search/catalogue";

const t = useTestDb("file");
let buyer: UserActor;
let supplier: UserActor;
let needId = "";
let achievementId = "";

beforeAll(async () => {
  const { db } = t;
  const university = await makeOrganisation(db, { legalName: "公开大学" });
  const firm = await makeOrganisation(db, { legalName: "储能有限公司", kind: "ENTERPRISE" });
  supplier = await makeMember(db, university.id);
  buyer = await makeMember(db, firm.id);
  const owner = (actor: UserActor) => ({
    organisationId: actor.organisationId ?? "",
    userId: actor.userId,
  });
  achievementId = await publishAchievement(db, owner(supplier), {
    title: "钠离子电池层状氧化物正极材料",
    description: "层状氧化物正极材料，用于储能电站，循环 2000 次容量保持 85%。",
    fieldCodes: ["6.3"],
  });
  for (const title of ["高盐废水膜蒸馏处理装置", "海工钢结构长效防腐涂料", "玉米抗逆新品种选育"]) {
    await publishAchievement(db, owner(supplier), { title, description: title });
  }
  needId = await publishNeed(db, owner(buyer), {
    title: "寻求长寿命钠离子电池正极材料",
    background: "现用层状氧化物正极材料循环衰减快，要求用于储能电站时循环 2000 次以上。",
    fieldCodes: ["6.3"],
  });
  const engine = syncEngine();
  await ensureIndexes(db, engine);
  await drainOutbox(db, engine);
});

const pair = () => ({ needId, achievementId });
const shown = (surface: string) =>
  t.db.matchShowing.findMany({ where: { surface, ...pair() }, orderBy: { shownAt: "asc" } });

describe("showings", () => {
  it("are of the owner's side only, once a day, whatever the number of visits", async () => {
    await getMatchPanel("need", needId, null, t.db);
    await getMatchPanel("need", needId, supplier, t.db);
    await getMatchPanel("need", needId, buyer, t.db, false);
    await getOwnerMatches("need", needId, buyer, t.db, false);
    expect(await t.db.matchShowing.count()).toBe(0);
    for (let visits = 0; visits < 2; visits += 1) {
      await getMatchPanel("need", needId, buyer, t.db);
      await getOwnerMatches("need", needId, buyer, t.db);
      await getMatchPanel("achievement", achievementId, supplier, t.db);
    }
    expect(await shown("DESK")).toMatchObject([
      {
        ...{ userId: buyer.userId, organisationId: buyer.organisationId, side: "DEMAND" },
        ...{ position: 1, trialId: null, arm: null, digestId: null },
        inputs: { fit: expect.any(Number) },
      },
    ]);
    const panels = await shown("PANEL");
    expect(panels.map((one) => [one.userId, one.side]).sort()).toEqual(
      [
        [buyer.userId, "DEMAND"],
        [supplier.userId, "SUPPLY"],
      ].sort(),
    );
  });

  it("do not fail a page: a row that the table refuses is logged", async () => {
    const before = await t.db.matchShowing.count();
    const viewer = {
      ...{ userId: buyer.userId, organisationId: buyer.organisationId ?? "" },
      side: "DEMAND" as const,
    };
    const figures = { score: 1, relevance: 0.5, fit: 0.5, related: 1.000001, inputs: {} };
    const row = { ...pair(), ...figures, position: 1, rankerVersion: "test" };
    await recordShowings(t.db, viewer, "DESK", [{ ...row, needId: newId() }]);
    expect(await t.db.matchShowing.count()).toBe(before);
    await recordShowings(t.db, viewer, "BROKER", [row]);
    expect((await shown("BROKER"))[0]).toMatchObject({ related: 1 });
    await t.db.matchShowing.deleteMany({ where: { surface: "BROKER" } });
  });

  it("take the place of a running trial over an earlier one of the day, and keep it", async () => {
    const trial = await t.db.matchTrial.create({
      data: { id: newId(), rankerA: "a", rankerB: "b", startedById: buyer.userId },
    });
    const viewer = { userId: buyer.userId, side: "BROKER" as const, organisationId: null };
    const figures = { score: 1, relevance: 0.5, fit: 0.5, related: 0.5, inputs: {} };
    const place = (position: number, arm?: "A" | "B") => ({
      ...{ ...pair(), ...figures, position, rankerVersion: `at-${position}` },
      ...(arm ? { trial: { trialId: trial.id, arm } } : {}),
    });
    for (const one of [place(4), place(5), place(2, "B"), place(3, "A"), place(1)]) {
      await recordShowings(t.db, viewer, "BROKER", [one]);
    }
    expect(await shown("BROKER")).toMatchObject([
      { trialId: trial.id, arm: "B", position: 2, rankerVersion: "at-2" },
    ]);
    await t.db.matchShowing.deleteMany({ where: { surface: "BROKER" } });
    await t.db.matchTrial.deleteMany();
  });

  it("are kept with the answer, also by a process that never ranked the pair", async () => {
    await getOwnerMatches("need", needId, buyer, t.db);
    forgetRankings();
    const answer = { answer: "INTERESTED" as const, declineCode: null, note: "" };
    await answerMatch({ ...pair(), ...answer }, buyer, t.db);
    const [desk] = await shown("DESK");
    const latest = await t.db.matchShowing.findFirstOrThrow({
      where: { ...pair(), organisationId: buyer.organisationId },
      orderBy: [{ shownAt: "desc" }, { id: "desc" }],
    });
    const stored = await t.db.matchAnswer.findFirstOrThrow({ where: { userId: buyer.userId } });
    expect(stored.shown).toMatchObject({
      ...{ showingId: latest.id, rank: 1, rankerVersion: desk?.rankerVersion },
      ...{ related: desk?.related, inputs: desk?.inputs, arm: null, trialId: null },
    });
    await t.db.matchAnswer.deleteMany();
  });

  it("are written for notices to those who were told", async () => {
    await changePreferences(
      {
        ...{ mail: "INSTANT", matchMail: "WEEKLY", quietFrom: null, quietTo: null },
        nonPersonal: true,
      },
      supplier,
      t.db,
    );
    await tellNewMatches("need", needId, t.db);
    await tellNewMatches("need", needId, t.db);
    const notices = await shown("NOTICE");
    const told = await t.db.notification.count({ where: { kind: "matchFound" } });
    expect(notices.map((one) => one.userId)).toEqual(told === 0 ? [] : [buyer.userId]);
  });
});

describe("what waits for an answer", () => {
  const page = { after: null, take: 20, isSeen: true };

  it("is ranked now where no list is stored, and leaves when it is answered", async () => {
    const before = await getForYou(buyer, t.db, page);
    expect(before).toMatchObject({
      ...{ isPersonal: true, isComplete: true, canAnswer: true, organisationName: "储能有限公司" },
    });
    expect(before.items[0]).toMatchObject({ ...pair(), own: { kind: "need" } });
    expect(before.items[0]?.words.join(" ")).toMatch(/正极|层状|储能/);
    const answer = { answer: "NOT_NOW" as const, declineCode: null, note: "" };
    await answerMatch({ ...pair(), ...answer }, buyer, t.db);
    const after = await getForYou(buyer, t.db, page);
    expect(after.items.some((one) => one.achievementId === achievementId)).toBe(false);
    await t.db.matchAnswer.deleteMany();
  });

  it("is the newest of the declared fields for people who want no suggestions", async () => {
    const forYou = await getForYou(supplier, t.db, page);
    expect(forYou).toMatchObject({ isPersonal: false, total: 1 });
    expect(forYou.items).toMatchObject([{ ...pair(), band: null, own: { kind: "achievement" } }]);
    expect(await t.db.matchShowing.count({ where: { rankerVersion: "newest-in-fields" } })).toBe(1);
  });

  it("may be read, not answered, by members without the scope, and by nobody outside", async () => {
    const reader = await makeMember(t.db, buyer.organisationId ?? "", "MEMBER", []);
    expect((await getForYou(reader, t.db, page)).canAnswer).toBe(false);
    const outsider = { ...buyer, organisationId: supplier.organisationId };
    await expect(getForYou(outsider, t.db, page)).rejects.toMatchObject({ code: "not_found" });
  });
});
