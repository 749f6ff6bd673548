import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import type { DocumentKind } from "./dossier-source-schema";
import { lockRegistration } from "./lock-registration.server";
import { refillDossier } from "./refill-dossier.server";
import { getRegistrationAs } from "./registration-access.server";
import { isOpenState } from "./registration-procedure";

const MOST_DOCUMENTS = 40;

/**
 * Adds a paper to the dossier (PDF or pictures of pages).
 * @throws DomainError "not_found", "forbidden", "registration_closed" (409), "too_many_files",
 * "file_empty", "file_too_large", "file_kind"
 */
export async function addRegistrationDocument(
  input: { registrationId: string; kind: DocumentKind; note: string; upload: FileUpload },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["APPLICANT"]);
  assertCan(actor, "registration.apply", { organisationId: row.applicantId });
  const { upload, kind, note } = input;
  const stored = {
    upload,
    allowed: PAGE_TYPES,
    field: "file",
    purpose: "REGISTRATION" as const,
    organisationId: row.applicantId,
    userId: actor.userId,
  };
  await storeUpload(stored, db, async (tx, file) => {
    await lockRegistration(tx, row);
    const now = await tx.registration.findUniqueOrThrow({
      where: { id: row.id },
      select: {
        state: true,
        documents: { where: { removedAt: null }, select: { id: true } },
      },
    });
    if (!isOpenState(now.state)) throw new DomainError("registration_closed", { status: 409 });
    if (now.documents.length >= MOST_DOCUMENTS) {
      throw new DomainError("too_many_files", { field: "file", params: { max: MOST_DOCUMENTS } });
    }
    await tx.registrationDocument.create({
      data: {
        id: newId(),
        registrationId: row.id,
        kind,
        note,
        fileId: file.id,
        sha256: file.sha256,
        addedById: actor.userId,
      },
    });
    await refillDossier(tx, row.id);
    await appendAudit(tx, actor, {
      action: "registration.add-document",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { kind, sha256: file.sha256 },
    });
  });
}
