import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { displayName } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import type { UserActor } from "./actor";
import { endingOf, isNameOfType, MAX_DOCUMENT_BYTES } from "./document-file-rules";

export type DocumentUpload = { name: string; bytes: Uint8Array };
type Purpose = "IDENTITY_DOCUMENT" | "ORGANISATION_DOCUMENT";

/**
 * Puts a document into the storage and runs `record` in a transaction with its row. When that fails
 * the file is taken away again, so that nothing is kept that no row knows.
 * @throws DomainError at `field`: "file_empty", "file_too_large", "file_kind"
 */
export async function storeDocument<T>(
  input: { upload: DocumentUpload; purpose: Purpose; organisationId: string | null; field: string },
  actor: UserActor,
  db: Db,
  record: (tx: Tx, fileId: string) => Promise<T>,
): Promise<T> {
  const { upload, field } = input;
  if (upload.bytes.length === 0) throw new DomainError("file_empty", { field });
  if (upload.bytes.length > MAX_DOCUMENT_BYTES) {
    const max = MAX_DOCUMENT_BYTES / 1024 / 1024;
    throw new DomainError("file_too_large", { field, status: 413, params: { max } });
  }
  const type = await fileTypeFromBuffer(upload.bytes);
  const ending = type ? endingOf(type.mime) : null;
  if (!type || !ending || !isNameOfType(upload.name, type.mime)) {
    throw new DomainError("file_kind", { field, status: 415 });
  }
  const fileId = newId();
  const storageKey = `identity/${fileId}.${ending}`;
  const storage = getStorage();
  await storage.putFile(storageKey, upload.bytes, type.mime);
  try {
    return await inTransaction(db, async (tx) => {
      await tx.storedFile.create({
        data: {
          id: fileId,
          organisationId: input.organisationId,
          uploadedById: actor.userId,
          name: displayName(upload.name),
          contentType: type.mime,
          sizeBytes: BigInt(upload.bytes.length),
          sha256: createHash("sha256").update(upload.bytes).digest("hex"),
          storageKey,
          purpose: input.purpose,
          createdAt: clock.now(),
        },
      });
      return record(tx, fileId);
    });
  } catch (error) {
    await storage.deleteFile(storageKey);
    throw error;
  }
}
