import type { DbOrTx } from "~/platform/db.server";
import { dayOf } from "./roadshow-rows.server";

const MOST = 200;

/** Open series, and former events to copy, of the organisations that a person organises for. */
export async function listNewEventChoices(organisationIds: readonly string[], db: DbOrTx) {
  const organisationId = { in: [...organisationIds] };
  const [series, former] = await Promise.all([
    db.roadshowSeries.findMany({
      where: { organisationId, archivedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: { id: true, title: true },
    }),
    db.roadshow.findMany({
      where: { organisationId, title: { not: "" } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: { id: true, title: true, startsOn: true, organisationId: true, seriesId: true },
    }),
  ]);
  return {
    series: series.map((one) => ({ value: one.id, label: one.title })),
    former: former.map(({ startsOn, ...one }) => ({
      ...one,
      label: `${dayOf(startsOn) ?? ""} ${one.title}`.trim(),
    })),
  };
}
