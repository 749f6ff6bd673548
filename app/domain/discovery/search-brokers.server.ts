import type { MultiSearchQuery } from "meilisearch";
import type { Prisma } from "#prisma/client/client";
import { indexUid, multiSearch } from "#search/engine";
import type { BrokerDocument } from "#search/indexes/brokers";
import type { References } from "#search/indexes/listing-document";
import { loadReferences } from "#search/sync/references";
import { loadDocuments } from "#search/sync/rows";
import {
  HIGHLIGHT_END,
  HIGHLIGHT_START,
  markTerms,
  type Segment,
  toSegments,
} from "#search/text/highlight";
import { foldSameLength, normaliseQuery } from "#search/text/normalise";
import {
  BROKER_FACETS,
  type BrokerFacet,
  type BrokerSearch,
} from "~/domain/brokers/broker-search-schema";
import type { Db } from "~/platform/db.server";
import { queryEngine } from "~/platform/search.server";
import { tryEngine } from "./engine-guard.server";
import { PAGE_SIZE } from "./search-schema";

export interface BrokerHit {
  readonly document: BrokerDocument;
  readonly name: readonly Segment[];
}

export interface BrokerResults {
  readonly hits: readonly BrokerHit[];
  readonly total: number;
  /** Null while PostgreSQL answers. */
  readonly counts: ReadonlyMap<BrokerFacet, ReadonlyMap<string, number>> | null;
}

const ATTRIBUTES: Record<BrokerFacet, keyof BrokerDocument> = {
  field: "fields",
  region: "regions",
  service: "services",
  level: "level",
  language: "languages",
  availability: "availability",
};

const SORTS: Record<BrokerSearch["sort"], string[]> = {
  relevance: [],
  deals: ["dealStep:desc", "availabilityRank:desc"],
  level: ["levelRank:desc", "availabilityRank:desc"],
  newest: ["verifiedAt:desc"],
};

/** Finds public brokers by name, agency, field or introduction; PostgreSQL answers when Meilisearch does not. */
export async function searchBrokers(search: BrokerSearch, db: Db): Promise<BrokerResults> {
  return (await tryEngine(() => askEngineForBrokers(search))) ?? searchInPostgres(search, db);
}

function filters(search: BrokerSearch, except?: BrokerFacet): string[] {
  return BROKER_FACETS.flatMap((facet) => {
    const values: readonly string[] = search[facet];
    if (facet === except || values.length === 0) return [];
    const list = values.map((value) => JSON.stringify(value)).join(", ");
    return [`${ATTRIBUTES[facet]} IN [${list}]`];
  });
}

async function askEngineForBrokers(search: BrokerSearch): Promise<BrokerResults> {
  const engine = queryEngine();
  const q = normaliseQuery(search.q);
  const words = { indexUid: indexUid(engine, "broker"), q, matchingStrategy: "all" as const };
  const queries: MultiSearchQuery[] = [
    {
      ...words,
      filter: filters(search),
      sort: SORTS[search.sort],
      page: search.page,
      hitsPerPage: PAGE_SIZE,
      attributesToHighlight: ["name"],
      highlightPreTag: HIGHLIGHT_START,
      highlightPostTag: HIGHLIGHT_END,
    },
    // Each facet is counted without its own choice, so that a second value can be weighed.
    ...BROKER_FACETS.map((facet) => ({
      ...words,
      filter: filters(search, facet),
      facets: [ATTRIBUTES[facet]],
      page: 1,
      hitsPerPage: 0,
    })),
  ];
  const [main, ...counted] = await multiSearch<BrokerDocument>(engine, queries);
  return {
    hits: (main?.hits ?? []).map((hit) => {
      const name = toSegments(hit._formatted?.name ?? hit.name);
      const isMarked = name.some((segment) => segment.match);
      return { document: hit, name: isMarked ? name : mark(hit.name, q) };
    }),
    total: main?.totalHits ?? 0,
    counts: new Map(
      BROKER_FACETS.map((facet, index) => {
        const counts = counted[index]?.facetDistribution[ATTRIBUTES[facet]] ?? {};
        return [facet, new Map(Object.entries(counts))] as const;
      }),
    ),
  };
}

const mark = (name: string, q: string) => markTerms(name, foldSameLength(name), q.split(" "));

async function searchInPostgres(search: BrokerSearch, db: Db): Promise<BrokerResults> {
  const references = await loadReferences(db);
  const where = condition(search, references);
  const orderBy: Prisma.BrokerProfileOrderByWithRelationInput[] =
    search.sort === "newest"
      ? [{ verifiedAt: "desc" }, { id: "asc" }]
      : [{ displayName: "asc" }, { id: "asc" }];
  const [rows, total] = await Promise.all([
    db.brokerProfile.findMany({
      where,
      orderBy,
      skip: (search.page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: { id: true },
    }),
    db.brokerProfile.count({ where }),
  ]);
  const ids = rows.map((row) => row.id);
  const documents = await loadDocuments(db, "broker", ids, references);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const q = normaliseQuery(search.q);
  return {
    hits: ids.flatMap((id) => {
      const document = byId.get(id);
      if (document === undefined || !("dealStep" in document)) return [];
      return [{ document, name: mark(document.name, q) }];
    }),
    total,
    counts: null,
  };
}

function condition(search: BrokerSearch, references: References): Prisma.BrokerProfileWhereInput {
  const fields = search.field.flatMap((code) => references.withDescendants("fields", code));
  const [region] = search.region;
  const prefix = region?.replace(/(00){1,2}$/, "");
  const words = normaliseQuery(search.q)
    .split(" ")
    .filter((term) => term !== "");
  return {
    state: "PUBLIC",
    ...(fields.length > 0 ? { fieldCodes: { hasSome: fields } } : {}),
    ...(search.service.length > 0 ? { serviceCodes: { hasSome: search.service } } : {}),
    ...(search.language.length > 0 ? { languageCodes: { hasSome: search.language } } : {}),
    ...(search.level.length > 0 ? { level: { in: search.level } } : {}),
    ...(search.availability.length > 0 ? { availability: { in: search.availability } } : {}),
    AND: [
      ...(region && prefix !== undefined
        ? [{ OR: [{ regionCode: { startsWith: prefix } }, { regionCodes: { has: region } }] }]
        : []),
      ...words.map((term) => {
        const contains = { contains: term, mode: "insensitive" as const };
        return {
          OR: [{ displayName: contains }, { intro: contains }, { agency: { legalName: contains } }],
        };
      }),
    ],
  };
}
