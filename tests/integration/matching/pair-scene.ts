import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { syncEngine } from "~/platform/search.server";
import { makeMember, makeOrganisation } from "../../factories/people";
import { publishAchievement, publishNeed } from "../search/catalogue";

const FILLER = [
  ["高盐废水膜蒸馏处理装置", "膜通量高，回收结晶盐。"],
  ["海工钢结构长效防腐涂料", "耐盐雾 5000 小时。"],
  ["玉米抗逆新品种选育", "抗旱、抗倒伏，亩产提高。"],
  ["基于机器视觉的轴承表面缺陷检测系统", "深度学习识别划痕、凹坑与裂纹。"],
] as const;

const owner = (actor: UserActor) => ({
  organisationId: actor.organisationId ?? "",
  userId: actor.userId,
});

/** A firm's need, a university's and a blinded institute's answers to it, and other things; indexed. */
export async function makePairScene(db: Db) {
  const [university, institute, firm] = await Promise.all([
    makeOrganisation(db, { legalName: "公开大学" }),
    makeOrganisation(db, { legalName: "不愿透露研究所", kind: "RESEARCH_INSTITUTE" }),
    makeOrganisation(db, { legalName: "储能有限公司", kind: "ENTERPRISE" }),
  ]);
  const supplier = await makeMember(db, university.id);
  const hidden = await makeMember(db, institute.id);
  const buyer = await makeMember(db, firm.id);
  const battery = await publishAchievement(db, owner(supplier), {
    title: "钠离子电池层状氧化物正极材料",
    description: "层状氧化物正极材料，用于储能电站，循环 2000 次容量保持 85%。",
    trlDeclared: 6,
  });
  const blinded = await publishAchievement(db, owner(hidden), {
    title: "钠离子电池聚阴离子正极材料",
    description: "用于储能电站的正极材料，循环 5000 次。",
    isBlinded: true,
  });
  const need = await publishNeed(db, owner(buyer), {
    title: "寻求长寿命钠离子电池正极材料",
    background: "现用层状氧化物正极材料循环衰减快，要求用于储能电站时循环 2000 次以上。",
    trlWanted: 7,
  });
  const others: string[] = [];
  for (const [title, description] of FILLER) {
    others.push(await publishAchievement(db, owner(supplier), { title, description }));
  }
  await indexAll(db);
  return { university, institute, firm, supplier, hidden, buyer, battery, blinded, need, others };
}

/** Brings everything that is marked into the index. */
export async function indexAll(db: Db): Promise<void> {
  const engine = syncEngine();
  await ensureIndexes(db, engine);
  await drainOutbox(db, engine);
}
