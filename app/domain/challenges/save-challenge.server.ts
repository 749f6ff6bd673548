import { appendAudit } from "~/domain/audit/append-audit.server";
import { getReference } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { dateColumn, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { lockChallenge } from "./challenge-rows.server";
import type { ChallengeForm } from "./challenge-schema";

const EDITABLE = ["DRAFT", "CORRECTION"];
const fen = (value: number | null) => (value === null ? null : BigInt(value));

/**
 * Saves what the poster has written, with gaps if it likes.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "stale_revision"
 * (409), "not_a_choice"
 */
export async function saveChallenge(
  input: { challengeId: string; revision: number; form: ChallengeForm },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    const row = await lockChallenge(tx, input.challengeId);
    assertCan(actor, "challenge.create", { organisationId: row.organisationId });
    if (!EDITABLE.includes(row.state)) throw new DomainError("wrong_state", { status: 409 });
    if (row.revision !== input.revision) throw new DomainError("stale_revision", { status: 409 });
    const { form } = input;
    await assertCodes(tx, form);
    const { intentionsDueOn, finishOn, scoutShareBp, regionCode, ...rest } = form;
    const revision = row.revision + 1;
    await tx.challenge.update({
      where: { id: row.id },
      data: {
        ...rest,
        regionCode: regionCode ?? row.regionCode,
        posterFen: fen(form.posterFen),
        publicFen: fen(form.publicFen),
        scoutShareBp: scoutShareBp ?? 0,
        finishOn: finishOn === null ? null : dateColumn(finishOn),
        // The last day counts as a whole.
        intentionsDueAt: intentionsDueOn === null ? null : endOfDate(intentionsDueOn),
        revision,
      },
    });
    await appendAudit(tx, actor, {
      action: "challenge.saved",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: { revision },
    });
    return { revision };
  });
}

async function assertCodes(tx: Tx, form: ChallengeForm): Promise<void> {
  const { byCode, regionByCode } = await getReference(tx);
  if (form.fieldCodes.some((code) => !byCode.has(`fields:${code}`))) {
    throw new DomainError("not_a_choice", { field: "fieldCodes" });
  }
  if (form.regionCode !== null && !regionByCode.has(form.regionCode)) {
    throw new DomainError("not_a_choice", { field: "regionCode" });
  }
}
