import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { canJudge, isOnASide } from "./judge-rules";
import { type Candidate, mixPairs } from "./judgement-sample-rules";
import type { GivenJudgement, JudgedListing, Level, PairToJudge } from "./judgement-schema";
import { listingHref } from "./match-href";
import { findPairListing, isOpen } from "./pair-listings.server";
import { readShown } from "./shown-opinion-rules";
import { NEWEST_IN_FIELDS } from "./suggestion-rules";

/** Pairs of a day's sample; more than anybody judges in one. */
const SAMPLE = 100;
/** Needs whose stored lists are drawn from, and recent showings that are. */
const NEEDS_DRAWN = 60;
/** Pairs of no list, drawn by lot. */
const LOTS_DRAWN = 40;
const SHOWINGS_DRAWN = 600;
const TEXT_SHOWN = 420;

export type JudgingPage = { pairs: PairToJudge[]; total: number };

/**
 * The pairs that a judge is asked about today and nobody has judged yet, a page of them: from stored
 * lists and from showings, both sides in the market, none of the judge's own organisations.
 * @throws DomainError "forbidden" (403)
 */
export async function listPairsToJudge(
  actor: UserActor,
  paging: { skip: number; size: number },
  db: Db,
): Promise<JudgingPage> {
  if (!canJudge(actor)) throw new DomainError("forbidden", { status: 403 });
  const seed = `${actor.userId}:${calendarDate(clock.now())}`;
  const drawn = mixPairs(await drawCandidates(actor, seed, db), seed, SAMPLE);
  const shown = drawn.slice(paging.skip, paging.skip + paging.size);
  return { pairs: await readPairs(shown, db), total: drawn.length };
}

/** Needs in an order of the seed, so that the whole catalogue is never sorted by its lists. */
function drawCandidates(actor: UserActor, seed: string, db: Db): Promise<Candidate[]> {
  const now = clock.now();
  const own = actor.memberships.map((one) => one.organisationId);
  return db.$queryRaw<Candidate[]>`
    WITH drawn AS (
      SELECT id FROM "Need"
      WHERE state = 'PUBLISHED' AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
        AND "organisationId" <> ALL(${own}::uuid[])
      ORDER BY md5(id::text || ${seed}) LIMIT ${NEEDS_DRAWN}
    ), lots AS (
      SELECT id, row_number() OVER (ORDER BY md5(id::text || ${seed})) AS place
      FROM drawn ORDER BY place LIMIT ${LOTS_DRAWN}
    ), partners AS (
      SELECT id, row_number() OVER () AS place FROM (
        SELECT id FROM "Achievement"
        WHERE state = 'PUBLISHED' AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
        ORDER BY md5(id::text || ${seed}) LIMIT ${LOTS_DRAWN}) chosen
    ), pairs AS (
      SELECT entry."subjectId" AS "needId", entry."otherId" AS "achievementId", entry.related,
        false AS "isShown"
      FROM drawn JOIN "MatchEntry" entry
        ON entry."subjectKind" = 'need' AND entry."subjectId" = drawn.id
      UNION ALL
      SELECT "needId", "achievementId", related, true FROM (
        SELECT "needId", "achievementId", related FROM "MatchShowing"
        WHERE "rankerVersion" <> ${NEWEST_IN_FIELDS}
        ORDER BY "shownAt" DESC LIMIT ${SHOWINGS_DRAWN}) recent
      UNION ALL
      SELECT lots.id, partners.id, NULL, false FROM lots JOIN partners USING (place)
    ), single AS (
      SELECT DISTINCT ON ("needId", "achievementId") * FROM pairs
      ORDER BY "needId", "achievementId", "isShown" DESC, related
    )
    SELECT single."needId"::text, single."achievementId"::text, single.related, single."isShown"
    FROM single
    JOIN "Need" n ON n.id = single."needId"
    JOIN "Achievement" a ON a.id = single."achievementId"
    WHERE n."organisationId" <> a."organisationId"
      AND n.state = 'PUBLISHED' AND (n."expiresAt" IS NULL OR n."expiresAt" > ${now})
      AND a.state = 'PUBLISHED' AND (a."expiresAt" IS NULL OR a."expiresAt" > ${now})
      AND n."organisationId" <> ALL(${own}::uuid[]) AND a."organisationId" <> ALL(${own}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "MatchJudgement" judged
        WHERE judged."needId" = single."needId"
          AND judged."achievementId" = single."achievementId")`;
}

/** One pair that a link names, with the judge's own opinion of it; null when it may not be judged. */
export async function findPairToJudge(
  ids: { needId: string | null; achievementId: string | null },
  actor: UserActor,
  db: Db,
): Promise<PairToJudge | null> {
  const { needId, achievementId } = ids;
  if (!canJudge(actor) || !isId(needId) || !isId(achievementId)) return null;
  const [need, achievement, judgement] = await Promise.all([
    findPairListing(db, "need", needId),
    findPairListing(db, "achievement", achievementId),
    db.matchJudgement.findUnique({
      where: { needId_achievementId_judgeId: { needId, achievementId, judgeId: actor.userId } },
    }),
  ]);
  if (!need || !achievement || isOnASide(actor, { need, achievement })) return null;
  if (!isOpen(need) || !isOpen(achievement)) return null;
  const [pair] = await readPairs([{ needId, achievementId }], db);
  if (!pair || !judgement) return pair ?? null;
  const { level, reason, shown } = judgement;
  return {
    ...pair,
    judgement: { level: level as Level, reason, related: readShown(shown).related },
  };
}

/** Public texts of both sides; a pair of which one has just gone is left out. */
async function readPairs(
  pairs: readonly { needId: string; achievementId: string }[],
  db: Db,
): Promise<PairToJudge[]> {
  const references = await loadReferences(db);
  const read = async (kind: ListingKind, id: string): Promise<JudgedListing | null> => {
    const listing = await loadMatchListing(db, kind, id, references);
    if (!listing) return null;
    const letters = [...listing.text];
    return {
      id,
      title: listing.title,
      text: letters.slice(0, TEXT_SHOWN).join(""),
      isCut: letters.length > TEXT_SHOWN,
      href: listingHref(kind, id),
    };
  };
  const found = await Promise.all(
    pairs.map(async (pair) => {
      const [need, achievement] = await Promise.all([
        read("need", pair.needId),
        read("achievement", pair.achievementId),
      ]);
      return need && achievement ? [{ need, achievement, judgement: null }] : [];
    }),
  );
  return found.flat();
}

/**
 * The reader's own judgements, the newest first, with what the ranker had said.
 * @throws DomainError "forbidden" (403)
 */
export async function listGivenJudgements(
  actor: UserActor,
  paging: { skip: number; size: number },
  db: Db,
): Promise<{ items: GivenJudgement[]; total: number }> {
  if (!canJudge(actor)) throw new DomainError("forbidden", { status: 403 });
  const where = { judgeId: actor.userId };
  const [rows, total] = await Promise.all([
    db.matchJudgement.findMany({
      where,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      skip: paging.skip,
      take: paging.size,
      include: { need: { select: { title: true } }, achievement: { select: { title: true } } },
    }),
    db.matchJudgement.count({ where }),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    needId: row.needId,
    achievementId: row.achievementId,
    needTitle: row.need.title,
    achievementTitle: row.achievement.title,
    level: row.level as Level,
    reason: row.reason,
    ...readShown(row.shown),
    updatedAt: row.updatedAt.toISOString(),
  }));
  return { items, total };
}
