import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";

/**
 * The minutes of a unit's decision: an inner paper of the supply side.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getMinutesFile(dealId: string, number: number, actor: Actor, db: Db) {
  const { deal, organisationId } = await getDealAccess(db, dealId, actor);
  const isUnit = organisationId === deal.supplyOrganisationId;
  const row =
    isUnit && Number.isSafeInteger(number)
      ? await db.pricingPublicity.findFirst({
          where: { dealId, number },
          select: { minutesFile: { select: { name: true, contentType: true, storageKey: true } } },
        })
      : null;
  if (!row?.minutesFile) throw new DomainError("not_found", { status: 404 });
  return row.minutesFile;
}
