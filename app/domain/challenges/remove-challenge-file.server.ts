import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { lockChallenge } from "./challenge-rows.server";

/**
 * Takes a document off a challenge that is not published yet.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export async function removeChallengeFile(
  input: { challengeId: string; fileId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    assertCan(actor, "challenge.create", { organisationId: row.organisationId });
    if (!["DRAFT", "CORRECTION"].includes(row.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (!isId(input.fileId)) throw new DomainError("not_found", { status: 404 });
    const where = { challengeId: row.id, id: input.fileId };
    const { count } = await tx.challengeFile.deleteMany({ where });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
  });
}
