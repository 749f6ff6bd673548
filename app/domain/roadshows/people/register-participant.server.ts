import { systemActor, type UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { PUBLIC_STATES } from "../events/roadshow-procedure";
import { insertParticipant } from "./insert-participant.server";
import { participantConduct } from "./participant-conduct.server";
import type { ParticipantForm } from "./participant-form-schema";
import { tellParticipant } from "./participant-notices.server";
import { countAudience } from "./participant-rows.server";
import { participantValues } from "./participant-values.server";
import { isDay, isRegistrationOpen } from "./registration-rules";

/**
 * Registers a person for an event: on the list where there is a place, else on the waiting list. Somebody
 * who had cancelled comes back to the end of the line. On the day nobody waits: there is a place, or not.
 * @throws DomainError "not_found" (404), "roadshow_registration_closed" (409), "roadshow_registered" (409),
 * "roadshow_full" (409) on the day,
 * or what the form lacks at its field
 */
export async function registerParticipant(
  input: { number: number; form: ParticipantForm },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string; state: "REGISTERED" | "WAITING" }> {
  const { form } = input;
  return inTransaction(db, async (tx) => {
    const access = await findRoadshowAccess(tx, { number: input.number }, actor);
    assertCan(actor, "roadshow.attend");
    const roadshowId = access.roadshow.id;
    await lockRoadshow(tx, roadshowId);
    const event = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: {
        id: true,
        state: true,
        title: true,
        format: true,
        rules: true,
        audienceDueAt: true,
        maxAudience: true,
      },
    });
    if (!PUBLIC_STATES.some((state) => state === event.state)) {
      throw new DomainError("not_found", { status: 404 });
    }
    const now = clock.now();
    if (!isRegistrationOpen(event, now)) {
      throw new DomainError("roadshow_registration_closed", { status: 409 });
    }
    const found = await tx.roadshowParticipant.findUnique({
      where: { roadshowId_userId: { roadshowId, userId: actor.userId } },
      select: { id: true, state: true, organisationId: true, ndaAcceptedAt: true },
    });
    if (found && found.state !== "CANCELLED") {
      throw new DomainError("roadshow_registered", { status: 409 });
    }
    const isFull =
      event.maxAudience !== null && (await countAudience(tx, roadshowId)) >= event.maxAudience;
    if (isFull && isDay(event.state)) throw new DomainError("roadshow_full", { status: 409 });
    // The place of a firm was given up with the registration.
    const before = found && { ...found, organisationId: null };
    const values = await participantValues(tx, event, form, before, actor);
    const id = found?.id ?? (await insertNew());
    if (found) {
      // Where a role that the programme rested on is gone, only what the form says is left.
      await tx.roadshowParticipant.update({
        where: { id },
        data: { ...values, roles: [form.role], createdAt: now },
      });
      await advance(tx, participantConduct, id, "return", actor);
    }
    if (!isFull) {
      const market = systemActor("roadshow-registration");
      await advance(tx, participantConduct, id, "admit", market);
    }
    await tellParticipant(
      tx,
      { id, userId: actor.userId },
      {
        kind: isFull ? "roadshowWaiting" : "roadshowRegistered",
        params: { title: event.title },
        key: `${id}:${now.getTime()}`,
      },
    );
    return { id, state: isFull ? "WAITING" : "REGISTERED" };

    async function insertNew(): Promise<string> {
      const rest = { roadshowId, userId: actor.userId, roles: [form.role] };
      return insertParticipant(tx, { ...values, ...rest }, actor);
    }
  });
}
