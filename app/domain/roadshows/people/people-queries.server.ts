import { codeNamer } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { PeopleFilter, PeoplePage } from "./people-view";
import { personCards } from "./person-cards.server";
import { type SuggestedPeople, suggestPeople } from "./suggest-people.server";
import { rememberSuggestions } from "./suggestion-memory.server";
import type { SourcePerson } from "./suggestion-sources.server";
import {
  fieldsOf,
  findPresented,
  knownTo,
  type Presented,
  visibleTo,
} from "./visible-people.server";
import { getOwnVisit } from "./visit-access.server";

const sourceSelect = {
  id: true,
  number: true,
  name: true,
  title: true,
  organisationName: true,
  interests: true,
  fieldCodes: true,
  needId: true,
  achievementId: true,
  updatedAt: true,
} as const;

/**
 * People and projects of an event that a participant may see, suggested ones first. Whom the reader does not
 * want to meet stands in a list of its own.
 * @throws DomainError "not_found" (404), "roadshow_not_registered" (409)
 */
export async function findPeople(
  db: Db,
  participantId: string,
  actor: UserActor,
  filter: PeopleFilter,
  page: { skip: number; take: number },
  locale: string,
): Promise<PeoplePage> {
  const own = await getOwnVisit(db, participantId, actor);
  if (own.state !== "REGISTERED") throw new DomainError("roadshow_not_registered", { status: 409 });
  const { id, roadshowId } = own;
  const [reader, all, wishes] = await Promise.all([
    db.roadshowParticipant.findUniqueOrThrow({
      where: { id },
      select: { ...sourceSelect, ndaAcceptedAt: true },
    }),
    findPresented(db, roadshowId),
    db.roadshowWish.findMany({ where: { fromId: id }, select: { toId: true, level: true } }),
  ]);
  const viewer = { id, roadshowId, ndaAcceptedAt: reader.ndaAcceptedAt };
  const presented = knownTo(viewer, all);
  const rows = await db.roadshowParticipant.findMany({
    where: visibleTo(viewer, all),
    orderBy: { number: "asc" },
    select: sourceSelect,
  });
  const withFields = <P extends SourcePerson>(one: P): P => ({
    ...one,
    fieldCodes: fieldsOf(one, presented),
  });
  const visible = rows.map(withFields);
  const levels = new Map(wishes.map((one) => [one.toId, one.level]));
  const suggested = await suggestionsFor(
    db,
    roadshowId,
    actor,
    withFields(reader),
    visible,
    presented,
  );
  const presenters = new Set(presented.map((one) => one.participantId));
  const found = visible.filter((one) => {
    const level = levels.get(one.id);
    if ((level === "NO") !== (filter.mark === "no")) return false;
    if (filter.mark === "marked" && level === undefined) return false;
    if (filter.kind !== "all" && presenters.has(one.id) !== (filter.kind === "projects")) {
      return false;
    }
    return filter.q === "" || isFound(one, presented, filter.q);
  });
  const order = (one: { id: string }) => suggested.byId.get(one.id)?.order ?? 0;
  found.sort((a, b) => order(b) - order(a) || a.number - b.number);
  const shown = found.slice(page.skip, page.skip + page.take).map((one) => one.id);
  const name = await codeNamer(db, locale);
  const items = await personCards(db, shown, { id, presented, levels, suggested, name });
  return { suggestions: suggested.status, items, total: found.length };
}

type Row = SourcePerson & { updatedAt: Date };

/** Nothing is ranked for people who want no suggestions made for them. */
async function suggestionsFor(
  db: Db,
  roadshowId: string,
  actor: UserActor,
  reader: Row,
  others: readonly Row[],
  presented: readonly Presented[],
): Promise<Omit<SuggestedPeople, "status"> & { status: PeoplePage["suggestions"] }> {
  const preference = await db.notificationPreference.findUnique({
    where: { userId: actor.userId },
    select: { nonPersonal: true },
  });
  if (preference?.nonPersonal) return { status: "off", byId: new Map() };
  // What the others change is seen when the suggestions are made anew, after minutes.
  const stamp = `${reader.updatedAt.getTime()}:${presented.map((one) => one.projectId).join()}`;
  return rememberSuggestions(reader.id, stamp, () =>
    suggestPeople(db, roadshowId, reader, others, presented),
  );
}

function isFound(
  one: { id: string; name: string; title: string; organisationName: string; interests: string },
  presented: readonly Presented[],
  q: string,
): boolean {
  const titles = presented.flatMap((project) =>
    project.participantId === one.id ? project.title : [],
  );
  const text = [one.name, one.title, one.organisationName, one.interests, ...titles].join("\n");
  const fold = (value: string) => value.normalize("NFKC").toLowerCase();
  return fold(q)
    .split(/\s+/)
    .every((word) => fold(text).includes(word));
}
