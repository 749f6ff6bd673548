import type { References } from "#search/indexes/listing-document";
import type { MatchListing } from "#search/match/types";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";
import { PROGRAMME_STATES, type Presented } from "./visible-people.server";

/** One text of a participant that can be compared: what it needs or what it offers. */
export type Source = { kind: ListingKind; listing: MatchListing; title: string };

export type SourcePerson = {
  id: string;
  interests: string;
  fieldCodes: string[];
  needId: string | null;
  achievementId: string | null;
};

/** Fewer characters say nothing that could be compared. */
const LEAST_TEXT = 4;
/** Listings read at once. */
const AT_ONCE = 10;

/**
 * What participants bring: projects on the programme, published listings that they named, or what they say
 * they look for, which is read as a need. Blinded listings are left out.
 */
export async function loadSources(
  db: Db,
  roadshowId: string,
  people: readonly SourcePerson[],
  presented: readonly Presented[],
  references: References,
): Promise<Map<string, Source[]>> {
  const wanted = new Set(people.map((one) => one.id));
  const shown = presented.filter((one) => wanted.has(one.participantId));
  const [open, projects] = await Promise.all([
    openListings(db, people),
    db.roadshowProject.findMany({
      where: {
        roadshowId,
        id: { in: shown.map((one) => one.projectId) },
        state: { in: PROGRAMME_STATES },
      },
      select: {
        id: true,
        title: true,
        summary: true,
        highlights: true,
        fieldCodes: true,
        side: true,
      },
    }),
  ]);
  const sources = new Map<string, Source[]>();
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    const found = await Promise.all(some.map((person) => sourcesOf(person)));
    for (const [index, person] of some.entries()) sources.set(person.id, found[index] ?? []);
  }
  return sources;

  async function sourcesOf(person: SourcePerson): Promise<Source[]> {
    const found: Source[] = [];
    for (const { projectId } of shown.filter((one) => one.participantId === person.id)) {
      const project = projects.find((one) => one.id === projectId);
      if (!project) continue;
      const kind = project.side === "DEMAND" ? "need" : "achievement";
      const text = `${project.summary}\n${project.highlights}`;
      const listing = plainListing({ ...project, text }, references);
      found.push({ kind, listing, title: project.title });
    }
    for (const [kind, id] of [
      ["need", person.needId],
      ["achievement", person.achievementId],
    ] as const) {
      if (!id || !open.has(id)) continue;
      const listing = await loadMatchListing(db, kind, id, references);
      if (listing) found.push({ kind, listing, title: listing.title });
    }
    if (!found.some((one) => one.kind === "need") && [...person.interests].length >= LEAST_TEXT) {
      const text = { id: person.id, title: "", text: person.interests };
      const listing = plainListing({ ...text, fieldCodes: person.fieldCodes }, references);
      found.push({ kind: "need", listing, title: "" });
    }
    return found;
  }
}

/** Ids of named listings that everybody may see as their owner's. */
async function openListings(db: Db, people: readonly SourcePerson[]): Promise<Set<string>> {
  const query = (ids: (string | null)[]) => ({
    where: {
      id: { in: ids.flatMap((id) => id ?? []) },
      state: "PUBLISHED",
      isBlinded: false,
    },
    select: { id: true },
  });
  const [needs, achievements] = await Promise.all([
    db.need.findMany(query(people.map((one) => one.needId))),
    db.achievement.findMany(query(people.map((one) => one.achievementId))),
  ]);
  return new Set([...needs, ...achievements].map((one) => one.id));
}

function plainListing(
  values: { id: string; title: string; text: string; fieldCodes: readonly string[] },
  references: References,
): MatchListing {
  const { id, title, text, fieldCodes } = values;
  return {
    id,
    title,
    text,
    fieldCodes: [
      ...new Set(fieldCodes.flatMap((code) => references.withAncestors("fields", code))),
    ],
    industryCodes: [],
    regionCodes: [],
    modes: [],
    trl: null,
    trlVerified: false,
    priceKind: "NEGOTIABLE",
    priceMinFen: null,
    priceMaxFen: null,
    publishedAt: null,
    organisationId: null,
  };
}
