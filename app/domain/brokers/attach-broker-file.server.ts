import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { isBrokerProfileState, OPEN_STATES, WORK_STATES } from "./broker-profile-procedure";
import { MAX_BROKER_FILE_BYTES, PHOTO_TYPES } from "./profile-file-rules";

/**
 * Puts the certificate or the photo into the own profile, in place of an earlier one, which stays
 * stored as evidence of what the office saw.
 * @throws DomainError "not_found", "broker_profile_fixed" (409), or what storeUpload refuses
 */
export async function attachBrokerFile(
  input: { kind: "certificate" | "photo"; upload: FileUpload },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "broker-profile.keep", { userId: actor.userId });
  const isPhoto = input.kind === "photo";
  await storeUpload(
    {
      upload: input.upload,
      allowed: isPhoto ? PHOTO_TYPES : PAGE_TYPES,
      field: "file",
      maxBytes: MAX_BROKER_FILE_BYTES,
      purpose: isPhoto ? "BROKER_PHOTO" : "BROKER_CERTIFICATE",
      organisationId: null,
      userId: actor.userId,
    },
    db,
    async (tx, file) => {
      await tx.$queryRaw`
        SELECT id FROM "BrokerProfile" WHERE "userId" = ${actor.userId}::uuid FOR UPDATE`;
      const where = { userId: actor.userId };
      const row = assertFound(
        await tx.brokerProfile.findUnique({ where, select: { id: true, state: true } }),
      );
      const open = isPhoto ? WORK_STATES : OPEN_STATES;
      if (!isBrokerProfileState(row.state) || !open.includes(row.state)) {
        throw new DomainError("broker_profile_fixed", { status: 409 });
      }
      await tx.brokerProfile.update({
        where,
        // A new photo needs a new consent.
        data: isPhoto
          ? { photoFileId: file.id, photoConsentAt: null }
          : { certificateFileId: file.id },
      });
      await markForIndexing(tx, "broker", row.id);
      await appendAudit(tx, actor, {
        action: isPhoto ? "brokers.photo.attached" : "brokers.certificate.attached",
        subjectType: "BrokerProfile",
        subjectId: row.id,
        detail: { sha256: file.sha256 },
      });
    },
  );
}
