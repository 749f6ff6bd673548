import { Prisma } from "#prisma/client/client";
import type { References } from "#search/indexes/listing-document";
import { loadReferences } from "#search/sync/references";
import { loadDocuments } from "#search/sync/rows";
import { normaliseQuery } from "#search/text/normalise";
import type { Db } from "~/platform/db.server";
import { MAX_COUNTED } from "./engine-search.server";
import { toHit } from "./listing-hit";
import type { ListingResults } from "./search-results";
import { type ListingSearch, type ListingSearchKind, PAGE_SIZE } from "./search-schema";

const DAY_MS = 86_400_000;

/**
 * The same search answered by PostgreSQL: every word must stand in the listing's public text; a
 * Chinese word may also stand in the title with other characters between its own (钠电池 in
 * 钠离子电池). No typing errors, synonyms, pinyin or counts by facet.
 */
export async function searchPostgres(
  db: Db,
  kind: ListingSearchKind,
  search: ListingSearch,
  now: number,
): Promise<ListingResults> {
  const references = await loadReferences(db);
  const terms = normaliseQuery(search.q).replaceAll('"', " ").split(" ").filter(Boolean);
  const where = Prisma.join(
    [
      Prisma.sql`l.state = 'PUBLISHED'`,
      ...terms.map(termCondition),
      ...filterConditions(kind, search, references, now),
    ],
    " AND ",
  );
  const table = kind === "achievement" ? Prisma.sql`"Achievement"` : Prisma.sql`"Need"`;
  const [rows, counted] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT l.id FROM ${table} l JOIN "Organisation" o ON o.id = l."organisationId"
      WHERE ${where} ORDER BY ${order(kind, search, terms)}
      LIMIT ${PAGE_SIZE} OFFSET ${(search.page - 1) * PAGE_SIZE}`,
    db.$queryRaw<{ total: bigint }[]>`
      SELECT count(*) AS total FROM (
        SELECT 1 FROM ${table} l JOIN "Organisation" o ON o.id = l."organisationId"
        WHERE ${where} LIMIT ${MAX_COUNTED}) found`,
  ]);
  const ids = rows.map((row) => row.id);
  const documents = await loadDocuments(db, kind, ids, references);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const total = Number(counted[0]?.total ?? 0n);
  return {
    hits: ids.flatMap((id) => {
      const document = byId.get(id);
      return document !== undefined && "title" in document ? [toHit(kind, document, terms)] : [];
    }),
    total,
    isCapped: total >= MAX_COUNTED,
    relaxation: null,
    facets: null,
    degraded: true,
  };
}

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

function termCondition(term: string): Prisma.Sql {
  const whole = Prisma.sql`l."searchText" LIKE ${`%${escaped(term)}%`}`;
  if (!/^\p{Script=Han}{2,8}$/u.test(term)) return whole;
  const scattered = `%${[...term].map(escaped).join("%")}%`;
  return Prisma.sql`(${whole} OR l.title LIKE ${scattered})`;
}

function filterConditions(
  kind: ListingSearchKind,
  search: ListingSearch,
  references: References,
  now: number,
): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const below = (list: "fields" | "industries", codes: readonly string[]) => [
    ...new Set(codes.flatMap((code) => references.withDescendants(list, code))),
  ];
  const trl =
    kind === "achievement"
      ? Prisma.sql`coalesce(l."trlVerified", l."trlDeclared")`
      : Prisma.sql`l."trlWanted"`;
  if (search.field.length > 0) {
    conditions.push(Prisma.sql`l."fieldCodes" && ${below("fields", search.field)}::text[]`);
  }
  if (search.industry.length > 0) {
    conditions.push(
      Prisma.sql`l."industryCodes" && ${below("industries", search.industry)}::text[]`,
    );
  }
  if (search.region.length > 0) {
    const prefixes = search.region.map((code) => `${code.replace(/(00){1,2}$/, "")}%`);
    conditions.push(Prisma.sql`l."regionCode" LIKE ANY (${prefixes}::text[])`);
  }
  if (search.trl.length > 0) {
    const bands = search.trl.map((band) => {
      const [low = 1, high = 9] = band.split("-").map(Number);
      return Prisma.sql`${trl} BETWEEN ${low} AND ${high}`;
    });
    conditions.push(Prisma.sql`(${Prisma.join(bands, " OR ")})`);
  }
  if (search.mode.length > 0) conditions.push(Prisma.sql`l.modes && ${search.mode}::text[]`);
  if (search.org.length > 0)
    conditions.push(Prisma.sql`o.kind::text = ANY (${search.org}::text[])`);
  if (search.price.length > 0) conditions.push(priceCondition(kind, search.price));
  if (search.ip.length > 0 && kind === "achievement") {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM "AchievementIpRight" r
      WHERE r."achievementId" = l.id AND r.kind = ANY (${search.ip}::text[]))
      AND coalesce(l."sectionVisibility"->>'ip', 'PUBLIC') = 'PUBLIC'`);
  }
  if (search.fresh !== null) {
    const since = new Date(now - search.fresh * DAY_MS);
    conditions.push(Prisma.sql`l."publishedAt" >= ${since}`);
  }
  if (search.challenge && kind === "need") conditions.push(Prisma.sql`l."isOpenChallenge"`);
  if (search.verified && kind === "achievement") {
    conditions.push(Prisma.sql`l."trlVerified" IS NOT NULL`);
  }
  if (search.owner !== null) {
    conditions.push(Prisma.sql`l."organisationId" = ${search.owner}::uuid AND NOT l."isBlinded"`);
  }
  return conditions;
}

/** Bounds in fen, lower inclusive; they repeat priceBandOf in search/indexes. */
const BANDS: Record<string, readonly [number, number | null]> = {
  UNDER_100K: [0, 10_000_000],
  FROM_100K: [10_000_000, 50_000_000],
  FROM_500K: [50_000_000, 100_000_000],
  FROM_1M: [100_000_000, 500_000_000],
  FROM_5M: [500_000_000, null],
};

function priceCondition(kind: ListingSearchKind, bands: readonly string[]): Prisma.Sql {
  const [priceKind, amount, section] =
    kind === "achievement"
      ? [Prisma.sql`l."priceKind"`, Prisma.sql`coalesce(l."priceMaxFen", l."priceMinFen")`, "price"]
      : [
          Prisma.sql`l."budgetKind"`,
          Prisma.sql`coalesce(l."budgetMaxFen", l."budgetMinFen")`,
          "budget",
        ];
  const isPublic = Prisma.sql`coalesce(l."sectionVisibility"->>${section}, 'PUBLIC') = 'PUBLIC'`;
  const conditions = bands.map((band) => {
    if (band === "ROYALTY") return Prisma.sql`(${isPublic} AND ${priceKind} = 'ROYALTY')`;
    const bounds = BANDS[band];
    if (bounds === undefined) {
      return Prisma.sql`(NOT ${isPublic} OR ${priceKind} = 'NEGOTIABLE' OR (${amount} IS NULL AND ${priceKind} <> 'ROYALTY'))`;
    }
    const [low, high] = bounds;
    return Prisma.sql`(${isPublic} AND ${priceKind} IN ('FIXED', 'RANGE') AND ${amount} >= ${low}
      ${high === null ? Prisma.empty : Prisma.sql`AND ${amount} < ${high}`})`;
  });
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

function order(
  kind: ListingSearchKind,
  search: ListingSearch,
  terms: readonly string[],
): Prisma.Sql {
  const newest = Prisma.sql`l."publishedAt" DESC, l.id`;
  switch (search.sort) {
    case "newest":
      return newest;
    case "closing":
      return kind === "need"
        ? Prisma.sql`least(l."expiresAt", l."deadlineOn") ASC NULLS LAST, l.id`
        : Prisma.sql`l."expiresAt" ASC NULLS LAST, l.id`;
    case "trl":
      return kind === "achievement"
        ? Prisma.sql`coalesce(l."trlVerified", l."trlDeclared") DESC NULLS LAST, ${newest}`
        : Prisma.sql`l."trlWanted" DESC NULLS LAST, ${newest}`;
    case "price":
      // An amount that is not public must not be readable from the order of the list.
      return kind === "achievement"
        ? Prisma.sql`CASE WHEN coalesce(l."sectionVisibility"->>'price', 'PUBLIC') = 'PUBLIC' THEN coalesce(l."priceMinFen", l."priceMaxFen") END ASC NULLS LAST, ${newest}`
        : Prisma.sql`CASE WHEN coalesce(l."sectionVisibility"->>'budget', 'PUBLIC') = 'PUBLIC' THEN coalesce(l."budgetMaxFen", l."budgetMinFen") END ASC NULLS LAST, ${newest}`;
    default:
      return terms.length === 0
        ? newest
        : Prisma.sql`word_similarity(${terms.join(" ")}, l.title) DESC, ${newest}`;
  }
}
