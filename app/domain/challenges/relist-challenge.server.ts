import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";
import { lockChallenge } from "./challenge-rows.server";

/**
 * Ends a challenge without a taker and begins a draft of the same content under a new number, so that
 * the first round stays as it was.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409)
 */
export async function relistChallenge(
  challengeId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, challengeId, actor);
    const row = await lockChallenge(tx, challengeId);
    const id = newId();
    const again = await tx.challenge.create({
      data: {
        id,
        organisationId: row.organisationId,
        createdById: actor.userId,
        createdAt: clock.now(),
        needId: row.needId,
        regionCode: row.regionCode,
        listKind: row.listKind,
        title: row.title,
        background: row.background,
        content: row.content,
        targets: row.targets ?? [],
        fieldCodes: row.fieldCodes,
        cooperation: row.cooperation,
        posterFen: row.posterFen,
        publicFen: row.publicFen,
        publicSource: row.publicSource,
        ipTerms: row.ipTerms,
        agreementText: row.agreementText,
        confidential: row.confidential,
        eligibility: row.eligibility,
        takerMode: row.takerMode,
        maxTakers: row.maxTakers,
        scoutShareBp: row.scoutShareBp,
      },
      select: { number: true },
    });
    await advance(tx, challengeConduct, challengeId, "relist", actor, {
      relistedAs: again.number,
    });
    return { id };
  });
}
