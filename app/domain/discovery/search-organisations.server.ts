import type { MultiSearchQuery } from "meilisearch";
import { indexUid, multiSearch } from "#search/engine";
import type { OrganisationDocument } from "#search/indexes/organisations";
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
import type { Db } from "~/platform/db.server";
import { queryEngine } from "~/platform/search.server";
import { tryEngine } from "./engine-guard.server";
import type { OrganisationSearch } from "./organisation-search-schema";
import { PAGE_SIZE } from "./search-schema";

export interface OrganisationHit {
  readonly document: OrganisationDocument;
  readonly name: readonly Segment[];
}

export interface OrganisationResults {
  readonly hits: readonly OrganisationHit[];
  readonly total: number;
  readonly kinds: ReadonlyMap<string, number> | null;
  readonly regions: ReadonlyMap<string, number> | null;
  readonly degraded: boolean;
}

/** Finds verified organisations by name, English name or introduction; PostgreSQL answers when Meilisearch does not. */
export async function searchOrganisations(
  search: OrganisationSearch,
  db: Db,
): Promise<OrganisationResults> {
  return (await tryEngine(() => askEngineForOrganisations(search))) ?? searchInPostgres(search, db);
}

function filters(search: OrganisationSearch, except?: "kind" | "region"): string[] {
  const parts: string[] = [];
  if (except !== "kind" && search.kind.length > 0) {
    parts.push(`kind IN [${search.kind.map((kind) => JSON.stringify(kind)).join(", ")}]`);
  }
  if (except !== "region" && search.region !== null) {
    const attribute = search.region.endsWith("0000")
      ? "province"
      : search.region.endsWith("00")
        ? "city"
        : "district";
    parts.push(`${attribute} = "${search.region}"`);
  }
  return parts;
}

async function askEngineForOrganisations(search: OrganisationSearch): Promise<OrganisationResults> {
  const engine = queryEngine();
  const q = normaliseQuery(search.q);
  const words = { indexUid: indexUid(engine, "organisation"), q, matchingStrategy: "all" as const };
  const queries: MultiSearchQuery[] = [
    {
      ...words,
      filter: filters(search),
      sort: q === "" ? ["listingCount:desc"] : [],
      page: search.page,
      hitsPerPage: PAGE_SIZE,
      attributesToHighlight: ["name"],
      highlightPreTag: HIGHLIGHT_START,
      highlightPostTag: HIGHLIGHT_END,
    },
    { ...words, filter: filters(search, "kind"), facets: ["kind"], page: 1, hitsPerPage: 0 },
    {
      ...words,
      filter: filters(search, "region"),
      facets: ["province", "city"],
      page: 1,
      hitsPerPage: 0,
    },
  ];
  const [main, byKind, byRegion] = await multiSearch<OrganisationDocument>(engine, queries);
  const regions = byRegion?.facetDistribution ?? {};
  return {
    hits: (main?.hits ?? []).map((hit) => {
      const name = toSegments(hit._formatted?.name ?? hit.name);
      return {
        document: hit,
        name: name.some((segment) => segment.match)
          ? name
          : markTerms(hit.name, foldSameLength(hit.name), q.split(" ")),
      };
    }),
    total: main?.totalHits ?? 0,
    kinds: new Map(Object.entries(byKind?.facetDistribution?.kind ?? {})),
    regions: new Map([
      ...Object.entries(regions.province ?? {}),
      ...Object.entries(regions.city ?? {}),
    ]),
    degraded: false,
  };
}

async function searchInPostgres(search: OrganisationSearch, db: Db): Promise<OrganisationResults> {
  const q = normaliseQuery(search.q);
  const where = {
    state: { in: ["VERIFIED", "RECHECK"] },
    ...(search.kind.length > 0 ? { kind: { in: search.kind } } : {}),
    ...(search.region === null
      ? {}
      : { regionCode: { startsWith: search.region.replace(/(00){1,2}$/, "") } }),
    AND: q
      .split(" ")
      .filter((term) => term !== "")
      .map((term) => ({
        OR: [
          { legalName: { contains: term, mode: "insensitive" as const } },
          { englishName: { contains: term, mode: "insensitive" as const } },
          { intro: { contains: term, mode: "insensitive" as const } },
        ],
      })),
  };
  const [rows, total, references] = await Promise.all([
    db.organisation.findMany({
      where,
      orderBy: [{ legalName: "asc" }, { id: "asc" }],
      skip: (search.page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: { id: true },
    }),
    db.organisation.count({ where }),
    loadReferences(db),
  ]);
  const ids = rows.map((row) => row.id);
  const documents = await loadDocuments(db, "organisation", ids, references);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    hits: ids.flatMap((id) => {
      const document = byId.get(id);
      if (document === undefined || !("listingCount" in document)) return [];
      const name = markTerms(document.name, foldSameLength(document.name), q.split(" "));
      return [{ document, name }];
    }),
    total,
    kinds: null,
    regions: null,
    degraded: true,
  };
}
