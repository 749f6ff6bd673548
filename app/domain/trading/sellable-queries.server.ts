import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";

/** An own published achievement that a lot can be begun with; null for anybody else's. */
export async function findSellable(
  db: Db,
  achievementId: string,
  actor: UserActor,
): Promise<{ id: string; title: string; organisationId: string } | null> {
  const found = await db.achievement.findFirst({
    where: { id: achievementId, state: "PUBLISHED" },
    select: { id: true, title: true, organisationId: true },
  });
  return found && can(actor, "lot.create", found) ? found : null;
}
