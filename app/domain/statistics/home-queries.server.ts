import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { countByCity, countByField } from "./breakdown-queries.server";
import { readFigures } from "./figures-queries.server";
import {
  achievementCard,
  achievementCardSelect,
  loadCardNames,
  needCard,
  needCardSelect,
} from "./listing-cards.server";
import { nameCodes, nameRegions } from "./names-queries.server";
import { rememberForAMinute } from "./remember.server";
import { spreadBySource } from "./spread-rules";

/** Division whose cities the home page shows one by one. */
export const HOME_PROVINCE = "370000";
const NEWEST = 8;
const CLOSING = 6;

/** Everything on the home page, the same for every visitor. */
export async function readHome(db: Db) {
  const today = dateColumn(calendarDate(clock.now()));
  const published = { state: "PUBLISHED" };
  const [figures, byCity, byField, fields, cities, newestRows, closingRows, newNeedRows] =
    await Promise.all([
      readFigures(db),
      countByCity(db),
      countByField(db),
      nameCodes(db, "fields"),
      db.region.findMany({
        where: { parentCode: HOME_PROVINCE },
        orderBy: { code: "asc" },
        select: { code: true },
      }),
      db.achievement.findMany({
        where: published,
        orderBy: { publishedAt: "desc" },
        take: NEWEST * 6,
        select: achievementCardSelect,
      }),
      db.need.findMany({
        where: { ...published, deadlineOn: { gte: today } },
        orderBy: [{ deadlineOn: "asc" }, { id: "asc" }],
        take: CLOSING,
        select: needCardSelect,
      }),
      db.need.findMany({
        where: published,
        orderBy: { publishedAt: "desc" },
        take: CLOSING * 6,
        select: needCardSelect,
      }),
    ]);
  const sourceOf = (row: { organisation: { id: string } }) => row.organisation.id;
  const newest = spreadBySource(newestRows, sourceOf, NEWEST, 2);
  const closingIds = new Set(closingRows.map((row) => row.id));
  const newNeeds = spreadBySource(
    newNeedRows.filter((row) => !closingIds.has(row.id)),
    sourceOf,
    CLOSING,
    2,
  );
  const [names, cityNames] = await Promise.all([
    loadCardNames(db, [...newest, ...closingRows, ...newNeeds]),
    nameRegions(
      db,
      cities.map((city) => city.code),
    ),
  ]);
  const cityCounts = new Map(byCity.map((row) => [row.code, row]));
  const fieldCounts = new Map(byField.map((row) => [row.code, row]));
  const none = { achievements: 0, needs: 0 };
  const sum = (rows: { achievements: number; needs: number }[]) =>
    rows.reduce((total, row) => total + row.achievements + row.needs, 0);
  const homeCities = cities.map(({ code }) => ({
    code,
    name: cityNames.get(code) ?? { zh: code, en: code },
    achievements: (cityCounts.get(code) ?? none).achievements,
    needs: (cityCounts.get(code) ?? none).needs,
  }));
  return {
    figures,
    newest: newest.map((row) => achievementCard(row, names)),
    closing: closingRows.map((row) => needCard(row, names)),
    newNeeds: newNeeds.map((row) => needCard(row, names)),
    cities: homeCities,
    elsewhere: sum(byCity) - sum(homeCities),
    fields: [...fields]
      .filter(([code]) => !code.includes("."))
      .map(([code, name]) => {
        const { achievements, needs } = fieldCounts.get(code) ?? none;
        return { code, name, achievements, needs };
      }),
  };
}

/** The home page's content, at most a minute old. */
export const getHome = rememberForAMinute(readHome);
