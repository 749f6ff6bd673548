import { chooseDigest } from "~/domain/matching/choose-digest.server";
import {
  getDigestReader,
  hasDigestSince,
  listDigestPeople,
  lockDigestReader,
} from "~/domain/matching/digest-queries.server";
import { digestDueSince } from "~/domain/matching/digest-rules";
import { recordShowings } from "~/domain/matching/record-showings.server";
import { keepSuggestible } from "~/domain/matching/suggestion-queries.server";
import { pairOf } from "~/domain/matching/suggestion-rules";
import { viewSuggestions } from "~/domain/matching/suggestion-view-queries.server";
import { quietUntil } from "~/domain/notifications/quiet-hours-rules";
import { queueMessage } from "~/domain/notifications/send-message.server";
import { getUnsubscribeToken } from "~/domain/notifications/unsubscribe-token.server";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { inTransaction } from "~/domain/shared/transaction.server";
import { matchDigestMail } from "~/emails/match-digest-mail";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { JobContext } from "../job-handler";

/** Persons looked at in one query. */
const BATCH = 200;

type Frequency = JobPayloads["matching.digest"]["frequency"];
type Outcome = "sent" | "nothing" | "incomplete" | "quiet";

/**
 * Sends each person who wants it one mail with new unanswered pairs of their side. Nobody gets a second
 * one in the same period, however often this runs; with nothing new there is no mail. In a person's
 * quiet hours the job comes back for that person when they end.
 * @throws Error when somebody went without because the search engine was away or something failed; the
 * queue tries again, and nobody is written to twice
 */
export async function sendMatchDigests(
  { frequency, userId }: JobPayloads["matching.digest"],
  { db, logger }: JobContext,
): Promise<void> {
  const counts = { sent: 0, nothing: 0, incomplete: 0, quiet: 0, failed: 0 };
  for (let after = ""; ; ) {
    const people = await listDigestPeople(db, frequency, { after, size: BATCH, only: userId });
    for (const id of people) {
      try {
        counts[await sendMatchDigest(id, frequency, db)] += 1;
      } catch (error) {
        // One person's trouble must not keep the mail from those who follow.
        counts.failed += 1;
        logger.error({ err: error, userId: id }, "a match digest failed");
      }
    }
    const last = people.at(-1);
    if (!last || people.length < BATCH) break;
    after = last;
  }
  if (counts.sent + counts.quiet > 0) logger.info({ frequency, ...counts }, "match digests queued");
  if (counts.incomplete > 0) throw new Error("lists of matches are missing: the engine is away");
  if (counts.failed > 0) throw new Error(`${counts.failed} match digests failed`);
}

async function sendMatchDigest(userId: string, frequency: Frequency, db: Db): Promise<Outcome> {
  const now = clock.now();
  const since = digestDueSince(frequency, now);
  if (await hasDigestSince(db, userId, since)) return "nothing";
  const reader = await getDigestReader(db, userId);
  const until = quietUntil(now, reader);
  if (until) {
    const key = `matching.digest:${userId}`;
    await inTransaction(db, (tx) =>
      enqueueJob(tx, "matching.digest", { frequency, userId }, { runAt: until, key }),
    );
    return "quiet";
  }

  // Ranking may ask the search engine: not inside a transaction.
  const choice = await chooseDigest(userId, reader.isPersonal, db);
  if (choice.pairs.length === 0) return choice.isComplete ? "nothing" : "incomplete";
  const views = new Map(
    (await viewSuggestions(db, choice.pairs)).map((view) => [keyOf(view), view]),
  );
  return inTransaction(db, async (tx) => {
    await lockDigestReader(tx, userId);
    if (await hasDigestSince(tx, userId, since)) return "nothing";
    const open = new Set<unknown>();
    for (const organisationId of new Set(choice.pairs.map((pair) => pair.organisationId))) {
      const side = { organisationId, unsentTo: userId };
      const own = choice.pairs.filter((pair) => pair.organisationId === organisationId);
      for (const pair of await keepSuggestible(tx, side, own)) open.add(pair);
    }
    const items = choice.pairs.flatMap((pair) => {
      const view = views.get(keyOf(pairOf(pair)));
      return open.has(pair) && view ? [{ showingId: newId(), pair, view }] : [];
    });
    if (items.length === 0) return "nothing";

    const digestId = newId();
    const { isPersonal } = reader;
    await tx.matchDigest.create({
      data: { id: digestId, userId, frequency, isPersonal, sentAt: now },
    });
    for (const [index, { showingId, pair }] of items.entries()) {
      const { organisationId, rankerVersion, score, relevance, fit, related, inputs } = pair;
      const side = pair.ownKind === "need" ? ("DEMAND" as const) : ("SUPPLY" as const);
      const figures = { rankerVersion, score, relevance, fit, related, inputs };
      const shown = { ...pairOf(pair), ...figures, id: showingId, position: index + 1 };
      await recordShowings(tx, { userId, side, organisationId }, "DIGEST", [shown], digestId);
    }
    const mail = matchDigestMail(
      { frequency, isPersonal, organisations: choice.organisations, pairs: items },
      {
        userId,
        name: reader.name,
        locale: reader.locale,
        origin: appUrl(),
        unsubscribeToken: await getUnsubscribeToken(tx, userId),
      },
    );
    await queueMessage(tx, { channel: "MAIL", recipient: reader.email, ...mail });
    return "sent";
  });
}

function keyOf(pair: { needId: string; achievementId: string }): string {
  return `${pair.needId}:${pair.achievementId}`;
}
