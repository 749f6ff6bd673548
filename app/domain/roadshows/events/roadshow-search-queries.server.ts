import type { Prisma } from "#prisma/client/client";
import { regionPrefix } from "~/domain/identity/region-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { listRoadshowItems, type RoadshowPage } from "./roadshow-item-queries.server";
import { PUBLIC_STATES, type RoadshowState } from "./roadshow-procedure";
import type { RoadshowFilters } from "./roadshow-search-schema";

/** Held already, whatever the day. */
const OVER_STATES: RoadshowState[] = ["REPORTED", "FOLLOW_UP", "CLOSED"];

/** Public events by field, region, month, state, coming or past. Coming ones begin with the nearest. */
export function searchRoadshows(
  db: DbOrTx,
  filters: RoadshowFilters,
  page: { skip: number; take: number },
  locale: string,
): Promise<RoadshowPage> {
  const today = dateColumn(calendarDate(clock.now()));
  const isComing = filters.when === "coming";
  const and: Prisma.RoadshowWhereInput[] = [
    { state: { in: filters.state ? [filters.state] : [...PUBLIC_STATES] } },
    isComing
      ? { endsOn: { gte: today }, state: { notIn: OVER_STATES } }
      : { OR: [{ endsOn: { lt: today } }, { state: { in: OVER_STATES } }] },
  ];
  if (filters.field) and.push({ fieldCodes: { has: filters.field } });
  if (filters.region) and.push({ regionCode: { startsWith: regionPrefix(filters.region) } });
  if (filters.month) {
    const first = dateColumn(`${filters.month}-01`);
    const next = new Date(first);
    next.setUTCMonth(next.getUTCMonth() + 1);
    and.push({ startsOn: { lt: next } }, { endsOn: { gte: first } });
  }
  const order = isComing ? ("asc" as const) : ("desc" as const);
  return listRoadshowItems(db, { AND: and }, [{ startsOn: order }, { id: order }], page, locale);
}
