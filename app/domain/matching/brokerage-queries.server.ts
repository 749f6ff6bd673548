import { bandOf } from "#search/match/rankers";
import { loadReferences } from "#search/sync/references";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Db } from "~/platform/db.server";
import { type Answer, isAnswer, isDeclineCode } from "./answer-schema";
import { brokerageCandidates, type Candidate } from "./brokerage-candidates.server";
import { passesTried, sortByWorth } from "./brokerage-rules";
import type { BrokerageFilters, BrokeragePage, BrokeragePair } from "./brokerage-view";
import { LISTING_COLUMNS, ownerView } from "./counterpart-queries.server";
import { introductionProcedure } from "./introduction-procedure";
import { canJudge } from "./judge-rules";
import { listingHref, pairHref } from "./match-href";
import { recordShowings } from "./record-showings.server";

/**
 * Pairs worth a broker's time, a page of them, with what has been tried; see brokerage-rules for the
 * order. Answers are shown without notes, blinded owners without a name. What is shown is recorded as a
 * showing, unless the page is only fetched ahead.
 * @throws DomainError "forbidden" (403) to whoever is no broker
 */
export async function listBrokerage(
  actor: UserActor,
  asked: BrokerageFilters,
  paging: { skip: number; size: number },
  db: Db,
  isSeen = true,
): Promise<BrokeragePage> {
  assertCan(actor, "match.broker");
  const references = await loadReferences(db);
  const fields = references.childCodes("fields", null);
  const regions = references.provinces();
  const filters: BrokerageFilters = {
    field: fields.find((code) => code === asked.field) ?? null,
    region: regions.find((code) => code === asked.region) ?? null,
    tried: asked.tried,
  };
  const [{ candidates, isCapped }, first] = await Promise.all([
    brokerageCandidates(actor, filters, references, db),
    db.matchEntry.findFirst({ where: { subjectKind: "need" }, select: { subjectId: true } }),
  ]);
  const passing = sortByWorth(candidates.filter((one) => passesTried(one.group, filters.tried)));
  const shown = passing.slice(paging.skip, paging.skip + paging.size);
  if (isSeen) await recordShown(actor, shown, db);
  const named = (code: string, name: { zh: string; en: string } | undefined) =>
    name ? [{ code, zh: name.zh, en: name.en }] : [];
  return {
    pairs: await toPairs(shown, db),
    total: passing.length,
    isCapped,
    isUnranked: first === null,
    canJudge: canJudge(actor),
    filters,
    fields: fields.flatMap((code) => named(code, references.codeName("fields", code))),
    regions: regions.flatMap((code) => named(code, references.regionName(code))),
  };
}

/** A pair's place is that in the need's list: the broker's page has an order of its own. */
async function recordShown(actor: UserActor, shown: readonly Candidate[], db: Db): Promise<void> {
  const viewer = { userId: actor.userId, side: "BROKER", organisationId: null } as const;
  const pairs = shown.map(
    ({ needId, achievementId, rank, rankerVersion, score, relevance, fit, related, inputs }) => ({
      ...{ needId, achievementId, rankerVersion, score, relevance, fit, related, inputs },
      position: rank,
    }),
  );
  await recordShowings(db, viewer, "BROKER", pairs);
}

/** Titles, owners and showings of the pairs of one page. */
async function toPairs(shown: readonly Candidate[], db: Db): Promise<BrokeragePair[]> {
  if (shown.length === 0) return [];
  const needIds = shown.map((one) => one.needId);
  const achievementIds = shown.map((one) => one.achievementId);
  const [needs, achievements, showings, reasonsOf] = await Promise.all([
    db.need.findMany({ where: { id: { in: needIds } }, select: LISTING_COLUMNS }),
    db.achievement.findMany({ where: { id: { in: achievementIds } }, select: LISTING_COLUMNS }),
    db.matchShowing.groupBy({
      by: ["needId", "achievementId"],
      where: {
        needId: { in: needIds },
        achievementId: { in: achievementIds },
        side: { not: "BROKER" },
      },
      _count: true,
    }),
    countReasons(needIds, achievementIds, db),
  ]);
  return shown.flatMap((one): BrokeragePair[] => {
    const need = needs.find((row) => row.id === one.needId);
    const achievement = achievements.find((row) => row.id === one.achievementId);
    if (!need || !achievement) return [];
    const count = showings.find(
      (row) => row.needId === one.needId && row.achievementId === one.achievementId,
    );
    return [
      {
        needId: one.needId,
        achievementId: one.achievementId,
        href: pairHref(one.needId, one.achievementId),
        group: one.group,
        need: {
          id: need.id,
          title: need.title,
          href: listingHref("need", need.id),
          owner: ownerView(need),
          answer: givenAnswer(one.answers.need),
          reasons: reasonsOf("DEMAND", need.id),
        },
        achievement: {
          id: achievement.id,
          title: achievement.title,
          href: listingHref("achievement", achievement.id),
          owner: ownerView(achievement),
          answer: givenAnswer(one.answers.achievement),
          reasons: reasonsOf("SUPPLY", achievement.id),
        },
        related: bandOf(one.related),
        fit: one.fit,
        rankerVersion: one.rankerVersion,
        shownCount: count?._count ?? 0,
        introductions: one.introductions.flatMap(({ state, createdAt, answeredAt }) => {
          const known = introductionProcedure.states.find((name) => name === state);
          return known ? [{ state: known, at: (answeredAt ?? createdAt).toISOString() }] : [];
        }),
      },
    ];
  });
}

function givenAnswer(given: { answer: string } | null): Answer | null {
  return given && isAnswer(given.answer) ? given.answer : null;
}

/**
 * Why the owner of each listing has turned down what was suggested for it, as numbers, from
 * `market.matching.reason_minimum` refusals on: fewer would tell which pair they were about.
 */
async function countReasons(
  needIds: readonly string[],
  achievementIds: readonly string[],
  db: Db,
): Promise<(side: "DEMAND" | "SUPPLY", id: string) => BrokeragePair["need"]["reasons"]> {
  const [demand, supply, minimum] = await Promise.all([
    db.matchAnswer.groupBy({
      by: ["needId", "declineCode"],
      where: { needId: { in: [...needIds] }, side: "DEMAND", answer: "NOT_FOR_US" },
      _count: true,
    }),
    db.matchAnswer.groupBy({
      by: ["achievementId", "declineCode"],
      where: { achievementId: { in: [...achievementIds] }, side: "SUPPLY", answer: "NOT_FOR_US" },
      _count: true,
    }),
    getPolicyNumber(db, "market.matching.reason_minimum"),
  ]);
  const rows = [
    ...demand.map((row) => ({ key: `DEMAND ${row.needId}`, ...row })),
    ...supply.map((row) => ({ key: `SUPPLY ${row.achievementId}`, ...row })),
  ];
  return (side, id) => {
    const counted = rows.flatMap(({ key, declineCode, _count: count }) =>
      key === `${side} ${id}` && isDeclineCode(declineCode) ? [{ code: declineCode, count }] : [],
    );
    const total = counted.reduce((sum, one) => sum + one.count, 0);
    return total >= minimum ? counted.sort((a, b) => b.count - a.count) : null;
  };
}
