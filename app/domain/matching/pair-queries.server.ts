import { EngineUnavailable } from "#search/engine";
import type { MatchListing, Span } from "#search/match/types";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { foldSameLength } from "#search/text/normalise";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { LISTING_COLUMNS, ownerView } from "./counterpart-queries.server";
import { fitView, loadRegionNames } from "./fit-view.server";
import { hintViews } from "./hint-view";
import { canJudge, isOnASide } from "./judge-rules";
import { judgeHref } from "./judgement-schema";
import { listingHref, pairFiguresHref, requestHref } from "./match-href";
import type { JudgementView, PairSideView, PairView } from "./match-view-schema";
import { isOpen } from "./pair-listings.server";
import { passages } from "./passage-rules";
import { rankPair } from "./rank-pair.server";
import { rangesOf } from "./ranked-match";
import type { RankedMatch } from "./ranking-memory.server";

const columns = {
  ...LISTING_COLUMNS,
  state: true,
  expiresAt: true,
  organisationId: true,
  versionNumber: true,
} as const;

/** Both listings of a pair, if both are public. @throws DomainError "not_found" */
async function openPair(db: Db, needId: string, achievementId: string) {
  if (!isId(needId) || !isId(achievementId)) throw new DomainError("not_found", { status: 404 });
  const [need, achievement] = await Promise.all([
    db.need.findUnique({ where: { id: needId }, select: { ...columns, trlWanted: true } }),
    db.achievement.findUnique({
      where: { id: achievementId },
      select: { ...columns, trlDeclared: true, trlVerified: true },
    }),
  ]);
  if (!need || !achievement || !isOpen(need) || !isOpen(achievement)) {
    throw new DomainError("not_found", { status: 404 });
  }
  const subject = <T extends { versionNumber: number }>(row: T) => ({
    ...row,
    version: row.versionNumber,
  });
  return {
    need: { ...subject(need), trl: need.trlWanted },
    achievement: {
      ...subject(achievement),
      trl: achievement.trlVerified ?? achievement.trlDeclared,
    },
  };
}

type OpenPair = Awaited<ReturnType<typeof openPair>>;

/** What the ranker says of a public pair now, for machines. @throws DomainError "not_found" */
export async function readPairRanking(
  needId: string,
  achievementId: string,
  db: Db,
): Promise<RankedMatch | null> {
  const pair = await openPair(db, needId, achievementId);
  return rankPair(pair.need, pair.achievement, db);
}

/**
 * The page of a pair: both public texts with the words that met, and why they were put together. Open
 * to everybody while both listings are public, whoever owns them; otherwise there is no such page.
 * @throws DomainError "not_found"
 */
export async function getPair(
  needId: string,
  achievementId: string,
  actor: Actor | null,
  db: Db,
): Promise<PairView> {
  const pair = await openPair(db, needId, achievementId);
  const [references, judgement] = await Promise.all([
    loadReferences(db),
    findJudgement(db, needId, achievementId),
  ]);
  const [need, achievement] = await Promise.all([
    loadMatchListing(db, "need", needId, references),
    loadMatchListing(db, "achievement", achievementId, references),
  ]);
  if (!need || !achievement) throw new DomainError("not_found", { status: 404 });
  let ranked: RankedMatch | null = null;
  let status: PairView["status"] = "ok";
  try {
    ranked = await rankPair(pair.need, pair.achievement, db);
    if (!ranked) status = "unrelated";
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    logger.warn({}, "no explanation of a pair while the search engine is away");
    status = "unavailable";
  }
  return {
    status,
    need: sideView("need", pair.need, need, ranked, actor),
    achievement: sideView("achievement", pair.achievement, achievement, ranked, actor),
    explanation: ranked && {
      phrases: ranked.phrases,
      nearPhrases: ranked.nearPhrases,
      contributions: ranked.contributions,
      score: ranked.score,
      related: ranked.related,
      rankerVersion: ranked.rankerVersion,
      band: ranked.band,
      relevance: ranked.relevance,
      fit: ranked.fit,
      fitParts: fitView(ranked.parts, references, await loadRegionNames(db, [ranked.parts])),
      hints: hintViews(ranked.hints, {
        need: { id: needId, canEdit: mayEdit(actor, pair.need) },
        achievement: { id: achievementId, canEdit: mayEdit(actor, pair.achievement) },
      }),
    },
    judgement,
    judgeHref:
      actor && canJudge(actor) && !isOnASide(actor, pair)
        ? judgeHref({ needId, achievementId })
        : null,
    figuresHref: pairFiguresHref(needId, achievementId),
    requestHref: requestPath(pair, actor),
  };
}

function mayEdit(actor: Actor | null, { organisationId }: { organisationId: string }): boolean {
  return can(actor, "listing.edit", { organisationId });
}

function sideView(
  kind: ListingKind,
  row: OpenPair["need"] | OpenPair["achievement"],
  listing: MatchListing,
  ranked: RankedMatch | null,
  actor: Actor | null,
): PairSideView {
  const words = ranked ? ranked.phrases.map((one) => one.text) : [];
  const near = (ranked?.nearPhrases ?? []).flatMap((one) => [one.own, one.theirs]);
  const isNeed = kind === "need";
  const met = ranked ? (isNeed ? ranked.spans.own : ranked.spans.theirs) : [];
  const nearSpans = ranked ? (isNeed ? ranked.spans.nearOwn : ranked.spans.nearTheirs) : [];
  const marked = (field: Span["field"], size: number) =>
    passages(
      listing[field],
      rangesOf(stillThere(listing, met, words), field),
      rangesOf(stillThere(listing, nearSpans, near), field),
      size,
    );
  return {
    kind,
    id: row.id,
    href: listingHref(kind, row.id),
    title: marked("title", Number.POSITIVE_INFINITY),
    text: marked("text", PASSAGES_SIZE),
    owner: ownerView(row),
    trl: row.trl,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    isOwn: membershipOf(actor, row.organisationId) !== null,
  };
}

const PASSAGES_SIZE = 1_200;

/** The index may lag behind a change for a moment: a mark that has lost its word is dropped. */
function stillThere(
  listing: MatchListing,
  spans: readonly Span[],
  words: readonly string[],
): Span[] {
  const known = new Set(words.map(foldSameLength));
  return spans.filter(({ field, start, end }) =>
    known.has(foldSameLength(listing[field].slice(start, end))),
  );
}

/** A member of one side asks the other; anybody else who is signed in asks from the listing's page. */
function requestPath({ need, achievement }: OpenPair, actor: Actor | null): string | null {
  const isNeeds = can(actor, "introduction.request", need);
  const isAchievements = can(actor, "introduction.request", achievement);
  if (isNeeds === isAchievements) return null;
  return isNeeds
    ? requestHref("achievement", achievement.id, need.id)
    : requestHref("need", need.id, achievement.id);
}

/** The middle of what persons have said; the lower one of two. */
async function findJudgement(
  db: Db,
  needId: string,
  achievementId: string,
): Promise<JudgementView | null> {
  const rows = await db.matchJudgement.findMany({
    where: { needId, achievementId },
    orderBy: { level: "asc" },
    select: { level: true },
  });
  const middle = rows[Math.floor((rows.length - 1) / 2)];
  return middle ? { level: middle.level, count: rows.length } : null;
}
