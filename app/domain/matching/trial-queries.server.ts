import { signTest } from "#search/match/evaluate/sign-test";
import type { Arm } from "#search/match/interleave";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Db } from "~/platform/db.server";
import { RELATED_ANSWER } from "./answer-relevance-rules";
import type { TrialArm, TrialResult } from "./trial-view";

/** Trials that the page shows. */
const SHOWN = 10;

/**
 * The trials, the newest first, with what each ranker was credited with.
 * @throws DomainError "forbidden" (403)
 */
export async function listTrials(actor: Actor, db: Db): Promise<TrialResult[]> {
  assertCan(actor, "match.operate");
  const [trials, minimum] = await Promise.all([
    db.matchTrial.findMany({ orderBy: { startedAt: "desc" }, take: SHOWN }),
    getPolicyNumber(db, "market.matching.judgement_minimum"),
  ]);
  return Promise.all(trials.map((trial) => readResult(db, trial, minimum)));
}

type Trial = {
  id: string;
  rankerA: string;
  rankerB: string;
  startedAt: Date;
  endedAt: Date | null;
};

async function readResult(db: Db, trial: Trial, minimum: number): Promise<TrialResult> {
  const [places, credits] = await Promise.all([countPlaces(db, trial), readCredits(db, trial)]);
  const armOf = (arm: Arm, version: string): TrialArm => {
    const own = credits.filter((credit) => credit.arm === arm);
    return {
      version,
      places: places.find((row) => row.arm === arm)?.places ?? 0,
      interested: own.filter((credit) => credit.kind === "interested").length,
      strong: own.filter((credit) => credit.kind === "strong").length,
    };
  };
  const lead = new Map<string, number>();
  for (const { subject, arm } of credits) {
    lead.set(subject, (lead.get(subject) ?? 0) + (arm === "A" ? 1 : -1));
  }
  const leads = [...lead.values()];
  const wonByA = leads.filter((one) => one > 0).length;
  const wonByB = leads.filter((one) => one < 0).length;
  return {
    id: trial.id,
    startedAt: trial.startedAt.toISOString(),
    endedAt: trial.endedAt?.toISOString() ?? null,
    a: armOf("A", trial.rankerA),
    b: armOf("B", trial.rankerB),
    wonByA,
    wonByB,
    even: leads.length - wonByA - wonByB,
    chance: wonByA + wonByB >= minimum ? signTest(wonByA, wonByB) : null,
    minimum,
  };
}

function countPlaces(db: Db, trial: Trial) {
  return db.$queryRaw<{ arm: Arm; places: number }[]>`
    SELECT arm, count(*)::int AS places FROM "MatchShowing"
    WHERE "shownAt" >= ${trial.startedAt} AND "trialId" = ${trial.id}::uuid GROUP BY arm`;
}

/**
 * One credit for an interested side, to the ranker that had put the pair into the list which that side
 * saw last before it answered; one for a pair whose median judgement is strong, to the ranker that showed
 * it last. `subject` is the listing whose list it was: answers within one list are not independent.
 */
function readCredits(db: Db, trial: Trial) {
  return db.$queryRaw<{ kind: "interested" | "strong"; arm: Arm; subject: string }[]>`
    WITH shown AS (
      SELECT "needId", "achievementId", "organisationId", "shownAt", arm,
        CASE WHEN side = 'SUPPLY' THEN "achievementId" ELSE "needId" END AS subject
      FROM "MatchShowing"
      WHERE "shownAt" >= ${trial.startedAt} AND "trialId" = ${trial.id}::uuid
    ), interested AS (
      SELECT DISTINCT ON (answer.id) shown.arm, shown.subject
      FROM shown JOIN "MatchAnswer" answer ON answer."needId" = shown."needId"
        AND answer."achievementId" = shown."achievementId"
        AND answer."organisationId" = shown."organisationId"
        AND answer."createdAt" >= shown."shownAt"
      WHERE answer.answer = ${RELATED_ANSWER}
      ORDER BY answer.id, shown."shownAt" DESC
    ), strong AS (
      SELECT DISTINCT ON ("needId", "achievementId") arm, subject FROM shown
      WHERE (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY level) FROM "MatchJudgement" judged
        WHERE judged."needId" = shown."needId"
          AND judged."achievementId" = shown."achievementId") >= 3
      ORDER BY "needId", "achievementId", "shownAt" DESC
    )
    SELECT 'interested' AS kind, arm, subject::text FROM interested
    UNION ALL SELECT 'strong', arm, subject::text FROM strong`;
}
