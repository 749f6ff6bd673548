import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";

/** The administrators of the unit see a sheet, and, once it was published, the persons on it. */
export function canSeeReward(
  actor: UserActor,
  sheet: {
    organisationId: string;
    startedAt: Date | null;
    shares: readonly { userId: string | null }[];
  },
): boolean {
  return (
    can(actor, "reward.run", { organisationId: sheet.organisationId }) ||
    (sheet.startedAt !== null && sheet.shares.some((one) => one.userId === actor.userId))
  );
}

/**
 * Strangers do not learn of a sheet by trying to change it.
 * @throws DomainError "not_found" (404)
 */
export async function assertRewardSeen(db: DbOrTx, id: string, actor: UserActor): Promise<void> {
  const sheet = await db.rewardSheet.findUnique({
    where: { id },
    select: { organisationId: true, startedAt: true, shares: { select: { userId: true } } },
  });
  if (!sheet || !canSeeReward(actor, sheet)) throw new DomainError("not_found", { status: 404 });
}
