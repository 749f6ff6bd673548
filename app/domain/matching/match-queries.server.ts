import { EngineUnavailable } from "#search/engine";
import { loadReferences } from "#search/sync/references";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { isAnswer, isDeclineCode } from "./answer-schema";
import { findCounterparts, findSubject } from "./counterpart-queries.server";
import { fitView, loadRegionNames } from "./fit-view.server";
import { hintViews } from "./hint-view";
import { listingHref, pairHref, requestHref } from "./match-href";
import type { MatchList, MatchView } from "./match-view-schema";
import { rankListing } from "./rank-listing.server";
import type { RankedMatch } from "./ranking-memory.server";
import { recordListShowings } from "./record-list-showings.server";

type ListOptions = {
  take?: number;
  /** Without pairs whose texts have little in common. */
  isLowLeftOut?: boolean;
  /** Where the list is shown; with it, what a member of the owner's side sees is recorded. */
  surface?: "DESK" | "PANEL" | undefined;
};

/** Ranked achievements for a need. See listMatches. */
export function listMatchesForNeed(
  needId: string,
  actor: Actor | null,
  db: Db,
  options?: ListOptions,
) {
  return listMatches("need", needId, actor, db, options);
}

/** Ranked needs for an achievement. See listMatches. */
export function listMatchesForAchievement(
  id: string,
  actor: Actor | null,
  db: Db,
  options?: ListOptions,
) {
  return listMatches("achievement", id, actor, db, options);
}

/**
 * Published counterparts of a listing, best first, with the reasons; never those of the listing's own
 * organisation, and without the names of blinded owners. While the search engine is away the list is
 * empty and says so. The owner's side also sees what it has answered; pairs that it refused come last.
 * @throws DomainError "not_found" for a listing that the reader may not see
 */
export async function listMatches(
  kind: ListingKind,
  id: string,
  actor: Actor | null,
  db: Db,
  { take = 20, isLowLeftOut = false, surface }: ListOptions = {},
): Promise<MatchList> {
  const subject = assertFound(isId(id) ? await findSubject(db, kind, id) : null);
  const { organisationId } = subject;
  const isOwner = can(actor, "introduction.view", { organisationId });
  if (subject.state !== "PUBLISHED" && !isOwner) assertFound(null);
  const canEdit = can(actor, "listing.edit", { organisationId });
  const head = {
    subject: { id: subject.id, kind, title: subject.title },
    isOwner,
    canAnswer: subject.state === "PUBLISHED" && can(actor, "match.answer", { organisationId }),
  };
  try {
    const all = await rankListing(kind, subject, db);
    const ranked = isLowLeftOut ? all.filter((match) => match.band !== "low") : all;
    const items = await toViews(kind, subject, ranked, { isOwner, canEdit }, db, take);
    if (surface) {
      const shownIds = items.map((item) => item.id);
      await recordListShowings(db, actor, surface, { ...subject, kind }, ranked, shownIds);
    }
    return { ...head, status: "ok", items };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    logger.warn({ kind }, "no matches while the search engine is away");
    return { ...head, status: "unavailable", items: [] };
  }
}

async function toViews(
  kind: ListingKind,
  subject: { id: string; organisationId: string; state: string },
  ranked: readonly RankedMatch[],
  { isOwner, canEdit }: { isOwner: boolean; canEdit: boolean },
  db: Db,
  take: number,
): Promise<MatchView[]> {
  const otherKind: ListingKind = kind === "need" ? "achievement" : "need";
  const found = await findCounterparts(db, otherKind, ranked, kind, subject, isOwner);
  const open = ranked.flatMap((match) => {
    const counterpart = found.get(match.id);
    return counterpart ? [{ match, counterpart }] : [];
  });
  const refused = (one: (typeof open)[number]) => one.counterpart.answer?.answer === "NOT_FOR_US";
  const shown = [...open.filter((one) => !refused(one)), ...open.filter(refused)].slice(0, take);
  const [references, regions] = await Promise.all([
    loadReferences(db),
    loadRegionNames(
      db,
      shown.map((one) => one.match.parts),
    ),
  ]);
  const pathOf = (other: string) =>
    kind === "need" ? pairHref(subject.id, other) : pairHref(other, subject.id);
  return shown.map(({ match, counterpart }) => ({
    id: match.id,
    kind: otherKind,
    href: listingHref(otherKind, match.id),
    title: counterpart.title,
    // The index may lag behind a changed title for a moment.
    titleSegments:
      counterpart.title === match.title
        ? match.titleSegments
        : [{ text: counterpart.title, match: false }],
    excerpt: match.excerpt,
    ownTitleSegments: match.ownTitleSegments,
    ownExcerpt: match.ownExcerpt,
    phrases: match.phrases,
    nearPhrases: match.nearPhrases,
    contributions: match.contributions,
    related: match.related,
    rankerVersion: match.rankerVersion,
    band: match.band,
    relevance: match.relevance,
    fit: match.fit,
    fitParts: fitView(match.parts, references, regions),
    hints: hintViews(match.hints, { [kind]: { id: subject.id, canEdit } }),
    pairHref: subject.state === "PUBLISHED" ? pathOf(match.id) : null,
    owner: counterpart.owner,
    trl: counterpart.trl,
    publishedAt: counterpart.publishedAt?.toISOString() ?? null,
    answer:
      counterpart.answer && isAnswer(counterpart.answer.answer)
        ? {
            answer: counterpart.answer.answer,
            declineCode: isDeclineCode(counterpart.answer.declineCode)
              ? counterpart.answer.declineCode
              : null,
          }
        : null,
    introduction: counterpart.introduction,
    requestHref: requestHref(otherKind, match.id, isOwner ? subject.id : undefined),
  }));
}
