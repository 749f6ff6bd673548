import { appendAudit } from "~/domain/audit/append-audit.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { can } from "./permission-rules";

/**
 * A document of a verification for somebody who may see it: members and reviewers of the region for
 * an organisation's, the person and operators for an identity document. Looking at somebody else's
 * identity document is recorded.
 * @throws DomainError "not_found" for strangers too: ids tell nothing
 */
export async function openDocument(fileId: string, actor: UserActor, db: Db) {
  if (!isId(fileId)) throw new DomainError("not_found", { status: 404 });
  const file = assertFound(
    await db.storedFile.findFirst({
      where: { id: fileId, deletedAt: null },
      select: {
        id: true,
        name: true,
        contentType: true,
        storageKey: true,
        purpose: true,
        uploadedById: true,
        organisationDocuments: {
          select: { organisationId: true, organisation: { select: { regionCode: true } } },
        },
        realNameApplications: { select: { userId: true } },
      },
    }),
  );
  if (file.purpose === "ORGANISATION_DOCUMENT") {
    const mayView = file.organisationDocuments.some(({ organisationId, organisation }) =>
      can(actor, "organisation.view-private", {
        organisationId,
        regionCode: organisation.regionCode,
      }),
    );
    if (!mayView) throw new DomainError("not_found", { status: 404 });
    return file;
  }
  if (file.purpose !== "IDENTITY_DOCUMENT") throw new DomainError("not_found", { status: 404 });
  if (file.uploadedById === actor.userId) return file;
  if (!can(actor, "real-name.decide")) throw new DomainError("not_found", { status: 404 });
  await inTransaction(db, (tx) =>
    appendAudit(tx, actor, {
      action: "identity.document.viewed",
      subjectType: "StoredFile",
      subjectId: file.id,
    }),
  );
  return file;
}
