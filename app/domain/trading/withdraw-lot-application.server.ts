import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";

/**
 * An applicant steps back before applications end; a deposit goes back.
 * @throws DomainError "not_found" (404) for strangers too, "lot_not_open", "lot_ended"
 */
export async function withdrawLotApplication(
  applicationId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = isId(applicationId)
      ? await tx.lotApplication.findUnique({
          where: { id: applicationId },
          select: { lotId: true, organisationId: true },
        })
      : null;
    const isOwn = row && can(actor, "lot.apply", { organisationId: row.organisationId });
    const found = assertFound(isOwn ? row : null);
    await lockLot(tx, found.lotId);
    await advance(tx, lotApplicationConduct, applicationId, "withdraw", actor);
  });
}
