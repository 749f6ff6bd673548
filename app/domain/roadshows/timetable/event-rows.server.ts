import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { PLANNED_STATES } from "../call/project-procedure";
import { findRecusedJudges } from "../call/recusal-queries.server";
import { readRules, readSpans } from "../events/roadshow-rules-schema";
import { findPlannableMeetings } from "../meetings/plannable-meetings-queries.server";
import type { EventRows } from "./event-rows";

/**
 * Everything of an event that its timetable is made from.
 * @throws DomainError "not_found" (404), "plan_without_dates"
 */
export async function readEventRows(db: DbOrTx, roadshowId: string): Promise<EventRows> {
  const row = await db.roadshow.findUnique({
    where: { id: roadshowId },
    select: {
      format: true,
      startsOn: true,
      rules: true,
      places: { orderBy: [{ sort: "asc" }, { id: "asc" }] },
      items: { orderBy: [{ sort: "asc" }, { id: "asc" }] },
      members: { where: { role: "JUDGE", state: "ACCEPTED" }, select: { userId: true } },
      projects: {
        where: { state: { in: [...PLANNED_STATES] } },
        orderBy: { number: "asc" },
        select: {
          id: true,
          title: true,
          fieldCodes: true,
          language: true,
          confidentiality: true,
          equipment: true,
          isOnline: true,
          unavailable: true,
          companions: true,
          rank: true,
          state: true,
          presenterUserId: true,
          createdById: true,
        },
      },
      participants: {
        // Who waits for a place is neither planned with nor on a panel.
        where: { state: "REGISTERED" },
        orderBy: { number: "asc" },
        select: {
          id: true,
          userId: true,
          name: true,
          isOnline: true,
          unavailable: true,
          meetingsMax: true,
        },
      },
    },
  });
  if (!row) throw new DomainError("not_found", { status: 404 });
  if (!row.startsOn) throw new DomainError("plan_without_dates");
  const [meetings, recused] = await Promise.all([
    findPlannableMeetings(db, roadshowId),
    findRecusedJudges(db, roadshowId),
  ]);
  return {
    firstDay: row.startsOn.toISOString().slice(0, 10),
    isOnlineOnly: row.format === "ONLINE",
    rules: readRules(row.rules),
    places: row.places.map((place) => ({ ...place, openings: readSpans(place.openings) })),
    items: row.items,
    judgeUserIds: row.members.map(({ userId }) => userId),
    projects: row.projects.map((one) => ({ ...one, unavailable: readSpans(one.unavailable) })),
    people: row.participants.map((one) => ({ ...one, unavailable: readSpans(one.unavailable) })),
    meetings,
    recused,
  };
}
