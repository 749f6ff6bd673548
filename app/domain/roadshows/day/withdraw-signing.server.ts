import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { lockSigning } from "./signing-rows.server";

/**
 * The organiser takes a row back that was written wrongly; not one that both sides have confirmed.
 * @throws DomainError "not_found" (404), "signing_withdrawn" (409), "signing_confirmed" (409)
 */
export async function withdrawSigning(
  input: { roadshowId: string; signingId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    const row = await lockSigning(tx, input.signingId);
    if (row.roadshowId !== input.roadshowId) throw new DomainError("not_found", { status: 404 });
    if (row.withdrawnAt) throw new DomainError("signing_withdrawn", { status: 409 });
    if (row.supplyConfirmedAt && row.demandConfirmedAt) {
      throw new DomainError("signing_confirmed", { status: 409 });
    }
    await tx.roadshowSigning.update({ where: { id: row.id }, data: { withdrawnAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "roadshow.signing-withdrawn",
      subjectType: "RoadshowSigning",
      subjectId: row.id,
    });
  });
}
