import type { UserActor } from "~/domain/identity/actor";
import { requestIntroduction } from "~/domain/matching/request-introduction.server";
import type { Db } from "~/platform/db.server";
import { makeMember, makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";

/** A university with an achievement, a firm with a need, and a person with the scope PUBLISH in each. */
export async function makeScene(db: Db, blinded: { achievement?: boolean; need?: boolean } = {}) {
  const university = await makeOrganisation(db, { kind: "UNIVERSITY", legalName: "测试大学" });
  const firm = await makeOrganisation(db, { kind: "ENTERPRISE", legalName: "测试电池有限公司" });
  const [supplier, buyer] = [
    await makeMember(db, university.id),
    await makeMember(db, firm.id),
  ] as const;
  const achievement = await makeAchievement(db, university.id, {
    title: "钠离子电池层状氧化物正极材料",
    isBlinded: blinded.achievement ?? false,
  });
  const need = await makeNeed(db, firm.id, {
    title: "寻求低成本钠离子电池正极材料",
    isBlinded: blinded.need ?? false,
  });
  return { university, firm, supplier, buyer, achievement, need };
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

export const ANSWERS = {
  cooperation: "希望获得该材料的普通实施许可，年用量约两百吨。",
  unclear: "循环寿命测试条件",
  about: "我们是一家储能电池企业，已有中试线。",
};

/** The firm asks for an introduction to the owner of the achievement. */
export function ask(
  db: Db,
  scene: Scene,
  options: { withNeed?: boolean; actor?: UserActor } = {},
): Promise<string> {
  return requestIntroduction(
    {
      targetKind: "achievement",
      targetId: scene.achievement.id,
      ownListingId: options.withNeed ? scene.need.id : null,
      ...ANSWERS,
    },
    options.actor ?? scene.buyer,
    db,
  );
}

/** Kinds of the notifications that a person has, oldest first. */
export async function toldTo(db: Db, userId: string): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { kind: true },
  });
  return rows.map((row) => row.kind);
}
