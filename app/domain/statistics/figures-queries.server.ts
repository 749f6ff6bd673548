import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

const MONTH_MS = 30 * 86_400_000;

/** The market in a few numbers, as of `asOf`. Definitions stand on the statistics page. */
export type MarketFigures = {
  asOf: Date;
  /** Listings that are public now: reviewed, not expired, withdrawn or closed. */
  achievements: number;
  needs: number;
  /** The same, made public within the last 30 days. */
  newAchievements: number;
  newNeeds: number;
  /** Organisations whose documents a reviewer has accepted and that are not suspended. */
  organisations: number;
  /** Introductions asked for since the market opened, and those that the other side accepted. */
  introductions: number;
  introductionsAccepted: number;
};

/** Counts over the indexes on state; one read per figure, all at once. */
export async function readFigures(db: DbOrTx): Promise<MarketFigures> {
  const asOf = clock.now();
  const isPublic = { state: "PUBLISHED" };
  const isNew = { ...isPublic, publishedAt: { gte: new Date(asOf.getTime() - MONTH_MS) } };
  const [
    achievements,
    needs,
    newAchievements,
    newNeeds,
    organisations,
    introductions,
    introductionsAccepted,
  ] = await Promise.all([
    db.achievement.count({ where: isPublic }),
    db.need.count({ where: isPublic }),
    db.achievement.count({ where: isNew }),
    db.need.count({ where: isNew }),
    db.organisation.count({ where: { state: { in: ["VERIFIED", "RECHECK"] } } }),
    db.introduction.count(),
    db.introduction.count({ where: { state: "ACCEPTED" } }),
  ]);
  return {
    asOf,
    achievements,
    needs,
    newAchievements,
    newNeeds,
    organisations,
    introductions,
    introductionsAccepted,
  };
}
