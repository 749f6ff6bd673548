import type { DbOrTx } from "~/platform/db.server";
import { STRIKE_KINDS, TRADE_CASE_TYPES, type TradeCaseType } from "./strike-rules";
import { caseKey, type TradeCaseRef } from "./trade-case-rules";

export type TradeCaseHead = TradeCaseRef & {
  number: number;
  title: string;
  /** Organisation whose case it is. */
  ownerId: string;
  createdAt: Date;
};

const HEAD = {
  id: true,
  number: true,
  title: true,
  organisationId: true,
  createdAt: true,
} as const;
type Row = { id: string; number: number; title: string; organisationId: string; createdAt: Date };

const readers: Record<TradeCaseType, (db: DbOrTx, ids: string[]) => Promise<Row[]>> = {
  LOT: (db, ids) => db.lot.findMany({ where: { id: { in: ids } }, select: HEAD }),
  TENDER: (db, ids) => db.tender.findMany({ where: { id: { in: ids } }, select: HEAD }),
  CHALLENGE: (db, ids) => db.challenge.findMany({ where: { id: { in: ids } }, select: HEAD }),
  LICENCE: (db, ids) => db.licenceOffer.findMany({ where: { id: { in: ids } }, select: HEAD }),
};

/** Numbers, titles and owners of cases, by caseKey. */
export async function findTradeCases(
  db: DbOrTx,
  refs: readonly { caseType: string; caseId: string }[],
): Promise<Map<string, TradeCaseHead>> {
  const found = new Map<string, TradeCaseHead>();
  for (const caseType of TRADE_CASE_TYPES) {
    const ids = refs.filter((one) => one.caseType === caseType).map((one) => one.caseId);
    if (ids.length === 0) continue;
    for (const row of await readers[caseType](db, [...new Set(ids)])) {
      const head = { caseType, caseId: row.id, ownerId: row.organisationId, ...row };
      found.set(caseKey(head), head);
    }
  }
  return found;
}

/** Cases that an organisation owns or took part in, newest first. */
export async function listOwnCases(
  db: DbOrTx,
  organisationId: string,
  take: number,
): Promise<TradeCaseHead[]> {
  const rows = await db.$queryRaw<{ caseType: TradeCaseType; caseId: string }[]>`
    SELECT "caseType", "caseId" FROM (
      SELECT 'LOT' AS "caseType", id AS "caseId", "createdAt" AS at FROM "Lot"
        WHERE "organisationId" = ${organisationId}::uuid AND "announcedAt" IS NOT NULL
      UNION SELECT 'LOT', "lotId", "createdAt" FROM "LotApplication"
        WHERE "organisationId" = ${organisationId}::uuid
      UNION SELECT 'TENDER', id, "createdAt" FROM "Tender"
        WHERE "organisationId" = ${organisationId}::uuid AND "issuedAt" IS NOT NULL
      UNION SELECT 'TENDER', "tenderId", "createdAt" FROM "TenderBid"
        WHERE "organisationId" = ${organisationId}::uuid
      UNION SELECT 'CHALLENGE', id, "createdAt" FROM "Challenge"
        WHERE "organisationId" = ${organisationId}::uuid AND "publishedAt" IS NOT NULL
      UNION SELECT 'CHALLENGE', "challengeId", "createdAt" FROM "ChallengeIntention"
        WHERE "organisationId" = ${organisationId}::uuid AND state <> 'DRAFT'
      UNION SELECT 'LICENCE', id, "createdAt" FROM "LicenceOffer"
        WHERE "organisationId" = ${organisationId}::uuid AND "openedAt" IS NOT NULL
      UNION SELECT 'LICENCE', "offerId", "createdAt" FROM "LicencePurchase"
        WHERE "organisationId" = ${organisationId}::uuid
      UNION SELECT "caseType", "caseId", "createdAt" FROM "TradeStrike"
        WHERE "organisationId" = ${organisationId}::uuid
    ) AS own GROUP BY "caseType", "caseId" ORDER BY max(at) DESC LIMIT ${take}::int`;
  const heads = await findTradeCases(db, rows);
  return rows.flatMap((row) => heads.get(caseKey(row)) ?? []);
}

/** Whether an organisation owns a case, takes part in it or has a strike from it. */
export async function isPartOfCase(
  db: DbOrTx,
  { caseType, caseId }: TradeCaseRef,
  organisationId: string,
): Promise<boolean> {
  const own = { organisationId };
  const strike = { organisationId, caseType, caseId, kind: { in: [...STRIKE_KINDS] } };
  if ((await db.tradeStrike.count({ where: strike })) > 0) return true;
  switch (caseType) {
    case "LOT":
      return (
        (await db.lot.count({
          where: {
            id: caseId,
            OR: [{ ...own, announcedAt: { not: null } }, { applications: { some: own } }],
          },
        })) > 0
      );
    case "TENDER":
      return (
        (await db.tender.count({
          where: {
            id: caseId,
            OR: [{ ...own, issuedAt: { not: null } }, { bids: { some: own } }],
          },
        })) > 0
      );
    case "CHALLENGE":
      return (
        (await db.challenge.count({
          where: {
            id: caseId,
            OR: [
              { ...own, publishedAt: { not: null } },
              { intentions: { some: { ...own, state: { not: "DRAFT" } } } },
            ],
          },
        })) > 0
      );
    case "LICENCE":
      return (
        (await db.licenceOffer.count({
          where: {
            id: caseId,
            OR: [{ ...own, openedAt: { not: null } }, { purchases: { some: own } }],
          },
        })) > 0
      );
  }
}
