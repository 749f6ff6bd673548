import { bandOf } from "#search/match/rankers";
import type { UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readAnswerLink } from "./answer-link.server";
import { isAnswer, isDeclineCode } from "./answer-schema";
import { findPairListing, isOpen } from "./pair-listings.server";
import type { AnswerPageView } from "./suggestion-schema";
import { viewSuggestions } from "./suggestion-view-queries.server";

export type LinkedAnswer = {
  actor: UserActor;
  showing: {
    id: string;
    needId: string;
    achievementId: string;
    organisationId: string;
    side: string;
  };
};

/**
 * The person of a link, as they are now, and the pair that it is about. `reader` is who is signed in
 * in this browser: a forwarded link does not let one person answer as another.
 * @throws DomainError "answer_link_invalid" (404), "answer_link_expired" (410),
 * "answer_link_other_person" (403), "answer_link_not_member" (403)
 */
export async function openAnswerLink(
  token: string,
  reader: UserActor | null,
  db: Db,
): Promise<LinkedAnswer> {
  const { showingId, userId } = readAnswerLink(token);
  const showing = await db.matchShowing.findFirst({
    where: { id: showingId, userId },
    select: { id: true, needId: true, achievementId: true, organisationId: true, side: true },
  });
  const organisationId = showing?.organisationId;
  if (!showing || !organisationId) throw new DomainError("answer_link_invalid", { status: 404 });
  if (reader && reader.userId !== userId) {
    throw new DomainError("answer_link_other_person", { status: 403 });
  }
  const session = { userId, sessionId: "", actingOrganisationId: organisationId };
  const actor = await findActorById(db, session);
  if (!actor || !can(actor, "match.answer", { organisationId })) {
    throw new DomainError("answer_link_not_member", { status: 403 });
  }
  return { actor, showing: { ...showing, organisationId } };
}

/**
 * What the page behind a link shows: the pair with its reasons and what the side has answered.
 * @throws DomainError as openAnswerLink; "listing_gone" (410) when one of the two has left the market
 */
export async function getAnswerPage(
  token: string,
  reader: UserActor | null,
  db: Db,
): Promise<AnswerPageView> {
  const { actor, showing } = await openAnswerLink(token, reader, db);
  const { needId, achievementId, organisationId } = showing;
  const [need, achievement, row, stored] = await Promise.all([
    findPairListing(db, "need", needId),
    findPairListing(db, "achievement", achievementId),
    db.matchShowing.findUniqueOrThrow({
      where: { id: showing.id },
      select: { rankerVersion: true, related: true, digest: { select: { isPersonal: true } } },
    }),
    db.matchAnswer.findUnique({
      where: { needId_achievementId_organisationId: { needId, achievementId, organisationId } },
      select: { answer: true, declineCode: true },
    }),
  ]);
  const isDemand = showing.side === "DEMAND";
  const own = isDemand ? need : achievement;
  if (!need || !achievement || !isOpen(need) || !isOpen(achievement)) {
    throw new DomainError("listing_gone", { status: 410 });
  }
  if (own?.organisationId !== organisationId)
    throw new DomainError("listing_gone", { status: 410 });
  const isPersonal = row.digest?.isPersonal ?? true;
  const [pair] = await viewSuggestions(db, [
    {
      ownKind: isDemand ? "need" : "achievement",
      ownId: isDemand ? needId : achievementId,
      otherId: isDemand ? achievementId : needId,
      band: isPersonal ? bandOf(row.related) : null,
      rankerVersion: row.rankerVersion,
    },
  ]);
  if (!pair) throw new DomainError("listing_gone", { status: 410 });
  return {
    pair,
    organisationName: membershipOf(actor, organisationId)?.organisationName ?? "",
    current:
      stored && isAnswer(stored.answer)
        ? {
            answer: stored.answer,
            declineCode: isDeclineCode(stored.declineCode) ? stored.declineCode : null,
          }
        : null,
    isPersonal,
  };
}
