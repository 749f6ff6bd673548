import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { contentOf } from "./project-content.server";
import { projectSelect } from "./project-rows.server";
import type { SeatItem, SeatPage, SheetPage } from "./project-view";
import { readPoints } from "./review-schema";
import { getOwnSeat } from "./seat-access.server";

/** Seats of the person as reviewer or judge, with what waits for reviewers there. */
export async function listSeats(
  db: DbOrTx,
  actor: UserActor,
  paging: { skip: number; take: number },
): Promise<{ items: SeatItem[]; total: number }> {
  const where = {
    userId: actor.userId,
    state: "ACCEPTED",
    role: { in: ["REVIEWER", "JUDGE"] },
  };
  const [rows, total] = await Promise.all([
    db.roadshowMember.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: {
        id: true,
        role: true,
        roadshowId: true,
        roadshow: { select: { title: true, number: true, state: true, startsOn: true } },
      },
    }),
    db.roadshowMember.count({ where }),
  ]);
  const items: SeatItem[] = [];
  for (const { id, role, roadshowId, roadshow } of rows) {
    const isReviewing = role === "REVIEWER" && roadshow.state === "SELECTION";
    const open = {
      roadshowId,
      state: "FORM_CHECK",
      recusals: { none: { member: { userId: actor.userId } } },
    };
    const [waiting, all] = isReviewing
      ? await Promise.all([
          db.roadshowProject.count({ where: { ...open, reviews: { none: { memberId: id } } } }),
          db.roadshowProject.count({ where: open }),
        ])
      : [0, 0];
    items.push({
      id,
      role,
      roadshowTitle: roadshow.title,
      roadshowNumber: roadshow.number,
      roadshowState: roadshow.state,
      startsOn: roadshow.startsOn?.toISOString().slice(0, 10) ?? null,
      waiting,
      total: all,
    });
  }
  return { items, total };
}

const eventOf = (one: { id: string; number: number; title: string; state: string }) => ({
  id: one.id,
  number: one.number,
  title: one.title,
  state: one.state,
});

/**
 * Projects of the seat's event in the order of their numbers, with the own points.
 * @throws DomainError "not_found" (404)
 */
export async function getSeat(
  db: DbOrTx,
  memberId: string,
  actor: UserActor,
  paging: { skip: number; take: number },
): Promise<SeatPage> {
  const seat = await getOwnSeat(db, memberId, actor);
  const where = {
    roadshowId: seat.roadshow.id,
    state: { notIn: ["DRAFT", "WITHDRAWN", "SUBMITTED", "RETURNED"] },
  };
  const [rows, total] = await Promise.all([
    db.roadshowProject.findMany({
      where,
      orderBy: { number: "asc" },
      ...paging,
      select: {
        id: true,
        number: true,
        title: true,
        side: true,
        state: true,
        organisation: { select: { legalName: true } },
        recusals: { where: { member: { userId: actor.userId } }, select: { id: true } },
        reviews: { where: { memberId: seat.id }, select: { totalHundredths: true } },
      },
    }),
    db.roadshowProject.count({ where }),
  ]);
  return {
    id: seat.id,
    role: seat.role,
    event: eventOf(seat.roadshow),
    projects: rows.map(({ organisation, recusals, reviews, ...row }) => ({
      ...row,
      organisation: organisation.legalName,
      isRecused: recusals.length > 0,
      ownHundredths: reviews[0]?.totalHundredths ?? null,
    })),
    total,
  };
}

/**
 * A reviewer's sheet of one project. Who has stepped back reads its title only; the others' points show
 * after the own ones.
 * @throws DomainError "not_found" (404)
 */
export async function getSheet(
  db: DbOrTx,
  ids: { memberId: string; projectId: string },
  actor: UserActor,
  locale: string,
): Promise<SheetPage> {
  const seat = await getOwnSeat(db, ids.memberId, actor);
  const row = isId(ids.projectId)
    ? await db.roadshowProject.findFirst({
        where: {
          id: ids.projectId,
          roadshowId: seat.roadshow.id,
          state: { notIn: ["DRAFT", "WITHDRAWN", "SUBMITTED", "RETURNED"] },
        },
        select: projectSelect,
      })
    : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  const [recusal, sheets] = await Promise.all([
    db.roadshowRecusal.findFirst({
      where: { projectId: row.id, member: { userId: actor.userId } },
      select: { kind: true, reason: true },
    }),
    db.roadshowReview.findMany({
      where: { projectId: row.id },
      orderBy: { submittedAt: "asc" },
      select: {
        memberId: true,
        points: true,
        comment: true,
        totalHundredths: true,
        member: { select: { user: { select: { name: true } } } },
      },
    }),
  ]);
  const own = sheets.find((one) => one.memberId === seat.id);
  const mayReadOthers = own !== undefined && !recusal;
  return {
    memberId: seat.id,
    role: seat.role,
    event: eventOf(seat.roadshow),
    content: recusal ? null : await contentOf(db, row, locale),
    title: row.title,
    number: row.number,
    criteria: readRules(seat.roadshow.rules).reviewCriteria,
    isOpen:
      seat.role === "REVIEWER" &&
      seat.roadshow.state === "SELECTION" &&
      row.state === "FORM_CHECK" &&
      !recusal,
    recusal,
    own: own
      ? {
          points: readPoints(own.points),
          comment: own.comment,
          totalHundredths: own.totalHundredths,
        }
      : null,
    others: mayReadOthers
      ? sheets
          .filter((one) => one.memberId !== seat.id)
          .map(({ member, totalHundredths, comment }) => ({
            name: member.user.name,
            totalHundredths,
            comment,
          }))
      : [],
  };
}
