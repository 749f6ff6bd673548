import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { assertOrganiser } from "./roadshow-access.server";
import { dayOf } from "./roadshow-rows.server";

/** Seats of an event, and the colleagues whom the organiser may ask. */
export async function getStaff(
  id: string,
  actor: UserActor,
  page: { skip: number; take: number },
  db: DbOrTx,
) {
  const { roadshow } = await assertOrganiser(db, id, actor);
  const where = { roadshowId: id };
  const [rows, total, colleagues] = await Promise.all([
    db.roadshowMember.findMany({
      where,
      orderBy: [{ role: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      ...page,
      select: {
        id: true,
        role: true,
        state: true,
        title: true,
        note: true,
        answeredAt: true,
        user: { select: { id: true, name: true, email: true } },
      },
    }),
    db.roadshowMember.count({ where }),
    db.membership.findMany({
      where: {
        organisationId: roadshow.organisationId,
        endedAt: null,
        user: { deactivatedAt: null },
      },
      orderBy: { user: { name: "asc" } },
      take: 500,
      select: { user: { select: { id: true, name: true } } },
    }),
  ]);
  return {
    total,
    members: rows.map(({ user, ...row }) => ({ ...row, name: user.name, email: user.email })),
    colleagues: colleagues.map(({ user }) => ({ value: user.id, label: user.name })),
  };
}

const seatSelect = {
  id: true,
  role: true,
  state: true,
  title: true,
  createdAt: true,
  answeredAt: true,
  roadshow: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      startsOn: true,
      endsOn: true,
      organisation: { select: { legalName: true } },
    },
  },
} as const;

/** The reader's own seats, newest first. */
export async function listOwnSeats(
  actor: UserActor,
  page: { skip: number; take: number },
  db: DbOrTx,
) {
  const where = { userId: actor.userId };
  const [rows, total] = await Promise.all([
    db.roadshowMember.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...page,
      select: seatSelect,
    }),
    db.roadshowMember.count({ where }),
  ]);
  const seats = rows.map(({ roadshow, ...row }) => ({
    ...row,
    roadshow: {
      ...roadshow,
      startsOn: dayOf(roadshow.startsOn),
      endsOn: dayOf(roadshow.endsOn),
      organiser: roadshow.organisation.legalName,
    },
  }));
  return { seats, total };
}

/** One own seat. @throws DomainError "not_found" (404) */
export async function getOwnSeat(memberId: string, actor: UserActor, db: DbOrTx) {
  const row = isId(memberId)
    ? await db.roadshowMember.findFirst({
        where: { id: memberId, userId: actor.userId },
        select: seatSelect,
      })
    : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  const { roadshow, ...seat } = row;
  return {
    ...seat,
    roadshow: {
      ...roadshow,
      startsOn: dayOf(roadshow.startsOn),
      endsOn: dayOf(roadshow.endsOn),
      organiser: roadshow.organisation.legalName,
    },
  };
}
