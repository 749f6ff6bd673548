import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { agreeWaiting } from "../meetings/agree-wishes.server";
import type { ParticipantForm } from "./participant-form-schema";
import { AUDIENCE_ROLES } from "./participant-form-schema";
import { lockParticipant } from "./participant-rows.server";
import { participantValues } from "./participant-values.server";
import { mayChangeRegistration } from "./registration-rules";
import { getOwnVisit } from "./visit-access.server";

/**
 * Changes what a person told of itself. Roles that the event gave stay; after the end of registration the
 * timetable rests on what was said.
 * @throws DomainError "not_found" (404), "roadshow_registration_closed" (409), or what is wrong at its field
 */
export async function editParticipant(
  input: { participantId: string; form: ParticipantForm },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { form } = input;
  await inTransaction(db, async (tx) => {
    const { id } = await getOwnVisit(tx, input.participantId, actor);
    const { roles, state, roadshowId } = await lockParticipant(tx, id);
    const event = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { id: true, state: true, format: true, rules: true, audienceDueAt: true },
    });
    if (state === "CANCELLED" || !mayChangeRegistration(event, clock.now())) {
      throw new DomainError("roadshow_registration_closed", { status: 409 });
    }
    const before = await tx.roadshowParticipant.findUniqueOrThrow({
      where: { id },
      select: { id: true, organisationId: true, ndaAcceptedAt: true },
    });
    const values = await participantValues(tx, event, form, before, actor);
    const given = roles.filter((role) => !AUDIENCE_ROLES.some((own) => own === role));
    await tx.roadshowParticipant.update({
      where: { id },
      data: { ...values, roles: [...given, form.role] },
    });
    // Who may meet more people than before meets those that it and they had wished to.
    await agreeWaiting(tx, id);
    await appendAudit(tx, actor, {
      action: "roadshow-participant.edited",
      subjectType: "RoadshowParticipant",
      subjectId: id,
      detail: { isListed: form.isListed, wantsMeetings: form.wantsMeetings },
    });
  });
}
