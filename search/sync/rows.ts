import type { Prisma, PrismaClient } from "#prisma/client/client";
import { indexUid, type ListingKind, type SearchEngine, type SearchKind } from "../engine";
import { achievementDocument, achievementMatchListing } from "../indexes/achievements";
import { type BrokerDocument, brokerDocument } from "../indexes/brokers";
import { fallbackText, type ListingDocument, type References } from "../indexes/listing-document";
import { needDocument, needMatchListing } from "../indexes/needs";
import { type OrganisationDocument, organisationDocument } from "../indexes/organisations";
import type { MatchListing } from "../match/types";

const organisationPart = {
  select: { id: true, legalName: true, englishName: true, kind: true, state: true },
} as const;

const listingColumns = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  summary: true,
  keywords: true,
  fieldCodes: true,
  industryCodes: true,
  regionCode: true,
  modes: true,
  isBlinded: true,
  sectionVisibility: true,
  publishedAt: true,
  expiresAt: true,
  organisation: organisationPart,
} as const;

export const achievementSelect = {
  ...listingColumns,
  description: true,
  advantages: true,
  applications: true,
  cooperationNote: true,
  priceKind: true,
  priceMinFen: true,
  priceMaxFen: true,
  trlDeclared: true,
  trlVerified: true,
  ipRights: { select: { kind: true, title: true }, orderBy: { sort: "asc" } },
} as const satisfies Prisma.AchievementSelect;

export const needSelect = {
  ...listingColumns,
  background: true,
  constraints: true,
  budgetKind: true,
  budgetMinFen: true,
  budgetMaxFen: true,
  trlWanted: true,
  deadlineOn: true,
  isOpenChallenge: true,
  targets: {
    select: { name: true, value: true, unit: true, testMethod: true },
    orderBy: { sort: "asc" },
  },
} as const satisfies Prisma.NeedSelect;

const countsOfNamed = { where: { state: "PUBLISHED", isBlinded: false } } as const;

const organisationSelect = {
  id: true,
  kind: true,
  legalName: true,
  englishName: true,
  regionCode: true,
  intro: true,
  state: true,
  createdAt: true,
  _count: { select: { achievements: countsOfNamed, needs: countsOfNamed } },
} as const satisfies Prisma.OrganisationSelect;

/** Only a verified organisation is shown to the public; RECHECK keeps its standing while it is looked at. */
const PUBLIC_ORGANISATION_STATES = ["VERIFIED", "RECHECK"];

const brokerSelect = {
  id: true,
  displayName: true,
  level: true,
  intro: true,
  regionCode: true,
  regionCodes: true,
  fieldCodes: true,
  serviceCodes: true,
  languageCodes: true,
  availability: true,
  verifiedAt: true,
  agency: { select: { legalName: true } },
} as const satisfies Prisma.BrokerProfileSelect;

export type SearchDocument = ListingDocument | OrganisationDocument | BrokerDocument;

/** What may stand in the index, as a Prisma condition. */
function isPublic(kind: SearchKind) {
  if (kind === "organisation") return { state: { in: PUBLIC_ORGANISATION_STATES } };
  return { state: kind === "broker" ? "PUBLIC" : "PUBLISHED" };
}

/** Rows of a kind as index documents, by id; rows that the public may not see are left out. */
export async function loadDocuments(
  db: PrismaClient,
  kind: SearchKind,
  ids: readonly string[],
  references: References,
): Promise<SearchDocument[]> {
  const where = { id: { in: [...ids] }, ...isPublic(kind) };
  if (kind === "achievement") {
    const rows = await db.achievement.findMany({ where, select: achievementSelect });
    return rows.map((row) => achievementDocument(row, references));
  }
  if (kind === "need") {
    const rows = await db.need.findMany({ where, select: needSelect });
    return rows.map((row) => needDocument(row, references));
  }
  if (kind === "broker") return loadBrokers(db, where, references);
  const rows = await db.organisation.findMany({ where, select: organisationSelect });
  return rows.map((row) =>
    organisationDocument(
      { ...row, publishedAchievements: row._count.achievements, publishedNeeds: row._count.needs },
      references,
    ),
  );
}

async function loadBrokers(
  db: PrismaClient,
  where: Prisma.BrokerProfileWhereInput,
  references: References,
): Promise<BrokerDocument[]> {
  const rows = await db.brokerProfile.findMany({ where, select: brokerSelect });
  const counted = await db.$queryRaw<{ brokerId: string; deals: number }[]>`
    SELECT e."brokerId", count(DISTINCT e."dealId")::int AS deals FROM "AttributionEntry" e
    WHERE e.kind = 'TURNOVER' AND e."brokerId" = ANY(${rows.map((row) => row.id)}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "AttributionEntry" r WHERE r."reversesId" = e.id)
    GROUP BY e."brokerId"`;
  const deals = new Map(counted.map((row) => [row.brokerId, row.deals]));
  return rows.map(({ agency, ...row }) =>
    brokerDocument(
      { ...row, agencyName: agency?.legalName ?? null, deals: deals.get(row.id) ?? 0 },
      references,
    ),
  );
}

/** The next ids of a kind after `after` in id order, at most `size`; for walks over the whole catalogue. */
export async function nextIds(
  db: PrismaClient,
  kind: SearchKind,
  after: string | null,
  size: number,
): Promise<string[]> {
  const page = {
    where: { ...isPublic(kind), ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: size,
    select: { id: true },
  } as const;
  const rows =
    kind === "achievement"
      ? await db.achievement.findMany(page)
      : kind === "need"
        ? await db.need.findMany(page)
        : kind === "broker"
          ? await db.brokerProfile.findMany(page)
          : await db.organisation.findMany(page);
  return rows.map((row) => row.id);
}

export async function countPublic(db: PrismaClient, kind: SearchKind): Promise<number> {
  const where = isPublic(kind);
  if (kind === "achievement") return db.achievement.count({ where });
  if (kind === "need") return db.need.count({ where });
  if (kind === "broker") return db.brokerProfile.count({ where });
  return db.organisation.count({ where });
}

/** Ids of the organisations that own these listings; their counts change with a listing. */
export async function ownersOf(
  db: PrismaClient,
  kind: ListingKind,
  ids: readonly string[],
): Promise<string[]> {
  const query = {
    where: { id: { in: [...ids] } },
    distinct: ["organisationId"],
    select: { organisationId: true },
  } satisfies Prisma.AchievementFindManyArgs;
  const rows =
    kind === "achievement"
      ? await db.achievement.findMany(query)
      : await db.need.findMany({ ...query, distinct: ["organisationId"] });
  return rows.map((row) => row.organisationId);
}

/**
 * Writes the column that the PostgreSQL fallback searches. Raw SQL, because it is not a change of
 * the listing: neither `updatedAt` nor `revision` may move.
 */
export async function writeSearchTexts(
  db: PrismaClient,
  kind: ListingKind,
  documents: readonly ListingDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const ids = documents.map((document) => document.id);
  const texts = documents.map(fallbackText);
  if (kind === "achievement") {
    await db.$executeRaw`UPDATE "Achievement" AS row SET "searchText" = v.text
      FROM unnest(${ids}::uuid[], ${texts}::text[]) AS v(id, text)
      WHERE row.id = v.id AND row."searchText" <> v.text`;
  } else {
    await db.$executeRaw`UPDATE "Need" AS row SET "searchText" = v.text
      FROM unnest(${ids}::uuid[], ${texts}::text[]) AS v(id, text)
      WHERE row.id = v.id AND row."searchText" <> v.text`;
  }
}

/** A listing in any state as the ranker wants it, so that an owner sees matches of a draft; null if there is none. */
export async function loadMatchListing(
  db: PrismaClient,
  kind: ListingKind,
  id: string,
  references: References,
): Promise<MatchListing | null> {
  if (kind === "achievement") {
    const row = await db.achievement.findUnique({ where: { id }, select: achievementSelect });
    return row === null ? null : achievementMatchListing(row, references);
  }
  const row = await db.need.findUnique({ where: { id }, select: needSelect });
  return row === null ? null : needMatchListing(row, references);
}

export function documentsIndex(engine: SearchEngine, kind: SearchKind) {
  return engine.client.index<SearchDocument>(indexUid(engine, kind));
}
