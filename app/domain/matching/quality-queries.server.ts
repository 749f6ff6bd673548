import { calendarDate, clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Db } from "~/platform/db.server";
import { readCalibration } from "./calibration-queries.server";
import { addCounts, figuresOf, NO_COUNTS, QUALITY_WEEKS, type WeekCounts } from "./quality-rules";
import type { MatchingQuality } from "./quality-view";
import { currentRankerVersion, rankerFigures } from "./ranker-registry";
import { lastWeeks, startOfDate } from "./week-rules";
import {
  countAnswers,
  countEstimates,
  countJudgedPlaces,
  countReplies,
  countVersions,
} from "./weekly-counts.server";

/**
 * Everything on the public page of matching: counts from events of the last weeks, by the ISO week of
 * the market's time zone and over all of them. Nothing names a person, an organisation or a listing.
 */
export async function readMatchingQuality(db: Db): Promise<MatchingQuality> {
  const now = clock.now();
  const weeks = lastWeeks(calendarDate(now), QUALITY_WEEKS);
  const since = startOfDate(weeks[0]?.monday ?? "1970-01-01");
  const minimum = await getPolicyNumber(db, "market.matching.judgement_minimum");
  const [answers, places, replies, estimates, versions, calibration] = await Promise.all([
    countAnswers(db, since),
    countJudgedPlaces(db, since),
    countReplies(db, since, now),
    countEstimates(db, since),
    countVersions(db, since),
    readCalibration(db, since, minimum),
  ]);
  const counts = new Map<string, WeekCounts>(weeks.map((one) => [one.monday, { ...NO_COUNTS }]));
  for (const { monday, ...part } of [...answers, ...places, ...replies, ...estimates]) {
    const week = counts.get(monday);
    if (week) Object.assign(week, part);
  }
  const countsOf = (monday: string) => counts.get(monday) ?? NO_COUNTS;
  return {
    asOf: now.toISOString(),
    minimum,
    currentVersion: currentRankerVersion(),
    overall: figuresOf(addCounts([...counts.values()]), minimum),
    weeks: weeks.map((week) => ({
      ...week,
      figures: figuresOf(countsOf(week.monday), minimum),
      versions: versions
        .filter((row) => row.monday === week.monday)
        .map(({ version, shown }) => ({ version, shown })),
    })),
    calibration,
    rankers: rankerFigures(),
  };
}
