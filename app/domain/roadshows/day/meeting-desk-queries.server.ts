import type { Actor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { assertStaff, DAY_STATES } from "./day-access.server";
import type { MeetingDeskPage } from "./meeting-desk-view";

const PAGE_SIZE = 40;
const STATES = ["ACCEPTED", "HELD", "MISSED"];

/**
 * Agreed meetings as the desk follows them on the day: open ones first, by number.
 * @throws DomainError "not_found" (404)
 */
export async function getMeetingDesk(
  db: DbOrTx,
  roadshowId: string,
  page: number,
  actor: Actor,
): Promise<MeetingDeskPage> {
  const { roadshow } = await assertStaff(db, roadshowId, actor, ["DESK"]);
  const { planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { planId: true },
  });
  const where = { roadshowId, state: { in: STATES } };
  const person = { select: { number: true, name: true, organisationName: true } };
  const [rows, groups] = await Promise.all([
    db.roadshowMeeting.findMany({
      where,
      orderBy: [{ state: "asc" }, { number: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: {
        id: true,
        number: true,
        state: true,
        source: true,
        minutes: true,
        from: person,
        to: person,
        entries: {
          where: { planId: planId ?? roadshowId },
          select: { startsAt: true, seat: true, place: { select: { name: true, count: true } } },
        },
      },
    }),
    db.roadshowMeeting.groupBy({ by: ["state"], where, _count: true }),
  ]);
  const count = (state: string) => groups.find((one) => one.state === state)?._count ?? 0;
  const total = groups.reduce((sum, one) => sum + one._count, 0);
  const nameOf = (one: (typeof rows)[number]["from"]) =>
    [`#${one.number}`, one.name, one.organisationName].filter(Boolean).join(" ");
  return {
    title: roadshow.title,
    number: roadshow.number,
    isOpen: DAY_STATES.includes(roadshow.state),
    meetings: rows.map(({ from, to, entries, ...row }) => {
      const [entry] = entries;
      const seat = entry && entry.place.count > 1 ? ` ${entry.seat}` : "";
      return {
        ...row,
        from: nameOf(from),
        to: nameOf(to),
        startsAt: entry?.startsAt.toISOString() ?? null,
        place: entry ? `${entry.place.name}${seat}` : "",
      };
    }),
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    total,
    counts: { accepted: count("ACCEPTED"), held: count("HELD"), missed: count("MISSED") },
  };
}
