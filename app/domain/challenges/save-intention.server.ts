import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeIntentionConduct } from "./challenge-intention-conduct.server";
import { lockIntention } from "./intention-access.server";
import { declaredRelation, type IntentionForm } from "./intention-schema";
import { findScout } from "./scout-queries.server";

/**
 * Saves the form; with `isHandedIn` it is submitted in the same step, or replaces what was submitted. A
 * submitted intention changes in no other way, so that what counts is always whole.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "stale_revision" (409),
 * "challenge_scout_code", "challenge_closed" (409), or the first condition of submitting
 */
export async function saveIntention(
  input: { intentionId: string; form: IntentionForm; isHandedIn: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    const { row, role } = await lockIntention(tx, input.intentionId, actor);
    if (role !== "taker") throw new DomainError("not_found", { status: 404 });
    assertCan(actor, "challenge.intend", { organisationId: row.organisationId });
    const isReplacing = row.state === "SUBMITTED" && input.isHandedIn;
    if (row.state !== "DRAFT" && !isReplacing)
      throw new DomainError("wrong_state", { status: 409 });
    const { relatedNote, scoutCode, revision: seen, ...content } = input.form;
    if (seen !== row.revision) throw new DomainError("stale_revision", { status: 409 });
    const scoutUserId = await findScout(tx, row.challenge, row.organisationId, scoutCode);
    if (scoutCode !== "" && scoutUserId === null) {
      throw new DomainError("challenge_scout_code", { field: "scoutCode" });
    }
    const revision = row.revision + 1;
    await tx.challengeIntention.update({
      where: { id: row.id },
      data: {
        content,
        isRelated: declaredRelation(content),
        relatedNote,
        scoutUserId,
        revision,
      },
    });
    if (input.isHandedIn) {
      const move = isReplacing ? "replace" : "submit";
      await advance(tx, challengeIntentionConduct, row.id, move, actor, { revision });
    }
    return { revision };
  });
}
