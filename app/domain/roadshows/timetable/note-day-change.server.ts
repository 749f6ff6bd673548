import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { readSpans } from "../events/roadshow-rules-schema";
import type { DayChange } from "./day-change";

/**
 * Writes down of a change on the day what a later timetable has to know too.
 * @throws DomainError "not_found" (404)
 */
export async function noteDayChange(tx: Tx, roadshowId: string, change: DayChange): Promise<void> {
  if (change.kind === "PLACE_CLOSED") {
    const { placeId, fromAt } = change;
    await tx.roadshowPlace.updateMany({
      where: {
        id: placeId,
        roadshowId,
        OR: [{ closedFrom: null }, { closedFrom: { gt: fromAt } }],
      },
      data: { closedFrom: fromAt },
    });
  }
  const out = personOut(change);
  if (out) {
    const { participantId, fromAt } = out;
    const person = await tx.roadshowParticipant.findFirst({
      where: { id: participantId, roadshowId },
      select: { unavailable: true, roadshow: { select: { endsOn: true } } },
    });
    if (!person) throw new DomainError("not_found", { status: 404 });
    const known = Array.isArray(person.unavailable) ? person.unavailable : [];
    // Two days after the last one: an event may run past midnight.
    const last = person.roadshow.endsOn?.getTime() ?? fromAt.getTime();
    const to = new Date(Math.max(last, fromAt.getTime()) + 2 * 86_400_000);
    const away = { from: fromAt.toISOString(), to: to.toISOString() };
    // Reported once more, because the timetable could not be changed the first time.
    if (readSpans(known).some((one) => one.from <= fromAt && to <= one.to)) return;
    await tx.roadshowParticipant.update({
      where: { id: participantId },
      data: { unavailable: [...known, away] },
    });
  }
}

/** Who is away from when on. */
function personOut(change: DayChange): { participantId: string; fromAt: Date } | null {
  if (change.kind === "PERSON_OUT") return change;
  if (change.kind !== "PROJECT_OUT" || !change.participantId) return null;
  return { participantId: change.participantId, fromAt: clock.now() };
}
