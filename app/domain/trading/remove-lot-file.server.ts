import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockEditableLot } from "./own-lot.server";

/**
 * Takes a document out of a draft. Its bytes stay while another run of the lot holds it.
 * @throws DomainError "not_found" (404), "wrong_state" (409)
 */
export async function removeLotFile(
  input: { lotId: string; lotFileId: string },
  actor: Actor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const lot = await lockEditableLot(tx, input.lotId, actor);
    const found = assertFound(lot.files.find((file) => file.id === input.lotFileId));
    await tx.lotFile.delete({ where: { id: found.id } });
    const others = await tx.lotFile.count({ where: { fileId: found.fileId } });
    if (others === 0) {
      await tx.storedFile.update({ where: { id: found.fileId }, data: { deletedAt: clock.now() } });
    }
    if (lot.auctionLicenceFileId === found.fileId) {
      await tx.lot.update({ where: { id: lot.id }, data: { auctionLicenceFileId: null } });
    }
    await appendAudit(tx, actor, {
      action: "lot.file-removed",
      subjectType: "Lot",
      subjectId: lot.id,
      detail: { fileId: found.fileId },
    });
  });
}
