import { beforeAll, expect, it } from "vitest";
import { rankForAchievement, rankForNeed } from "#search/match/rank";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { matchSource, syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, type Owner, publishAchievement, publishNeed } from "./catalogue";

const t = useTestDb("file");
const ids: Record<string, string> = {};
let university: Owner;

beforeAll(async () => {
  university = await makeOwner(t.db);
  const firm = await makeOwner(t.db, { kind: "ENTERPRISE" });
  const titles = [
    ["battery", "钠离子电池层状氧化物正极材料", "循环 2000 次容量保持 85%，用于储能电站。"],
    ["vision", "基于机器视觉的轴承表面缺陷检测系统", "深度学习识别划痕、凹坑与裂纹。"],
    ["water", "高盐废水膜蒸馏处理装置", "膜通量高，回收结晶盐。"],
    ["coating", "海工钢结构长效防腐涂料", "耐盐雾 5000 小时。"],
  ] as const;
  for (const [key, title, description] of titles) {
    ids[key] = await publishAchievement(t.db, university, { title, description, trlDeclared: 6 });
  }
  ids.needBattery = await publishNeed(t.db, firm, {
    title: "寻求长寿命钠电池正极",
    background: "现用层状氧化物正极循环衰减快，要求用于储能电站时循环 2000 次以上。",
    trlWanted: 7,
  });
  ids.needVision = await publishNeed(t.db, firm, {
    title: "轴承滚子外观自动检测",
    background: "人工检查划痕和裂纹效率低，需要视觉检测设备替代。",
  });
  const engine = syncEngine();
  await ensureIndexes(t.db, engine);
  await drainOutbox(t.db, engine);
  await rebuildIndexes(t.db, engine);
});

const listingOf = async (kind: "achievement" | "need", key: string) => {
  const listing = await loadMatchListing(t.db, kind, ids[key] ?? "", await loadReferences(t.db));
  if (listing === null) throw new Error(key);
  return listing;
};

it("ranks achievements for a need, with reasons", async () => {
  const matches = await rankForNeed(
    await listingOf("need", "needBattery"),
    await matchSource(new Date()),
  );
  expect(matches[0]?.candidate.id).toBe(ids.battery);
  expect(matches[0]?.phrases.map((phrase) => phrase.phrase).join(" ")).toMatch(/层状|正极|储能/);
  expect(matches[0]?.fitParts.find((part) => part.aspect === "readiness")).toMatchObject({
    verdict: "partly",
    detail: { wanted: 7, reached: 6 },
  });
  expect(matches.map((match) => match.candidate.id)).not.toContain(ids.water);
});

it("ranks needs for an achievement", async () => {
  const matches = await rankForAchievement(
    await listingOf("achievement", "vision"),
    await matchSource(new Date()),
  );
  expect(matches[0]?.candidate.id).toBe(ids.needVision);
});

it("shows an organisation nothing of its own", async () => {
  const matches = await rankForNeed(
    await listingOf("need", "needVision"),
    await matchSource(new Date()),
    {
      excludeOrganisationId: university.organisationId,
    },
  );
  expect(matches).toEqual([]);
});
