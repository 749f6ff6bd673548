import { getReference } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { type Fit, rankFits, scoreFit } from "./fit-rules";
import { getOwnListing, type OwnListing } from "./mandate-matter.server";
import type { Availability } from "./profile-rules";

export type SuitableBroker = {
  id: string;
  displayName: string;
  agencyName: string | null;
  level: string | null;
  regionCode: string | null;
  availability: Availability;
  fit: Fit;
};

export type BrokersFor = {
  listing: Pick<OwnListing, "kind" | "id" | "number" | "title">;
  servicesWanted: string[];
  brokers: SuitableBroker[];
  total: number;
};

/** Looked through at most; a province's pool is some thousands and points are cheap. */
const POOL = 5_000;

const DEFAULT_SERVICES = {
  achievement: ["PROMOTION", "MATCHING", "NEGOTIATION", "CONTRACT"],
  need: ["DISCOVERY", "MATCHING", "NEGOTIATION", "CONTRACT"],
} as const;

/**
 * Brokers for an own listing, with the points of each part; nothing can be paid for. Closed ones and
 * the owner's own members are left out.
 * @throws DomainError "not_found" (404) when the listing is not the actor's
 */
export async function findBrokersFor(
  input: {
    achievementId: string | null;
    needId: string | null;
    services: readonly string[] | null;
    skip: number;
    size: number;
  },
  actor: UserActor,
  db: Db,
): Promise<BrokersFor> {
  const listing = await getOwnListing(db, input, actor);
  const servicesWanted = [...(input.services ?? DEFAULT_SERVICES[listing.kind])];
  const [rows, deals, { byCode }] = await Promise.all([
    db.brokerProfile.findMany({
      where: {
        state: "PUBLIC",
        availability: { not: "CLOSED" },
        user: { memberships: { none: { organisationId: listing.organisationId, endedAt: null } } },
      },
      take: POOL,
      orderBy: { id: "asc" },
      select: {
        id: true,
        displayName: true,
        level: true,
        regionCode: true,
        regionCodes: true,
        fieldCodes: true,
        serviceCodes: true,
        availability: true,
        agency: { select: { legalName: true } },
      },
    }),
    countDealsInFields(listing.fieldCodes, db),
    getReference(db),
  ]);
  const pathOf = (code: string): string[] => {
    const path = [code];
    let parent = byCode.get(`fields:${code}`)?.parentCode;
    while (parent && path.length < 6) {
      path.unshift(parent);
      parent = byCode.get(`fields:${parent}`)?.parentCode;
    }
    return path;
  };
  const wanted = {
    fieldPaths: listing.fieldCodes.map(pathOf),
    regionCode: listing.regionCode,
    servicesWanted,
  };
  const scored = rows.map(({ agency, fieldCodes, serviceCodes, regionCodes, ...row }) => {
    const availability = row.availability as Availability;
    const fit = scoreFit(
      {
        fieldPaths: fieldCodes.map(pathOf),
        serviceCodes,
        regionCodes,
        regionCode: row.regionCode,
        dealsInField: deals.get(row.id) ?? 0,
        availability,
      },
      wanted,
    );
    return { ...row, availability, agencyName: agency?.legalName ?? null, fit };
  });
  const ranked = rankFits(scored, listing.id);
  const brokers = ranked.slice(input.skip, input.skip + input.size).map((one) => ({
    id: one.id,
    displayName: one.displayName,
    agencyName: one.agencyName,
    level: one.level,
    regionCode: one.regionCode,
    availability: one.availability,
    fit: one.fit,
  }));
  const { kind, id, number, title } = listing;
  return { listing: { kind, id, number, title }, servicesWanted, brokers, total: ranked.length };
}

/** Deals of the ledger that stand, by broker, whose achievement or need lies in one of the fields. */
async function countDealsInFields(
  fieldCodes: readonly string[],
  db: Db,
): Promise<Map<string, number>> {
  const codes = [...fieldCodes];
  const rows = await db.$queryRaw<{ brokerId: string; count: number }[]>`
    SELECT e."brokerId", count(DISTINCT e."dealId")::int AS count
    FROM "AttributionEntry" e JOIN "Deal" d ON d.id = e."dealId"
    LEFT JOIN "Achievement" a ON a.id = d."achievementId"
    LEFT JOIN "Need" n ON n.id = d."needId"
    WHERE e.kind = 'TURNOVER'
      AND (a."fieldCodes" && ${codes}::text[] OR n."fieldCodes" && ${codes}::text[])
      AND NOT EXISTS (SELECT 1 FROM "AttributionEntry" r WHERE r."reversesId" = e.id)
    GROUP BY e."brokerId"`;
  return new Map(rows.map((row) => [row.brokerId, row.count]));
}
