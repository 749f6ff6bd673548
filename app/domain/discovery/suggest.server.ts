import type { Hits } from "meilisearch";
import { indexUid, multiSearch } from "#search/engine";
import type { ListingDocument, References } from "#search/indexes/listing-document";
import type { OrganisationDocument } from "#search/indexes/organisations";
import { loadReferences } from "#search/sync/references";
import {
  HIGHLIGHT_END,
  HIGHLIGHT_START,
  markTerms,
  type Segment,
  toSegments,
} from "#search/text/highlight";
import { foldSameLength, normaliseQuery } from "#search/text/normalise";
import type { Db } from "~/platform/db.server";
import { queryEngine } from "~/platform/search.server";
import { tryEngine } from "./engine-guard.server";
import { nameOf } from "./facet-choices";

export type SuggestionKind = "achievement" | "need" | "organisation" | "field";

export interface SearchSuggestion {
  readonly kind: SuggestionKind;
  readonly value: string;
  readonly segments: readonly Segment[];
  readonly to: string;
}

const MAX_FIELDS = 2;

/**
 * What a person may be typing: titles of listings, organisations, fields. Made of one round trip to
 * Meilisearch; without it the fields alone. Public.
 */
export async function suggest(q: string, locale: string, db: Db): Promise<SearchSuggestion[]> {
  const text = normaliseQuery(q);
  if (text === "") return [];
  const references = await loadReferences(db);
  const fields = suggestFields(text, references, locale);
  const found = await tryEngine(() => suggestFromEngine(text));
  return [...(found ?? []), ...fields];
}

async function suggestFromEngine(q: string): Promise<SearchSuggestion[]> {
  const engine = queryEngine();
  const common = {
    q,
    matchingStrategy: "all" as const,
    highlightPreTag: HIGHLIGHT_START,
    highlightPostTag: HIGHLIGHT_END,
  };
  const listing = {
    ...common,
    attributesToSearchOn: [
      "title",
      "titleFolded",
      "titleSpaced",
      "titleEn",
      "keywords",
      "titlePinyin",
    ],
    attributesToRetrieve: ["id", "title"],
    attributesToHighlight: ["title"],
  };
  const [achievements, needs, organisations] = await multiSearch<
    ListingDocument & OrganisationDocument
  >(engine, [
    { ...listing, indexUid: indexUid(engine, "achievement"), limit: 5 },
    { ...listing, indexUid: indexUid(engine, "need"), limit: 4 },
    {
      ...common,
      indexUid: indexUid(engine, "organisation"),
      limit: 2,
      attributesToSearchOn: ["name", "nameFolded", "nameSpaced", "nameEn", "namePinyin"],
      attributesToRetrieve: ["id", "name"],
      attributesToHighlight: ["name"],
    },
  ]);
  return [
    ...listingSuggestions("achievement", achievements?.hits ?? [], q),
    ...listingSuggestions("need", needs?.hits ?? [], q),
    ...(organisations?.hits ?? []).map((hit) => ({
      kind: "organisation" as const,
      value: hit.name,
      segments: marked(hit.name, hit._formatted?.name, q),
      to: `/organisations/${hit.id}`,
    })),
  ];
}

function listingSuggestions(
  kind: "achievement" | "need",
  hits: Hits<ListingDocument>,
  q: string,
): SearchSuggestion[] {
  const seen = new Set<string>();
  return hits
    .filter((hit) => !seen.has(hit.title) && seen.add(hit.title))
    .map((hit) => ({
      kind,
      value: hit.title,
      segments: marked(hit.title, hit._formatted?.title, q),
      to: `/${kind}s/${hit.id}`,
    }));
}

function marked(text: string, formatted: unknown, q: string): readonly Segment[] {
  const segments = typeof formatted === "string" ? toSegments(formatted) : [];
  return segments.some((segment) => segment.match)
    ? segments
    : markTerms(text, foldSameLength(text), q.split(" "));
}

function suggestFields(q: string, references: References, locale: string): SearchSuggestion[] {
  const codes = references
    .childCodes("fields", null)
    .flatMap((code) => references.withDescendants("fields", code));
  return codes
    .map((code) => ({ code, name: nameOf("field", code, { references, locale }) ?? code }))
    .filter(({ name }) => foldSameLength(name).includes(q))
    .slice(0, MAX_FIELDS)
    .map(({ code, name }) => ({
      kind: "field" as const,
      value: name,
      segments: markTerms(name, foldSameLength(name), [q]),
      to: `/achievements?field=${encodeURIComponent(code)}`,
    }));
}
