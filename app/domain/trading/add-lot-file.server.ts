import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import {
  type LotFilePurpose,
  type LotFileVisibility,
  MAX_LOT_FILES,
  typesFor,
  visibilityFor,
} from "./lot-file-rules";
import { lockEditableLot } from "./own-lot.server";

export type AddLotFileInput = {
  lotId: string;
  purpose: LotFilePurpose;
  visibility: LotFileVisibility;
  title: string;
  upload: FileUpload;
};

/**
 * Adds a document to a lot that is being drafted.
 * @throws DomainError "not_found" (404) for strangers too, "wrong_state" (409), "lot_file_limit",
 * and at `file`: "file_empty", "file_too_large" (413), "file_kind" (415)
 */
export async function addLotFile(
  input: AddLotFileInput,
  actor: Actor,
  db: Db,
): Promise<{ id: string }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const lot = isId(input.lotId)
    ? await db.lot.findUnique({ where: { id: input.lotId }, select: { organisationId: true } })
    : null;
  const owner = assertFound(lot && can(actor, "lot.create", lot) ? lot : null);
  return storeUpload(
    {
      purpose: "LOT",
      organisationId: owner.organisationId,
      userId: actor.userId,
      upload: input.upload,
      allowed: typesFor(input.purpose),
      field: "file",
    },
    db,
    async (tx, file) => {
      const locked = await lockEditableLot(tx, input.lotId, actor);
      if (locked.files.length >= MAX_LOT_FILES) {
        throw new DomainError("lot_file_limit", { field: "file" });
      }
      const id = newId();
      await tx.lotFile.create({
        data: {
          id,
          lotId: locked.id,
          fileId: file.id,
          purpose: input.purpose,
          visibility: visibilityFor(input.purpose, input.visibility),
          title: input.title.trim().slice(0, 100),
          createdAt: clock.now(),
        },
      });
      if (input.purpose === "AUCTION_LICENCE") {
        const data = { auctionLicenceFileId: file.id };
        await tx.lot.update({ where: { id: locked.id }, data });
      }
      await appendAudit(tx, actor, {
        action: "lot.file-added",
        subjectType: "Lot",
        subjectId: locked.id,
        detail: { fileId: file.id, purpose: input.purpose, sha256: file.sha256 },
      });
      return { id };
    },
  );
}
