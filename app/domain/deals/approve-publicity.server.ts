import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { lockPublicity } from "./publicity-rows.server";

/** Papers that minutes come as. */
const MINUTES_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;

/**
 * The unit has decided inside: the minutes are put on file and the publicity may begin.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), the errors of storeUpload at `file`,
 * "publicity_terms_changed", "publicity_related_missing"
 */
export async function approvePublicity(
  input: { publicityId: string; upload: FileUpload },
  actor: Actor,
  db: Db,
): Promise<void> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const found = await db.pricingPublicity.findUnique({ where: { id: input.publicityId } });
  if (!found) throw new DomainError("not_found", { status: 404 });
  const { organisationId } = found;
  assertCan(actor, "publicity.run", { organisationId });
  await storeUpload(
    {
      purpose: "PUBLICITY",
      organisationId,
      userId: actor.userId,
      upload: input.upload,
      allowed: MINUTES_TYPES,
      field: "file",
    },
    db,
    async (tx, file) => {
      const { id } = await lockPublicity(tx, input.publicityId);
      await tx.pricingPublicity.update({ where: { id }, data: { minutesFileId: file.id } });
      await advance(tx, publicityConduct, id, "approve", actor, { minutesSha256: file.sha256 });
    },
  );
}
