import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { isRegistrationOpen } from "../people/registration-rules";
import { listPublicProjects } from "./public-projects-queries.server";
import { findRoadshowAccess } from "./roadshow-access.server";
import { dayOf } from "./roadshow-rows.server";
import { readSpans, roadshowRulesSchema } from "./roadshow-rules-schema";

const BEFORE_APPROVAL = ["DRAFT", "VETTING"];

/**
 * The public page of an event. Before its approval only the organiser and the office see it.
 * @throws DomainError "not_found" (404)
 */
export async function getPublicRoadshow(
  db: DbOrTx,
  number: number,
  actor: Actor | null,
  locale: string,
) {
  const access = await findRoadshowAccess(db, { number }, actor);
  const { id } = access.roadshow;
  const now = clock.now();
  const [row, projects, nameCode, nameRegion] = await Promise.all([
    db.roadshow.findUniqueOrThrow({
      where: { id },
      include: {
        organisation: { select: { id: true, legalName: true } },
        series: { select: { number: true, title: true } },
        places: { orderBy: [{ sort: "asc" }, { id: "asc" }] },
        items: { where: { isPublic: true }, orderBy: [{ sort: "asc" }, { id: "asc" }] },
        plan: { select: { state: true } },
      },
    }),
    listPublicProjects(db, id, locale),
    codeNamer(db, locale),
    regionNamer(db, locale),
  ]);
  const rules = roadshowRulesSchema.safeParse(row.rules);
  const isCallOpen = row.state === "CALL_OPEN" && row.callDueAt !== null && row.callDueAt > now;
  const isRegistering = isRegistrationOpen(row, now);
  return {
    id,
    number: row.number,
    state: row.state,
    title: row.title,
    intro: row.intro,
    organiser: { id: row.organisation.id, name: row.organisation.legalName },
    series: row.series,
    fields: row.fieldCodes.map((code) => nameCode("fields", code)),
    region: nameRegion(row.regionCode),
    format: row.format,
    venue: row.venue,
    address: row.address,
    directions: row.directions,
    contact: row.contact,
    languages: row.languages,
    maxAudience: row.maxAudience,
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    callDueAt: row.callDueAt,
    confirmDueAt: row.confirmDueAt,
    materialsDueAt: row.materialsDueAt,
    audienceDueAt: row.audienceDueAt,
    cancelNote: row.cancelNote,
    changedAt: row.changedAt,
    approvedAt: row.approvedAt,
    rules: rules.success ? rules.data : null,
    isPublic: !BEFORE_APPROVAL.includes(row.state),
    isCallOpen,
    isRegistering,
    hasAgenda: row.plan !== null,
    mayManage: access.isOrganiser || access.seats.size > 0,
    projects,
    places: row.places.map(({ id: placeId, kind, name, count, capacity, equipment, openings }) => ({
      id: placeId,
      kind,
      name,
      count,
      capacity,
      equipment,
      openings: readSpans(openings),
    })),
    items: row.items.map(({ id: itemId, kind, title, minutes, startsAt }) => ({
      id: itemId,
      kind,
      title,
      minutes,
      startsAt,
    })),
  };
}

export type PublicRoadshow = Awaited<ReturnType<typeof getPublicRoadshow>>;
