import type { z } from "zod";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { sealDocumentNumber } from "./document-cipher.server";
import { assertCan } from "./permission-rules";
import { realNameProcedure } from "./real-name-procedure";
import type { realNameSchema } from "./real-name-schema";
import { findDocumentFault } from "./resident-id-rules";
import { type DocumentUpload, storeDocument } from "./store-document.server";
import { tellLater } from "./tell-later.server";

/**
 * Applies for level L2 with an identity document. The number is kept encrypted, and only its last
 * four symbols are ever shown.
 * @returns id of the application
 * @throws DomainError "id_form_wrong", "id_check_digit", "id_birth_date" (field `documentNumber`),
 * "real_name_open", "real_name_reached", "document_required" (field `file`), "forbidden"
 */
export async function applyForRealName(
  input: Omit<z.output<typeof realNameSchema>, "consent"> & { upload: DocumentUpload | null },
  actor: UserActor,
  db: Db,
): Promise<string> {
  assertCan(actor, "real-name.apply", { userId: actor.userId });
  const { legalName, documentKind, documentNumber, upload } = input;
  const fault = findDocumentFault(documentKind, documentNumber, calendarDate(clock.now()));
  if (fault) throw new DomainError(fault, { field: "documentNumber" });
  if (actor.realNameLevel >= 2) throw new DomainError("real_name_reached", { status: 409 });
  if (!upload) throw new DomainError("document_required", { field: "file" });
  const target = {
    upload,
    purpose: "IDENTITY_DOCUMENT" as const,
    organisationId: null,
    field: "file",
  };
  return storeDocument(target, actor, db, async (tx, fileId) => {
    // One open application per person: two at once queue up at the person's row.
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    const open = await tx.realNameApplication.findFirst({
      where: { userId: actor.userId, state: "SUBMITTED" },
      select: { id: true },
    });
    if (open) throw new DomainError("real_name_open", { status: 409 });
    const id = newId();
    const now = clock.now();
    await tx.realNameApplication.create({
      data: {
        id,
        userId: actor.userId,
        legalName,
        documentKind,
        documentNumberEncrypted: sealDocumentNumber(documentNumber, actor.userId),
        documentNumberLast4: documentNumber.slice(-4),
        fileId,
        createdAt: now,
      },
    });
    // The application is born in its first state, so that its clock is started here.
    const born = [{ id, state: realNameProcedure.initial }];
    await moveClocks(tx, realNameProcedure, born, "apply", realNameProcedure.initial, now);
    await tellLater(tx, "realNameSubmitted", id);
    await appendAudit(tx, actor, {
      action: "real-name.applied",
      subjectType: "RealNameApplication",
      subjectId: id,
      detail: { documentKind, consent: "sensitive-information" },
    });
    return id;
  });
}
