import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import { displayName, documentTypeOf, MAX_DOCUMENT_BYTES } from "./file-type-rules";

export type FileUpload = { name: string; bytes: Uint8Array };

export type FilePurpose =
  | "BROKER_CERTIFICATE"
  | "BROKER_PHOTO"
  | "DEAL"
  | "PUBLICITY"
  | "CONTRACT"
  | "SEALED"
  | "REGISTRATION"
  | "CERTIFICATE"
  | "LOT"
  | "TENDER"
  | "CHALLENGE"
  | "PAYMENT"
  | "DISPUTE"
  | "LICENCE"
  | "ROADSHOW";

export type StoredFileRef = { id: string; sha256: string };

type Owner = { purpose: FilePurpose; organisationId: string | null; userId: string };

/**
 * Puts an uploaded file into the storage and runs `record` in one transaction with its row. When that
 * fails the file is taken away again, so that nothing is kept that no row knows.
 * @param allowed content types that this place accepts; the bytes decide, not the name
 * @throws DomainError at `field`: "file_empty", "file_too_large" (413), "file_kind" (415)
 */
export async function storeUpload<T>(
  input: Owner & {
    upload: FileUpload;
    allowed: readonly string[];
    field: string;
    maxBytes?: number;
  },
  db: Db,
  record: (tx: Tx, file: StoredFileRef) => Promise<T>,
): Promise<T> {
  const { upload, field, maxBytes = MAX_DOCUMENT_BYTES } = input;
  if (upload.bytes.length === 0) throw new DomainError("file_empty", { field });
  if (upload.bytes.length > maxBytes) {
    const max = Math.floor(maxBytes / 1024 / 1024);
    throw new DomainError("file_too_large", { field, status: 413, params: { max } });
  }
  const found = await fileTypeFromBuffer(upload.bytes);
  const type = found ? documentTypeOf(found.mime, upload.name) : null;
  if (!type || !input.allowed.includes(type.contentType)) {
    throw new DomainError("file_kind", { field, status: 415 });
  }
  const made = { ...input, name: displayName(upload.name), contentType: type.contentType };
  return storeMade({ ...made, bytes: upload.bytes, ending: type.ending }, db, record);
}

/** The same for a file that the market itself has made, such as a sealed PDF. */
export async function storeMade<T>(
  input: Owner & { name: string; bytes: Uint8Array; contentType: string; ending: string },
  db: Db,
  record: (tx: Tx, file: StoredFileRef) => Promise<T>,
): Promise<T> {
  const id = newId();
  const storageKey = `${input.purpose.toLowerCase()}/${id}.${input.ending}`;
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const storage = getStorage();
  await storage.putFile(storageKey, input.bytes, input.contentType);
  try {
    return await inTransaction(db, async (tx) => {
      await tx.storedFile.create({
        data: {
          id,
          organisationId: input.organisationId,
          uploadedById: input.userId,
          name: input.name,
          contentType: input.contentType,
          sizeBytes: BigInt(input.bytes.length),
          sha256,
          storageKey,
          purpose: input.purpose,
          createdAt: clock.now(),
        },
      });
      return record(tx, { id, sha256 });
    });
  } catch (error) {
    await storage.deleteFile(storageKey);
    throw error;
  }
}
