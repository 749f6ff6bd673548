import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertCan } from "./permission-rules";
import { type DocumentUpload, storeDocument } from "./store-document.server";

export const ORGANISATION_DOCUMENTS = ["LICENCE", "AUTHORISATION", "USCC_OVERRIDE"] as const;
export type OrganisationDocumentPurpose = (typeof ORGANISATION_DOCUMENTS)[number];

const MAX_DOCUMENTS = 12;

/**
 * Attaches a document on which the verification rests.
 * @throws DomainError "forbidden", "too_many_files", and what storing refuses (field `file`)
 */
export async function addOrganisationDocument(
  input: { organisationId: string; purpose: OrganisationDocumentPurpose; upload: DocumentUpload },
  actor: UserActor,
  db: Db,
): Promise<string> {
  const { organisationId, purpose, upload } = input;
  assertCan(actor, "organisation.edit", { organisationId });
  const target = {
    upload,
    purpose: "ORGANISATION_DOCUMENT" as const,
    organisationId,
    field: "file",
  };
  return storeDocument(target, actor, db, async (tx, fileId) => {
    await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const organisation = assertFound(
      await tx.organisation.findUnique({
        where: { id: organisationId },
        select: { _count: { select: { verificationDocuments: true } } },
      }),
    );
    if (organisation._count.verificationDocuments >= MAX_DOCUMENTS) {
      throw new DomainError("too_many_files", { field: "file" });
    }
    const id = newId();
    await tx.organisationDocument.create({
      data: { id, organisationId, fileId, purpose, createdAt: clock.now() },
    });
    await appendAudit(tx, actor, {
      action: "identity.organisation-document.added",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { purpose, fileId },
    });
    return id;
  });
}
