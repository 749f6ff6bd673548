import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import type { AnswerInput } from "./answer-schema";
import { matchesHref } from "./match-href";
import { findPairListing, isOpen, type PairListing } from "./pair-listings.server";
import { recallRanking } from "./ranking-memory.server";
import { recountInterest } from "./recount-interest.server";
import { findShown } from "./showing-queries.server";

export type AnswerOutcome = {
  /** Whether anything changed: the same answer again changes nothing. */
  isChanged: boolean;
  /** Both sides are interested. */
  isMutual: boolean;
};

export type AnswerOrigin = {
  /** The showing that is answered; the latest of the pair and side when left out. */
  showingId?: string;
  /** How the answer came when not from a page of the desk. */
  via?: "LINK";
};

/**
 * One side says what it thinks of a pair that the market showed, kept with what it was shown. Both
 * interested: both are told, once. Reasons of a refusal reach the other side as statistics only.
 * @throws DomainError "not_found", "listing_not_open" (409), "match_own_listing", "forbidden" (403)
 */
export async function answerMatch(
  input: AnswerInput,
  actor: UserActor,
  db: Db,
  origin: AnswerOrigin = {},
): Promise<AnswerOutcome> {
  return inTransaction(db, async (tx) => {
    const pair = await lockPair(tx, input);
    const own = ownSide(pair, actor);
    const key = {
      needId: input.needId,
      achievementId: input.achievementId,
      organisationId: own.organisationId,
    };
    const before = await tx.matchAnswer.findUnique({
      where: { needId_achievementId_organisationId: key },
    });
    const other = own.side === "DEMAND" ? pair.achievement : pair.need;
    const isMutual =
      input.answer === "INTERESTED" &&
      (await tx.matchAnswer.count({
        where: { ...key, organisationId: other.organisationId, answer: "INTERESTED" },
      })) > 0;
    const answer = { answer: input.answer, declineCode: input.declineCode, note: input.note };
    if (
      before?.answer === answer.answer &&
      before.declineCode === answer.declineCode &&
      before.note === answer.note
    ) {
      return { isChanged: false, isMutual };
    }
    const now = clock.now();
    // Without a showing (a member's page that was never recorded), what this process remembers.
    const shown =
      (await findShown(tx, key, origin.showingId)) ??
      recallRanking(own.side === "DEMAND" ? "need" : "achievement", input);
    await tx.matchAnswer.upsert({
      where: { needId_achievementId_organisationId: key },
      create: {
        id: newId(),
        ...key,
        ...answer,
        userId: actor.userId,
        side: own.side,
        shown: shown ?? {},
        createdAt: now,
        updatedAt: now,
      },
      update: { ...answer, userId: actor.userId, updatedAt: now, ...(shown ? { shown } : {}) },
    });
    if (own.side === "DEMAND") await recountInterest(tx, "achievement", other.id);
    else await recountInterest(tx, "need", other.id);
    if (isMutual) await tellBoth(tx, pair);
    await appendAudit(tx, actor, {
      action: "match.answer",
      subjectType: "MatchAnswer",
      subjectId: `${input.needId}:${input.achievementId}`,
      detail: {
        side: own.side,
        answer: input.answer,
        declineCode: input.declineCode,
        ...(origin.via ? { via: origin.via } : {}),
      },
    });
    return { isChanged: true, isMutual };
  });
}

type Pair = { need: PairListing; achievement: PairListing };

/** Locks both listings: of two sides answering at once, the second must see the first's answer. */
async function lockPair(tx: Tx, input: AnswerInput): Promise<Pair> {
  await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${input.needId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM "Achievement" WHERE id = ${input.achievementId}::uuid FOR NO KEY UPDATE`;
  const need = assertFound(await findPairListing(tx, "need", input.needId));
  const achievement = assertFound(await findPairListing(tx, "achievement", input.achievementId));
  return { need, achievement };
}

/** The side for which the actor may answer, the organisation acted for first. */
function ownSide({ need, achievement }: Pair, actor: UserActor) {
  const sides = [
    { side: "DEMAND" as const, organisationId: need.organisationId },
    { side: "SUPPLY" as const, organisationId: achievement.organisationId },
  ];
  const mine = sides.filter((one) => can(actor, "match.answer", one));
  const chosen = mine.find((one) => one.organisationId === actor.organisationId) ?? mine[0];
  if (!chosen) throw new DomainError("forbidden", { status: 403 });
  if (need.organisationId === achievement.organisationId) {
    throw new DomainError("match_own_listing");
  }
  if (!isOpen(need) || !isOpen(achievement)) {
    throw new DomainError("listing_not_open", { status: 409 });
  }
  return chosen;
}

/** Titles only: a blinded side stays unnamed until an introduction is accepted. */
async function tellBoth(tx: Tx, { need, achievement }: Pair): Promise<void> {
  const dedupeKey = `mutual:${need.id}:${achievement.id}`;
  await notify(tx, {
    userIds: await listPublisherIds(tx, need.organisationId),
    kind: "matchMutual",
    params: { title: need.title, counterpart: achievement.title },
    href: matchesHref("need", need.id),
    dedupeKey,
  });
  await notify(tx, {
    userIds: await listPublisherIds(tx, achievement.organisationId),
    kind: "matchMutual",
    params: { title: achievement.title, counterpart: need.title },
    href: matchesHref("achievement", achievement.id),
    dedupeKey,
  });
}
