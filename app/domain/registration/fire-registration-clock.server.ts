import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { moveRegistration } from "./move-registration.server";
import { tellOffice } from "./registration-notices.server";
import { registrationSelect } from "./registration-rows.server";

/** A correction that nobody made ends the application; the other clocks remind the office, once. */
export const fireRegistrationClock: ClockFiring = async (tx, { subjectId, clock }, actor) => {
  if (clock === "correction") {
    await moveRegistration({ registrationId: subjectId, move: "lapse" }, actor, tx);
    return;
  }
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: subjectId },
    select: registrationSelect,
  });
  const office = clock === "precheck" ? { ...row, officeId: row.servicePointId } : row;
  const people = clock === "review" ? [row.registrarAId, row.registrarBId] : [];
  await tellOffice(tx, office, "registrationDue", `${clock}:${row.round}`, people);
};
