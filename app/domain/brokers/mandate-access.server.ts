import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";

/** Mandates that the actor may see: as the broker, or as a member of a client. */
export function visibleMandates(actor: UserActor): Prisma.MandateWhereInput {
  const ids = actor.memberships.map((one) => one.organisationId);
  return {
    OR: [
      { broker: { userId: actor.userId } },
      { clientId: { in: ids } },
      { secondClientId: { in: ids } },
    ],
  };
}

/**
 * Strangers do not learn of a mandate by trying to change it.
 * @throws DomainError "not_found" (404)
 */
export async function assertMandateSeen(
  db: DbOrTx,
  id: string,
  actor: UserActor,
): Promise<{ dealId: string | null }> {
  const where = { id, ...visibleMandates(actor) };
  const found = await db.mandate.findFirst({ where, select: { dealId: true } });
  if (!found) throw new DomainError("not_found", { status: 404 });
  return found;
}
