import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { EDITABLE_STATES } from "./organisation-procedure";
import { assertCan } from "./permission-rules";

/**
 * Takes a document off an organisation that nobody is reviewing. The stored file stays for the
 * record and is no longer shown.
 * @throws DomainError "forbidden", "not_found", "wrong_state"
 */
export async function removeOrganisationDocument(
  input: { organisationId: string; documentId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, documentId } = input;
  assertCan(actor, "organisation.edit", { organisationId });
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const document = assertFound(
      await tx.organisationDocument.findFirst({
        where: { id: documentId, organisationId },
        select: {
          id: true,
          fileId: true,
          purpose: true,
          organisation: { select: { state: true } },
        },
      }),
    );
    if (!EDITABLE_STATES.some((state) => state === document.organisation.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    await tx.organisationDocument.delete({ where: { id: document.id } });
    await tx.storedFile.update({
      where: { id: document.fileId },
      data: { deletedAt: clock.now() },
    });
    await appendAudit(tx, actor, {
      action: "identity.organisation-document.removed",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { purpose: document.purpose, fileId: document.fileId },
    });
  });
}
