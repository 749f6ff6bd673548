import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { OVER_STATES } from "./participant-conditions.server";
import type { UndertakingForm } from "./participant-form-schema";
import { lockParticipant } from "./participant-rows.server";
import { undertakingHash } from "./undertaking-hash.server";
import { getOwnVisit } from "./visit-access.server";

/**
 * A registered person accepts the undertaking, which stays open until the event is over: confidential
 * sessions ask for it at the door. Once more does nothing.
 * @throws DomainError "not_found" (404), "roadshow_not_registered" (409), "roadshow_over" (409), and at
 * acceptsUndertaking "required" or "roadshow_text_changed" (409)
 */
export async function acceptUndertaking(
  input: { participantId: string; form: UndertakingForm },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { acceptsUndertaking, undertakingHash: shown } = input.form;
  await inTransaction(db, async (tx) => {
    await getOwnVisit(tx, input.participantId, actor);
    const { id, state, roadshow } = await lockParticipant(tx, input.participantId);
    if (state !== "REGISTERED") throw new DomainError("roadshow_not_registered", { status: 409 });
    if (OVER_STATES.includes(roadshow.state)) {
      throw new DomainError("roadshow_over", { status: 409 });
    }
    if (!acceptsUndertaking) throw new DomainError("required", { field: "acceptsUndertaking" });
    const ndaTextHash = undertakingHash(roadshow.id);
    if (shown !== ndaTextHash) {
      throw new DomainError("roadshow_text_changed", { field: "acceptsUndertaking", status: 409 });
    }
    const { count } = await tx.roadshowParticipant.updateMany({
      where: { id, ndaAcceptedAt: null },
      data: { ndaAcceptedAt: clock.now(), ndaTextHash },
    });
    if (count === 0) return;
    await appendAudit(tx, actor, {
      action: "roadshow-participant.undertaking-accepted",
      subjectType: "RoadshowParticipant",
      subjectId: id,
      detail: { ndaTextHash },
    });
  });
}
