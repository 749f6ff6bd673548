import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import { countCodePoints } from "./field-kinds";
import type { StoredFilePurpose } from "./file-purpose";
import { cleanFileName, extensionOf, FILE_RULES, faultOfFile } from "./file-rules";
import type { ListingRef } from "./listing";
import { KIND } from "./listing-kind-rules";
import { getListing, lockListing } from "./listing-store.server";
import { isEditable } from "./save-draft.server";
import { asVisibility } from "./visibility-rules";

export type AddListingFileInput = ListingRef & {
  role: StoredFilePurpose;
  visibility: string;
  caption: string;
  file: { name: string; bytes: Uint8Array };
};

async function assertSoundFile(input: AddListingFileInput): Promise<void> {
  const { bytes, name } = input.file;
  const found = bytes.length > 0 ? (await fileTypeFromBuffer(bytes))?.ext : undefined;
  const fault = faultOfFile(input.role, name, bytes.length, found);
  if (fault) {
    throw new DomainError(fault.code, {
      field: "file",
      ...(fault.params ? { params: fault.params } : {}),
    });
  }
  if (countCodePoints(input.caption) > 100) {
    throw new DomainError("too_long", { field: "caption", params: { max: 100 } });
  }
}

/**
 * Stores a picture or document of a listing. The bytes decide what a file is, not its name.
 * @throws DomainError "file_disguised", "file_type_refused", "file_too_large", "too_many" at the field
 */
export async function addListingFile(
  input: AddListingFileInput,
  actor: Actor,
  db: Db,
): Promise<{ id: string; fileId: string }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const seen = await getListing(db, input);
  assertCan(actor, "listing.edit", { organisationId: seen.organisationId });
  await assertSoundFile(input);
  const { bytes } = input.file;
  const fileId = newId();
  const contentType = FILE_RULES[input.role].types[extensionOf(input.file.name)] ?? "";
  const storageKey = `listing/${seen.id}/${fileId}`;
  // Written before the row: a row without its file would be a broken link, a file without a row is swept.
  await getStorage().putFile(storageKey, bytes, contentType);
  try {
    return await inTransaction(db, async (tx) => {
      const listing = await lockListing(tx, input);
      if (!isEditable(listing.state)) throw new DomainError("wrong_state", { status: 409 });
      const others = listing.files.filter((file) => file.role === input.role);
      const max = FILE_RULES[input.role].maxPerListing;
      if (others.length >= max) {
        throw new DomainError("too_many", { field: "file", params: { max } });
      }
      await tx.storedFile.create({
        data: {
          id: fileId,
          organisationId: listing.organisationId,
          uploadedById: actor.userId,
          name: cleanFileName(input.file.name),
          contentType,
          sizeBytes: BigInt(bytes.length),
          sha256: createHash("sha256").update(bytes).digest("hex"),
          storageKey,
          purpose: input.role,
        },
      });
      const id = newId();
      await tx.listingFile.create({
        data: {
          id,
          [KIND[input.kind].foreignKey]: listing.id,
          fileId,
          role: input.role,
          visibility: asVisibility(input.visibility),
          caption: input.caption.trim(),
          sort: others.length,
        },
      });
      await appendAudit(tx, actor, {
        action: "listing.file-added",
        subjectType: KIND[input.kind].table,
        subjectId: listing.id,
        detail: { fileId, role: input.role },
      });
      return { id, fileId };
    });
  } catch (error) {
    await getStorage().deleteFile(storageKey);
    throw error;
  }
}
