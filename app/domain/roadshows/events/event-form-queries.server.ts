import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { defaultRules } from "./default-rules.server";
import { isAnnounced } from "./event-writes.server";
import { listItemPeople } from "./item-people.server";
import { assertOrganiser } from "./roadshow-access.server";
import { dayOf } from "./roadshow-rows.server";
import { type RoadshowRules, readSpans, roadshowRulesSchema } from "./roadshow-rules-schema";
import type { PlaceView, ProgrammeItemView } from "./roadshow-view";
import { toWallClock } from "./wall-clock-schema";

/** Everything that the organiser's forms of one event show, moments as wall-clock time. */
export async function getEventForm(id: string, actor: UserActor, db: DbOrTx) {
  await assertOrganiser(db, id, actor);
  const now = clock.now();
  const [row, defaults] = await Promise.all([
    db.roadshow.findUniqueOrThrow({ where: { id } }),
    defaultRules(db, now),
  ]);
  const series = await db.roadshowSeries.findMany({
    where: { organisationId: row.organisationId, archivedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, title: true },
  });
  const stored = roadshowRulesSchema.safeParse(row.rules);
  const rules: RoadshowRules = stored.success ? stored.data : defaults;
  const mode =
    row.state === "DRAFT"
      ? ("DRAFT" as const)
      : isAnnounced(row.state)
        ? ("ANNOUNCED" as const)
        : ("CLOSED" as const);
  return {
    id,
    revision: row.revision,
    state: row.state,
    mode,
    title: row.title,
    intro: row.intro,
    fieldCodes: row.fieldCodes,
    regionCode: row.regionCode,
    format: row.format,
    languages: row.languages,
    seriesId: row.seriesId,
    venue: row.venue,
    address: row.address,
    directions: row.directions,
    onlineUrl: row.onlineUrl,
    contact: row.contact,
    maxAudience: row.maxAudience,
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    callDueAt: toWallClock(row.callDueAt),
    confirmDueAt: toWallClock(row.confirmDueAt),
    materialsDueAt: toWallClock(row.materialsDueAt),
    audienceDueAt: toWallClock(row.audienceDueAt),
    rules,
    defaults,
    series: series.map((one) => ({ value: one.id, label: one.title })),
  };
}

/** Places and programme of an event for its organiser. */
export async function getPlaces(id: string, actor: UserActor, db: DbOrTx) {
  const { roadshow } = await assertOrganiser(db, id, actor);
  const orderBy = [{ sort: "asc" as const }, { id: "asc" as const }];
  const [row, places, items, people] = await Promise.all([
    db.roadshow.findUniqueOrThrow({
      where: { id },
      select: { startsOn: true, endsOn: true, revision: true },
    }),
    db.roadshowPlace.findMany({ where: { roadshowId: id }, orderBy }),
    db.roadshowItem.findMany({ where: { roadshowId: id }, orderBy }),
    listItemPeople(db, id),
  ]);
  return {
    revision: row.revision,
    mayEdit: roadshow.state === "DRAFT" || isAnnounced(roadshow.state),
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    people,
    places: places.map(
      ({ roadshowId: _, createdAt: __, sort: ___, openings, ...place }): PlaceView => ({
        ...place,
        openings: readSpans(openings).map((one) => ({
          from: toWallClock(one.from),
          to: toWallClock(one.to),
        })),
      }),
    ),
    items: items.map(
      ({ roadshowId: _, sort: __, startsAt, ...item }): ProgrammeItemView => ({
        ...item,
        startsAt: toWallClock(startsAt),
      }),
    ),
  };
}
