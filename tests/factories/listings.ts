import {
  type AchievementContent,
  achievementContentSchema,
} from "~/domain/catalogue/achievement-schema";
import { createDraft } from "~/domain/catalogue/create-draft.server";
import {
  achievementChildren,
  achievementColumns,
  needChildren,
  needColumns,
} from "~/domain/catalogue/listing-columns";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { ListingState } from "~/domain/catalogue/listing-procedure";
import { type NeedContent, needContentSchema } from "~/domain/catalogue/need-schema";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

/** An achievement that passes every required check. */
export function achievementContent(changes: Partial<AchievementContent> = {}): AchievementContent {
  return achievementContentSchema.parse({
    title: "生物质硬碳负极材料制备技术",
    summary: "首次库伦效率 92%，比市售硬碳成本低 30%",
    description:
      "以玉米芯为前驱体，经低温预氧化与分段炭化得到闭孔结构硬碳。预氧化在 220 ℃ 空气中保温 6 小时，" +
      "炭化终温 1350 ℃。半电池测试 0.1C 可逆比容量 348 mAh/g，首次库伦效率 92.1%，1C 循环 1000 次容量保持率 91%，" +
      "已完成百公斤级中试，批次间比容量偏差小于 2%。",
    advantages: [{ claim: "首次库伦效率", figure: "92.1", unit: "%", baseline: "市售硬碳 88%" }],
    keywords: ["硬碳", "钠离子电池", "负极材料"],
    fieldCodes: ["4.2"],
    industryCodes: ["38"],
    modes: ["LICENCE"],
    licenceKinds: ["NON_EXCLUSIVE"],
    trlDeclared: 3,
    trlEvidence: [1, 2, 3].map((level) => ({ level, evidence: `第 ${level} 级检测报告` })),
    ipRights: [{ kind: "PATENT_INVENTION", number: "201710601862.3", status: "GRANTED" }],
    noStateSecretDeclared: true,
    ...changes,
  });
}

/** A need that passes every required check. */
export function needContent(changes: Partial<NeedContent> = {}): NeedContent {
  return needContentSchema.parse({
    title: "压铸件气孔率降低工艺",
    summary: "把铝合金压铸件气孔率从 3% 降到 0.5% 以下",
    background:
      "我司年产新能源汽车电机壳体 60 万件，压铸后 X 光检测气孔率约 3%，渗漏返修每年损失约 400 万元。" +
      "现有真空压铸改造方案节拍过长，无法满足 90 秒一件的要求，需要新的工艺或模具方案。",
    targets: [
      { name: "气孔率", comparator: "LTE", value: "0.5", unit: "%", testMethod: "GB/T 26649" },
    ],
    keywords: ["压铸", "气孔", "电机壳体"],
    fieldCodes: ["4.1"],
    industryCodes: ["33"],
    modes: ["COMMISSIONED_DEVELOPMENT"],
    noStateSecretDeclared: true,
    ...changes,
  });
}

export function contentOf(kind: ListingKind): KindAndContent {
  return kind === "achievement"
    ? { kind, content: achievementContent() }
    : { kind, content: needContent() };
}

/** A complete draft, written the way a person writes it. */
export async function makeDraft(
  db: Db,
  actor: UserActor,
  organisationId: string,
  next: KindAndContent = contentOf("achievement"),
): Promise<{ id: string; revision: number }> {
  const { id, revision } = await createDraft({ kind: next.kind, organisationId }, actor, db);
  const saved = await saveDraft({ ...next, id, revision }, actor, db);
  return { id, revision: saved.revision };
}

/** A listing put straight into a state: for tests of what may follow, not of how it got there. */
export async function makeListingIn(
  db: Db,
  state: ListingState,
  owner: { organisationId: string; userId: string },
  next: KindAndContent = contentOf("achievement"),
): Promise<string> {
  const id = newId();
  const now = clock.now();
  const shared = {
    id,
    state,
    organisationId: owner.organisationId,
    createdById: owner.userId,
    regionCode: next.content.regionCode ?? "370102",
    submittedAt: now,
    publishedAt: now,
    expiresAt: new Date(now.getTime() + 86_400_000 * 365),
    versionNumber: state === "DRAFT" || state === "ORG_CHECK" ? 0 : 1,
  };
  if (next.kind === "need") {
    const { targets } = needChildren(next.content);
    await db.need.create({ data: { ...needColumns(next.content, now), ...shared } });
    await db.needTarget.createMany({
      data: targets.map((row) => ({ ...row, id: newId(), needId: id })),
    });
    return id;
  }
  const { ipRights, trlEvidence, coOwners } = achievementChildren(next.content);
  const own = <T extends object>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, id: newId(), achievementId: id }));
  await db.achievement.create({ data: { ...achievementColumns(next.content, now), ...shared } });
  await db.achievementIpRight.createMany({ data: own(ipRights) });
  await db.trlEvidence.createMany({ data: own(trlEvidence) });
  await db.achievementCoOwner.createMany({ data: own(coOwners) });
  return id;
}
