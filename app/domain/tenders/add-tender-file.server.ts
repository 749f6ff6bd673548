import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { DRAFTED } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";

const ALLOWED = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/zip",
  "image/jpeg",
  "image/png",
] as const;
const MOST_FILES = 20;

/**
 * Adds a document of the call while it is being written; its hash is announced with the rules.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "tender_file_limit",
 * the errors of storeUpload at `file`
 */
export async function addTenderFile(
  input: { tenderId: string; title: string; upload: FileUpload },
  actor: Actor,
  db: Db,
): Promise<void> {
  const { tender } = await getTenderAccess(db, input.tenderId, actor);
  const { organisationId } = tender;
  assertCan(actor, "tender.create", { organisationId });
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const { upload } = input;
  const owner = { purpose: "TENDER", organisationId, userId: actor.userId } as const;
  const stored = { ...owner, upload, allowed: ALLOWED, field: "file" };
  await storeUpload(stored, db, async (tx, file) => {
    const row = await lockTender(tx, tender.id);
    if (!DRAFTED.includes(row.state)) throw new DomainError("wrong_state", { status: 409 });
    const count = await tx.tenderFile.count({ where: { tenderId: row.id } });
    if (count >= MOST_FILES) throw new DomainError("tender_file_limit", { field: "file" });
    const data = { id: newId(), tenderId: row.id, fileId: file.id, title: input.title };
    await tx.tenderFile.create({ data: { ...data, createdAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "tender.file-added",
      subjectType: "Tender",
      subjectId: row.id,
      detail: { sha256: file.sha256 },
    });
  });
}
