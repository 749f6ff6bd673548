import { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { type ContractCell, holdBack, type ShownCell } from "./contract-figure-rules";

export type ContractFigures = {
  /** All registered contracts; null while they are too few to be shown. */
  total: ShownCell["figures"];
  byCategory: ShownCell[];
  byCity: ShownCell[];
  byField: ShownCell[];
  byMonth: ShownCell[];
};

/**
 * What every decision of a registration office adds or takes away, on its day (Asia/Shanghai): the
 * first registration on the date of registration; a change takes the old amounts out and puts the
 * new ones in, in the period of the change; cancellation and revocation take them out on their day.
 */
const MOVEMENTS = Prisma.sql`
  versions AS (
    SELECT v."registrationId" AS id, v.number, left(v."categoryCode", 1) || '0' AS category,
      v."totalFen" AS total, v."technicalFen" AS technical,
      CASE WHEN v.number = 1 AND r."registeredOn" IS NOT NULL THEN r."registeredOn"
        ELSE (v."createdAt" AT TIME ZONE 'Asia/Shanghai')::date END AS day,
      lead(v.number) OVER (PARTITION BY v."registrationId" ORDER BY v.number) AS next,
      lead(v."createdAt") OVER (PARTITION BY v."registrationId" ORDER BY v.number) AS "nextAt",
      CASE WHEN r.state IN ('CANCELLED', 'REVOKED') THEN r."endedAt" END AS "endedAt",
      left(seller."regionCode", 4) || '00' AS city,
      coalesce(split_part(achievement."fieldCodes"[1], '.', 1), '') AS field
    FROM "RegistrationVersion" v
    JOIN "Registration" r ON r.id = v."registrationId"
    JOIN "Deal" deal ON deal.id = r."dealId"
    JOIN "Organisation" seller ON seller.id = deal."supplyOrganisationId"
    LEFT JOIN "Achievement" achievement ON achievement.id = deal."achievementId"),
  movements AS (
    SELECT id, category, city, field, day, 1 AS sign, total, technical FROM versions
    UNION ALL
    SELECT id, category, city, field,
      (coalesce("nextAt", "endedAt") AT TIME ZONE 'Asia/Shanghai')::date, -1, total, technical
    FROM versions WHERE coalesce("nextAt", "endedAt") IS NOT NULL)`;

type Row = {
  code: string | null;
  contracts: number;
  total: string | null;
  technical: string | null;
  behind: number;
};

async function cellsBy(
  db: DbOrTx,
  key: Prisma.Sql,
  where: Prisma.Sql = Prisma.empty,
): Promise<ContractCell[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ${MOVEMENTS}
    SELECT ${key} AS code, sum(sign)::int AS contracts, sum(sign * total)::text AS total,
      sum(sign * technical)::text AS technical, count(DISTINCT id)::int AS behind
    FROM movements ${where} GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({
    code: row.code ?? "",
    contracts: row.contracts,
    totalFen: BigInt(row.total ?? 0),
    technicalFen: BigInt(row.technical ?? 0),
    behind: row.behind,
  }));
}

/** Figures of registered contracts by category, seller's city, field and month, small cells held back. */
export async function readContractFigures(
  db: DbOrTx,
  months: readonly string[],
): Promise<ContractFigures> {
  const month = Prisma.sql`to_char(day, 'YYYY-MM')`;
  const since = Prisma.sql`WHERE day >= ${`${months[0] ?? "1970-01"}-01`}::date`;
  const all = await cellsBy(db, Prisma.sql`'all'::text`);
  const byCategory = await cellsBy(db, Prisma.sql`category`);
  const byCity = await cellsBy(db, Prisma.sql`city`);
  const byField = await cellsBy(db, Prisma.sql`field`);
  const byMonth = new Map((await cellsBy(db, month, since)).map((cell) => [cell.code, cell]));
  const zero = { contracts: 0, totalFen: 0n, technicalFen: 0n, behind: 0 };
  return {
    total: holdBack(all)[0]?.figures ?? null,
    byCategory: holdBack(byCategory),
    byCity: holdBack(byCity),
    byField: holdBack(byField),
    byMonth: holdBack(months.map((code) => byMonth.get(code) ?? { code, ...zero })),
  };
}
