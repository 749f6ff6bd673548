import { appraiseIntention } from "~/domain/challenges/appraise-intention.server";
import { handInAppraisal } from "~/domain/challenges/hand-in-appraisal.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock, type useTestClock as turnClock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import type { TestChallenge } from "./challenges";

type Turned = ReturnType<typeof turnClock>;

/** One instant past the deadline; the sweep has run. */
export async function endIntentions(db: Db, challenge: TestChallenge, test: Turned): Promise<void> {
  const row = await db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
  const due = row.intentionsDueAt ?? clock.now();
  test.advance(due.getTime() - clock.now().getTime() + 1000);
  await settleChallenge(challenge.id, db);
}

export const views = (points: number) => ({
  scores: { route: points, targets: points, team: points, industry: points },
  recommendation: "ADVANCE" as const,
  comment: "路线清楚，指标响应充分，团队有中试经验。",
});

/** Every expert gives every eligible intention the points that the map says, and hands in. */
export async function appraiseAll(
  db: Db,
  challenge: TestChallenge,
  experts: readonly UserActor[],
  points: Readonly<Record<string, number>>,
): Promise<void> {
  for (const expert of experts) {
    for (const [intentionId, value] of Object.entries(points)) {
      const view = { challengeId: challenge.id, intentionId, ...views(value) };
      await appraiseIntention(view, expert, db);
    }
    await handInAppraisal(challenge.id, expert, db);
  }
}

/** From the end of intentions to running takers: all admitted, appraised, proposed, publicity over. */
export async function runToWork(
  db: Db,
  challenge: TestChallenge,
  test: Turned,
  given: { experts: readonly UserActor[]; points: Record<string, number>; selected: string[] },
): Promise<void> {
  const { poster } = challenge;
  await endIntentions(db, challenge, test);
  for (const intentionId of Object.keys(given.points)) {
    await moveIntention({ intentionId, move: "admit" }, poster.actor, db);
  }
  await moveChallenge({ challengeId: challenge.id, move: "appraise" }, poster.actor, db);
  await appraiseAll(db, challenge, given.experts, given.points);
  const choice = { challengeId: challenge.id, selected: given.selected, reserve: [], reason: "" };
  await proposeTakers(choice, poster.actor, db);
  const row = await db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
  const end = row.publicityEndsAt ?? clock.now();
  test.advance(end.getTime() - clock.now().getTime() + 1000);
  await settleChallenge(challenge.id, db);
}
