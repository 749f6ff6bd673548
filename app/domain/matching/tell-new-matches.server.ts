import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findSubject } from "./counterpart-queries.server";
import { matchesHref } from "./match-href";
import { isOpen, type PairListing } from "./pair-listings.server";
import { rankListing } from "./rank-listing.server";
import { recordShowings, type ShownPair } from "./record-showings.server";

/** Counterparts whose owners are told of one new listing. */
const MAX_TOLD = 5;

/**
 * Tells the owner of a published listing about its best match, and the owners of its best
 * counterparts about the listing. Only texts with much in common count, each pair is told once, and
 * what a side has answered already is not told to it again.
 * @throws EngineUnavailable
 * @returns number of counterparts whose owners were told
 */
export async function tellNewMatches(kind: ListingKind, id: string, db: Db): Promise<number> {
  const subject = await findSubject(db, kind, id);
  if (subject?.state !== "PUBLISHED") return 0;
  const otherKind: ListingKind = kind === "need" ? "achievement" : "need";
  const ranked = await rankListing(kind, subject, db);
  const ids = ranked
    .filter((match) => match.band === "high")
    .slice(0, MAX_TOLD)
    .map((match) => match.id);
  if (ids.length === 0) return 0;

  const columns = {
    id: true,
    title: true,
    state: true,
    organisationId: true,
    isBlinded: true,
    expiresAt: true,
  } as const;
  const query = { where: { id: { in: ids } }, select: columns };
  const found: PairListing[] = await (kind === "need"
    ? db.achievement.findMany(query)
    : db.need.findMany(query));
  const byId = new Map(found.map((row) => [row.id, row]));
  const pairOf = (otherId: string) =>
    kind === "need"
      ? { needId: id, achievementId: otherId }
      : { needId: otherId, achievementId: id };
  const answers = await db.matchAnswer.findMany({
    where: { OR: ids.map(pairOf) },
    select: { needId: true, achievementId: true, organisationId: true },
  });
  const hasAnswered = (otherId: string, organisationId: string) =>
    answers.some(
      (answer) =>
        answer.needId === pairOf(otherId).needId &&
        answer.achievementId === pairOf(otherId).achievementId &&
        answer.organisationId === organisationId,
    );
  const counterparts = ids.flatMap((otherId) => {
    const row = byId.get(otherId);
    return row && isOpen(row) && row.organisationId !== subject.organisationId ? [row] : [];
  });

  const shownOf = (otherId: string): ShownPair[] => {
    const index = ranked.findIndex((match) => match.id === otherId);
    const match = ranked[index];
    if (!match) return [];
    const { rankerVersion, score, relevance, fit, related, inputs, trial = null } = match;
    const figures = { rankerVersion, score, relevance, fit, related, inputs, trial };
    return [{ ...pairOf(otherId), ...figures, position: index + 1 }];
  };
  const best = counterparts.find((row) => !hasAnswered(row.id, subject.organisationId));
  if (best) {
    await tell(db, { ...subject, kind }, { ...best, kind: otherKind }, shownOf(best.id));
  }
  let told = 0;
  for (const row of counterparts) {
    if (hasAnswered(row.id, row.organisationId)) continue;
    await tell(db, { ...row, kind: otherKind }, { ...subject, kind }, shownOf(row.id));
    told += 1;
  }
  return told;
}

type Told = { kind: ListingKind; id: string; title: string; organisationId: string };

/**
 * A transaction for each notice: jobs of both sides of a pair run at once and write the same notices
 * in different orders, so that one of two long transactions would have to give way.
 */
async function tell(
  db: Db,
  own: Told,
  counterpart: Told,
  shown: readonly ShownPair[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const startedAt = clock.now();
    const userIds = await listPublisherIds(tx, own.organisationId);
    const dedupeKey = `match:${own.kind}:${own.id}:${counterpart.id}`;
    await notify(tx, {
      userIds,
      kind: "matchFound",
      params: { title: own.title, counterpart: counterpart.title },
      href: matchesHref(own.kind, own.id),
      dedupeKey,
    });
    // Not everybody was told: some want no suggestions, some knew of it.
    const told = await tx.notification.findMany({
      where: { userId: { in: userIds }, dedupeKey, createdAt: { gte: startedAt } },
      orderBy: { userId: "asc" },
      select: { userId: true },
    });
    const side = own.kind === "need" ? ("DEMAND" as const) : ("SUPPLY" as const);
    const { organisationId } = own;
    for (const { userId } of told) {
      await recordShowings(tx, { userId, side, organisationId }, "NOTICE", shown);
    }
  });
}
