import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import type { UserActor } from "~/domain/identity/actor";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { getMatchPanel, getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import {
  listMatchesForAchievement,
  listMatchesForNeed,
} from "~/domain/matching/match-queries.server";
import { forgetRankings } from "~/domain/matching/ranking-memory.server";
import { tellNewMatches } from "~/domain/matching/tell-new-matches.server";
import { resetEnv } from "~/platform/env.server";
import { syncEngine } from "~/platform/search.server";
import { makeMember, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { publishAchievement, publishNeed, withdrawAchievement } from "../search/catalogue";

const t = useTestDb("file");
const ids: Record<"battery" | "blinded" | "own" | "vision" | "need" | "draft", string> = {
  battery: "",
  blinded: "",
  own: "",
  vision: "",
  need: "",
  draft: "",
};
let buyer: UserActor;
let supplier: UserActor;
let firmId = "";

beforeAll(async () => {
  const { db } = t;
  const university = await makeOrganisation(db, { legalName: "公开大学" });
  const shy = await makeOrganisation(db, {
    legalName: "不愿透露研究所",
    kind: "RESEARCH_INSTITUTE",
  });
  const firm = await makeOrganisation(db, { legalName: "储能有限公司", kind: "ENTERPRISE" });
  firmId = firm.id;
  supplier = await makeMember(db, university.id);
  buyer = await makeMember(db, firm.id);
  const shyOwner = await makeMember(db, shy.id);
  const owner = (actor: UserActor) => ({
    organisationId: actor.organisationId ?? "",
    userId: actor.userId,
  });
  const text = "层状氧化物正极材料，用于储能电站，循环 2000 次容量保持 85%。";
  ids.battery = await publishAchievement(db, owner(supplier), {
    title: "钠离子电池层状氧化物正极材料",
    description: text,
    trlDeclared: 6,
  });
  ids.blinded = await publishAchievement(db, owner(shyOwner), {
    title: "钠离子电池聚阴离子正极材料",
    description: "用于储能电站的正极材料，循环 5000 次。",
    isBlinded: true,
  });
  ids.own = await publishAchievement(db, owner(buyer), {
    title: "自有钠离子电池正极材料",
    description: text,
    isBlinded: true,
  });
  ids.vision = await publishAchievement(db, owner(supplier), {
    title: "基于机器视觉的轴承表面缺陷检测系统",
    description: "深度学习识别划痕、凹坑与裂纹。",
  });
  for (const [title, description] of [
    ["高盐废水膜蒸馏处理装置", "膜通量高，回收结晶盐。"],
    ["海工钢结构长效防腐涂料", "耐盐雾 5000 小时。"],
    ["玉米抗逆新品种选育", "抗旱、抗倒伏，亩产提高。"],
  ] as const) {
    await publishAchievement(db, owner(supplier), { title, description });
  }
  ids.need = await publishNeed(db, owner(buyer), {
    title: "寻求长寿命钠离子电池正极材料",
    background: "现用层状氧化物正极材料循环衰减快，要求用于储能电站时循环 2000 次以上。",
    trlWanted: 7,
  });
  ids.draft = await publishNeed(db, owner(buyer), { title: "未发布的需求", state: "DRAFT" });
  const engine = syncEngine();
  await ensureIndexes(db, engine);
  await drainOutbox(db, engine);
  await rebuildIndexes(db, engine);
});

afterEach(() => forgetRankings());

describe("listMatches", () => {
  it("shows others' published listings with the words of both sides, without a blinded name", async () => {
    const list = await listMatchesForNeed(ids.need, null, t.db);
    expect(list.status).toBe("ok");
    const found = list.items.map((item) => item.id);
    expect(found.slice(0, 2).sort()).toEqual([ids.battery, ids.blinded].sort());
    expect(found).not.toContain(ids.own);
    expect(found).not.toContain(ids.vision);
    const battery = list.items.find((item) => item.id === ids.battery);
    expect(battery?.phrases.map((one) => one.text).join(" ")).toMatch(/正极|层状|储能/);
    const marked = (segments: { text: string; match: boolean }[] = []) =>
      segments
        .filter((one) => one.match)
        .map((one) => one.text)
        .join(" ");
    expect(marked(battery?.titleSegments)).toMatch(/钠离子电池/);
    expect(marked(battery?.excerpt)).not.toBe("");
    expect(marked(battery?.ownExcerpt)).not.toBe("");
    expect(battery?.fitParts.find((part) => part.aspect === "readiness")).toMatchObject({
      verdict: "partly",
      figures: { wanted: 7, reached: 6 },
    });
    expect(battery?.fitParts.find((part) => part.aspect === "region")?.names[0]?.zh).toBe("济南市");
    expect(battery?.owner.name).toBe("公开大学");
    const text = JSON.stringify(list);
    expect(text).not.toContain("不愿透露");
    expect(list.items.find((item) => item.id === ids.blinded)?.owner).toMatchObject({
      name: null,
      id: null,
      kind: "RESEARCH_INSTITUTE",
    });
  });

  it("works from the achievement's side", async () => {
    const list = await listMatchesForAchievement(ids.battery, null, t.db);
    expect(list.items.map((item) => item.id)).toEqual([ids.need]);
  });

  it("shows a draft to its owner's side only", async () => {
    await expect(listMatchesForNeed(ids.draft, null, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      listMatchesForNeed(ids.draft, await makeStranger(t.db), t.db),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await listMatchesForNeed(ids.draft, buyer, t.db)).canAnswer).toBe(false);
    for (const forged of ["x", "0196aaaa-0000-7000-8000-000000000000"]) {
      await expect(listMatchesForNeed(forged, buyer, t.db)).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  it("remembers answers with what was shown, and puts refused pairs last", async () => {
    const { list: before } = await getOwnerMatches("need", ids.need, buyer, t.db);
    expect([before.isOwner, before.canAnswer]).toEqual([true, true]);
    const first = before.items[0]?.id ?? "";
    await answerMatch(
      {
        needId: ids.need,
        achievementId: first,
        answer: "NOT_FOR_US",
        declineCode: "TOO_EARLY",
        note: "",
      },
      buyer,
      t.db,
    );
    const stored = await t.db.matchAnswer.findFirstOrThrow({ where: { achievementId: first } });
    expect(stored.shown).toMatchObject({ rank: 1, rankerVersion: expect.any(String) });
    const after = await listMatchesForNeed(ids.need, buyer, t.db);
    expect(after.items.at(-1)).toMatchObject({
      id: first,
      answer: { answer: "NOT_FOR_US", declineCode: "TOO_EARLY" },
    });
    const others = await listMatchesForNeed(ids.need, supplier, t.db);
    expect(others.items.every((item) => item.answer === null)).toBe(true);
    await t.db.matchAnswer.deleteMany();
  });

  it("leaves out at once what is no longer published, although the index still has it", async () => {
    const owner = { organisationId: supplier.organisationId ?? "", userId: supplier.userId };
    const id = await publishAchievement(t.db, owner, {
      title: "钠离子电池正极材料回收",
      description: "层状氧化物正极材料，用于储能电站。",
    });
    await drainOutbox(t.db, syncEngine());
    forgetRankings();
    const shown = async () =>
      (await listMatchesForNeed(ids.need, null, t.db)).items.map((item) => item.id);
    expect(await shown()).toContain(id);
    await withdrawAchievement(t.db, id);
    expect(await shown()).not.toContain(id);
  });
});

describe("the panel", () => {
  it("leads strangers to an introduction and owners to their matches", async () => {
    const forVisitor = await getMatchPanel("need", ids.need, null, t.db);
    expect(forVisitor).toMatchObject({ isOwner: false, deskHref: null, statistics: null });
    expect(forVisitor.requestHref).toBe(`/desk/introductions/new?kind=need&id=${ids.need}`);
    const forOwner = await getMatchPanel("need", ids.need, buyer, t.db);
    expect(forOwner).toMatchObject({ isOwner: true, requestHref: null });
    expect(forOwner.statistics).toEqual({ interested: 0, declined: 0, reasons: null });
    await expect(getOwnerMatches("need", ids.need, supplier, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("new matches", () => {
  it("are told to both sides once, and not where they were answered", async () => {
    const kinds = (userId: string) =>
      t.db.notification.count({ where: { userId, kind: "matchFound" } });
    expect(await tellNewMatches("need", ids.need, t.db)).toBeGreaterThan(0);
    expect([await kinds(buyer.userId), await kinds(supplier.userId)]).toEqual([1, 1]);
    await tellNewMatches("need", ids.need, t.db);
    await tellNewMatches("achievement", ids.battery, t.db);
    expect([await kinds(buyer.userId), await kinds(supplier.userId)]).toEqual([1, 1]);
    const own = await t.db.notification.count({
      where: { kind: "matchFound", href: { contains: ids.own } },
    });
    expect([own, firmId !== ""]).toEqual([0, true]);
  });
});

describe("while the search engine is away", () => {
  it("says so with an empty list and recovers", async () => {
    const url = process.env.MEILI_URL;
    process.env.MEILI_URL = "http://127.0.0.1:9";
    resetEnv();
    try {
      const list = await listMatchesForNeed(ids.need, buyer, t.db);
      expect(list).toMatchObject({ status: "unavailable", items: [], isOwner: true });
    } finally {
      process.env.MEILI_URL = url;
      resetEnv();
    }
    expect((await listMatchesForNeed(ids.need, buyer, t.db)).status).toBe("ok");
  });
});
