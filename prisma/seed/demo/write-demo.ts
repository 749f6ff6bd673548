import { useTestClock as turnClock } from "~/domain/shared/clock";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { brokerStories } from "./brokers";
import { challengeStories } from "./challenges-story";
import { dealStories } from "./deals";
import { licenceStories } from "./licences-story";
import { storyOf } from "./listing-story";
import { demoAchievements, demoNeeds } from "./listings";
import { writeRegistrationOffices } from "./registration-offices";
import { roadshowStories } from "./roadshows-story";
import { tenderStories } from "./tenders-story";
import { tradingStories } from "./trading-story";
import { writePeople } from "./write-people";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The demonstration market opened before its oldest listing. */
const OPENED_DAYS_AGO = 440;
/** Notices older than this have been read. */
const UNREAD_DAYS = 3;

/**
 * Lets the demonstration happen: every listing is drafted, submitted, checked and reviewed by the
 * accounts that would do it, through the use cases, in the order of time, with the clock set back.
 * Runs once: a listing that exists is not told again.
 */
export async function writeDemo(db: Db): Promise<void> {
  const today = new Date();
  const opened = new Date(today.getTime() - OPENED_DAYS_AGO * DAY_MS);
  let test = turnClock(opened);
  try {
    await writeRegistrationOffices(db);
    const cast = await writePeople(db);
    const steps = (
      await Promise.all([
        ...demoAchievements.map((item) => storyOf(db, cast, { kind: "achievement", item }, today)),
        ...demoNeeds.map((item) => storyOf(db, cast, { kind: "need", item }, today)),
      ])
    )
      .flat()
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const stories = [
      ...(await brokerStories(db, cast)),
      ...(await dealStories(db, cast)),
      ...(await licenceStories(db, cast)),
      ...(await tenderStories(db, cast)),
      ...(await tradingStories(db, cast)),
      ...(await challengeStories(db, cast)),
      ...(await roadshowStories(db, cast)),
    ].sort((a, b) => b.daysAgo - a.daysAgo);
    const told = stories.map(({ daysAgo, run }) => ({ at: morningOf(today, daysAgo), run }));
    for (const step of [...steps, ...told]) {
      test.restore();
      test = turnClock(step.at);
      await step.run();
    }
    await settle(
      db,
      [...cast.organisations.values()].map((one) => one.id),
      today,
    );
  } finally {
    test.restore();
  }
}

/** 10:12 in Asia/Shanghai, so many days ago. */
function morningOf(today: Date, daysAgo: number): Date {
  const midnight = Math.floor((today.getTime() + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS;
  return new Date(midnight - daysAgo * DAY_MS + 10.2 * HOUR_MS);
}

/** The past is over: its notices are read, its mails are not sent, and everything is to be indexed. */
async function settle(db: Db, organisationIds: string[], today: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.notification.updateMany({
      where: { createdAt: { lt: new Date(today.getTime() - UNREAD_DAYS * DAY_MS) }, readAt: null },
      data: { readAt: today, mailedAt: today },
    });
    await tx.$executeRaw`
      SELECT graphile_worker.complete_jobs(array(
        SELECT id FROM graphile_worker.jobs
        WHERE task_identifier LIKE 'notifications.%' OR task_identifier LIKE 'realtime.%'))`;
    await markForIndexing(tx, "organisation", organisationIds);
  });
}
