import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import type { DealRole, DealSide, RoomArea } from "./deal-role-rules";

/** People whom one room takes, everybody who ever was there included. */
const MAX_PEOPLE = 300;

type Seat = {
  userId: string;
  role: DealRole;
  organisationId: string | null;
  invitedBySide: DealSide | null;
  areas: readonly RoomArea[];
  invitedById: string;
  /** Whether the person still has to accept. */
  isInvitation: boolean;
};

/**
 * Gives a person a place in a room, or gives back the one that they left. The caller holds the room's
 * lock. @throws DomainError "deal_already_there" (409), "deal_people_max"
 */
export async function seatPerson(tx: Tx, dealId: string, seat: Seat, field: string): Promise<void> {
  const { userId, isInvitation, areas, ...rest } = seat;
  const now = clock.now();
  const known = await tx.dealParticipant.findUnique({
    where: { dealId_userId: { dealId, userId } },
    select: { id: true, leftAt: true },
  });
  if (known && !known.leftAt) throw new DomainError("deal_already_there", { field, status: 409 });
  const data = {
    ...rest,
    areas: [...areas],
    brokerId: null,
    createdAt: now,
    joinedAt: isInvitation ? null : now,
    leftAt: null,
  };
  if (known) {
    await tx.dealParticipant.update({ where: { id: known.id }, data });
    return;
  }
  const count = await tx.dealParticipant.count({ where: { dealId } });
  if (count >= MAX_PEOPLE) {
    throw new DomainError("deal_people_max", { field, params: { max: MAX_PEOPLE } });
  }
  await tx.dealParticipant.create({ data: { id: newId(), dealId, userId, ...data } });
}
