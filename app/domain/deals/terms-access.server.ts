import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { getDealSpeaker } from "./deal-access.server";
import type { DealSide } from "./deal-role-rules";

/**
 * The side of a person who may write its term sheet.
 * @throws DomainError "not_found" (404), "forbidden" (403)
 */
export async function getTermsWriter(
  db: DbOrTx,
  dealId: string,
  actor: Actor,
): Promise<{ side: DealSide; userId: string }> {
  const { side, organisationId, userId } = await getDealSpeaker(db, dealId, actor);
  if (!side) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "term-sheet.offer", { organisationId });
  return { side, userId };
}
