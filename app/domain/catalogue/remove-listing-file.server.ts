import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import type { ListingRef } from "./listing";
import { KIND } from "./listing-kind-rules";
import { lockListing } from "./listing-store.server";
import { isEditable } from "./save-draft.server";

/** Takes a file out of a listing and deletes its bytes; the row stays for the record. */
export async function removeListingFile(
  input: ListingRef & { listingFileId: string },
  actor: Actor,
  db: Db,
): Promise<void> {
  const storageKey = await inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    assertCan(actor, "listing.edit", { organisationId: listing.organisationId });
    if (!isEditable(listing.state)) throw new DomainError("wrong_state", { status: 409 });
    const found = assertFound(listing.files.find((file) => file.id === input.listingFileId));
    await tx.listingFile.delete({ where: { id: found.id } });
    const stored = await tx.storedFile.update({
      where: { id: found.fileId },
      data: { deletedAt: clock.now() },
      select: { storageKey: true },
    });
    await appendAudit(tx, actor, {
      action: "listing.file-removed",
      subjectType: KIND[input.kind].table,
      subjectId: listing.id,
      detail: { fileId: found.fileId },
    });
    return stored.storageKey;
  });
  await getStorage().deleteFile(storageKey);
}
