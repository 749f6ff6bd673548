import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { countByCity, countByField, mergeCounts } from "./breakdown-queries.server";
import { readContractFigures } from "./contract-figures-queries.server";
import { readFigures } from "./figures-queries.server";
import { lastMonths } from "./month-rules";
import { nameCodes, nameRegions } from "./names-queries.server";
import { rememberForAMinute } from "./remember.server";
import { readRoadshowFigures } from "./roadshow-figures-queries.server";

const MONTHS = 12;

/** The first instant of a month (YYYY-MM) in the market's time zone. */
const startOfMonth = (month: string) => new Date(`${month}-01T00:00:00+08:00`);

/** Listings by the month of their latest publication, whatever has become of them since. */
async function countByMonth(db: Db, months: readonly string[]) {
  const since = startOfMonth(months[0] ?? "1970-01");
  const rows = await db.$queryRaw<{ kind: "A" | "N"; code: string; count: number }[]>`
    SELECT 'A' AS kind, to_char("publishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS code,
      count(*)::int AS count
    FROM "Achievement" WHERE "publishedAt" >= ${since} GROUP BY 2
    UNION ALL
    SELECT 'N', to_char("publishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), count(*)::int
    FROM "Need" WHERE "publishedAt" >= ${since} GROUP BY 2`;
  const counts = new Map(mergeCounts(rows).map((row) => [row.code, row]));
  return months.map((month) => counts.get(month) ?? { code: month, achievements: 0, needs: 0 });
}

/** Introductions by the month in which they were asked for, with their present outcome. */
async function countIntroductions(db: Db, months: readonly string[]) {
  const since = startOfMonth(months[0] ?? "1970-01");
  const rows = await db.$queryRaw<
    { code: string; requested: number; accepted: number; declined: number }[]
  >`
    SELECT to_char("createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS code,
      count(*)::int AS requested,
      (count(*) FILTER (WHERE state = 'ACCEPTED'))::int AS accepted,
      (count(*) FILTER (WHERE state = 'DECLINED'))::int AS declined
    FROM "Introduction" WHERE "createdAt" >= ${since} GROUP BY 1`;
  const counts = new Map(rows.map((row) => [row.code, row]));
  return months.map(
    (month) => counts.get(month) ?? { code: month, requested: 0, accepted: 0, declined: 0 },
  );
}

/** Median hours from request to answer, of the answers in the covered months. */
async function readReplyTime(db: Db, months: readonly string[]) {
  const since = startOfMonth(months[0] ?? "1970-01");
  const [row] = await db.$queryRaw<{ answered: number; medianHours: number | null }[]>`
    SELECT count(*)::int AS answered,
      percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM "answeredAt" - "createdAt") / 3600)::float8 AS "medianHours"
    FROM "Introduction"
    WHERE "answeredAt" >= ${since} AND state IN ('ACCEPTED', 'DECLINED')`;
  return { answered: row?.answered ?? 0, medianHours: row?.medianHours ?? null };
}

/** Public achievements by readiness level; a level that is not public counts as not given. */
async function countByReadiness(db: Db) {
  const rows = await db.$queryRaw<{ level: number | null; declared: number; verified: number }[]>`
    SELECT level, (count(*) FILTER (WHERE NOT "isVerified"))::int AS declared,
      (count(*) FILTER (WHERE "isVerified"))::int AS verified
    FROM (
      SELECT CASE WHEN coalesce("sectionVisibility" ->> 'readiness', 'PUBLIC') = 'PUBLIC'
          THEN coalesce("trlVerified", "trlDeclared") END AS level,
        "trlVerified" IS NOT NULL AS "isVerified"
      FROM "Achievement" WHERE state = 'PUBLISHED') a
    GROUP BY level`;
  const counts = new Map(rows.map((row) => [row.level, row]));
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const unknown = counts.get(null);
  return {
    levels: levels.map((level) => counts.get(level) ?? { level, declared: 0, verified: 0 }),
    notGiven: (unknown?.declared ?? 0) + (unknown?.verified ?? 0),
  };
}

/** Verified organisations by kind, the most frequent first. */
async function countOrganisations(db: Db) {
  const groups = await db.organisation.groupBy({
    by: ["kind"],
    where: { state: { in: ["VERIFIED", "RECHECK"] } },
    _count: true,
  });
  return groups
    .map((group) => ({ kind: group.kind, count: group._count }))
    .sort((a, b) => b.count - a.count);
}

/** Everything on the page of public figures: counts and names of codes, no names of people. */
export async function readStatistics(db: Db) {
  const months = lastMonths(calendarDate(clock.now()), MONTHS);
  const [figures, byField, byCity, fields, byMonth, introductions, reply, readiness, kinds] =
    await Promise.all([
      readFigures(db),
      countByField(db),
      countByCity(db),
      nameCodes(db, "fields"),
      countByMonth(db, months),
      countIntroductions(db, months),
      readReplyTime(db, months),
      countByReadiness(db),
      countOrganisations(db),
    ]);
  const contracts = await readContractFigures(db, months);
  const roadshows = await readRoadshowFigures(db);
  const categories = await nameCodes(db, "contract-categories");
  const cities = await nameRegions(
    db,
    [...byCity, ...contracts.byCity].map((row) => row.code),
  );
  const unnamed = (code: string) => ({ zh: code, en: code });
  return {
    figures,
    byField: byField.map((row) => ({ ...row, name: fields.get(row.code) ?? unnamed(row.code) })),
    byRegion: byCity.map((row) => ({ ...row, name: cities.get(row.code) ?? unnamed(row.code) })),
    byMonth,
    introductions,
    reply,
    readiness,
    kinds,
    roadshows,
    contracts: {
      ...contracts,
      byCategory: contracts.byCategory.map((row) => ({
        ...row,
        name: categories.get(row.code) ?? unnamed(row.code),
      })),
      byCity: contracts.byCity.map((row) => ({
        ...row,
        name: cities.get(row.code) ?? unnamed(row.code),
      })),
      byField: contracts.byField.map((row) => ({ ...row, name: fields.get(row.code) ?? null })),
    },
  };
}

/** The public figures, at most a minute old. */
export const getStatistics = rememberForAMinute(readStatistics);
