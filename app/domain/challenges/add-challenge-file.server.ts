import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { WORK_TYPES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { lockChallenge } from "./challenge-rows.server";
import type { FILE_VISIBILITIES } from "./challenge-schema";

const MAX_FILES = 10;

/**
 * Adds a document for everybody, or for those who accept the agreement.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "too_many_files", and
 * at `file` what storeUpload refuses
 */
export async function addChallengeFile(
  input: {
    challengeId: string;
    title: string;
    visibility: (typeof FILE_VISIBILITIES)[number];
    upload: FileUpload;
  },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await assertChallengeSeen(db, input.challengeId, actor);
  const { organisationId } = await db.challenge.findUniqueOrThrow({
    where: { id: input.challengeId },
    select: { organisationId: true },
  });
  assertCan(actor, "challenge.create", { organisationId });
  const { upload } = input;
  await storeUpload(
    {
      purpose: "CHALLENGE",
      organisationId,
      userId: actor.userId,
      upload,
      allowed: WORK_TYPES,
      field: "file",
    },
    db,
    async (tx, file) => {
      const row = await lockChallenge(tx, input.challengeId);
      if (!["DRAFT", "CORRECTION"].includes(row.state)) {
        throw new DomainError("wrong_state", { status: 409 });
      }
      const count = await tx.challengeFile.count({ where: { challengeId: row.id } });
      if (count >= MAX_FILES) throw new DomainError("too_many_files", { field: "file" });
      await tx.challengeFile.create({
        data: {
          id: newId(),
          challengeId: row.id,
          fileId: file.id,
          title: input.title,
          visibility: input.visibility,
          createdAt: clock.now(),
        },
      });
    },
  );
}
