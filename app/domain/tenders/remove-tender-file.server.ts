import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { DRAFTED } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";

/** @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409) */
export async function removeTenderFile(
  input: { tenderId: string; tenderFileId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    if (!DRAFTED.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    const found = await tx.tenderFile.findFirst({
      where: { id: input.tenderFileId, tenderId: tender.id },
    });
    if (!found) throw new DomainError("not_found", { status: 404 });
    await tx.tenderFile.delete({ where: { id: found.id } });
    const where = { id: found.fileId };
    await tx.storedFile.update({ where, data: { deletedAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "tender.file-removed",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { fileId: found.fileId },
    });
  });
}
