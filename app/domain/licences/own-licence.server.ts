import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/**
 * Locks an offer for its owner.
 * @throws DomainError "not_found" (404), for strangers too
 */
export async function lockOwnLicence(tx: Tx, offerId: string, actor: UserActor) {
  if (isId(offerId)) {
    await tx.$executeRaw`SELECT id FROM "LicenceOffer" WHERE id = ${offerId}::uuid FOR UPDATE`;
  }
  const row = isId(offerId) ? await tx.licenceOffer.findUnique({ where: { id: offerId } }) : null;
  const isOwn = row && can(actor, "licence.create", { organisationId: row.organisationId });
  return assertFound(isOwn ? row : null);
}
