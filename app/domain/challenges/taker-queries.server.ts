import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { DbOrTx } from "~/platform/db.server";
import type { ChallengeMilestoneState } from "./challenge-milestone-procedure";
import { readTargets, type TakerMode } from "./challenge-schema";
import { challengeTakerConduct } from "./challenge-taker-conduct.server";
import {
  challengeTakerProcedure,
  RUNNING_TAKER_STATES,
  type TakerState,
} from "./challenge-taker-procedure";
import { equalPart, leftOfPosterPart } from "./reward-rules";
import { getReadableTaker } from "./taker-access.server";
import { latestMeasured } from "./taker-conditions.server";
import type { TakerRow } from "./taker-rows.server";
import type { MilestoneView, OpinionView, TakerPage } from "./taker-view";
import { isTargetMet } from "./target-rules";
import { readMeasured } from "./work-schema";

/**
 * A taker's work for its two sides, the experts and the office.
 * @throws DomainError "not_found" (404)
 */
export async function getTakerPage(db: DbOrTx, id: string, actor: UserActor): Promise<TakerPage> {
  const { row, role } = await getReadableTaker(db, id, actor);
  const { challenge } = row;
  const [poster, milestones, story] = await Promise.all([
    db.organisation.findUniqueOrThrow({
      where: { id: challenge.organisationId },
      select: { legalName: true },
    }),
    findMilestones(db, id),
    findStory(db, id),
  ]);
  const targets = readTargets(challenge.targets);
  const latest = latestMeasured(row);
  const relations = challengeTakerConduct.relations(actor, row);
  return {
    id: row.id,
    role,
    state: row.state as TakerState,
    stage: row.stage,
    organisation: row.organisation.legalName,
    poster: poster.legalName,
    challengeId: challenge.id,
    challengeNumber: challenge.number,
    challengeState: challenge.state,
    title: challenge.title,
    takerMode: challenge.takerMode as TakerMode,
    targets,
    reached: targets.map((target, index) => {
      const measured = latest.get(index) ?? null;
      return { measured, met: measured === null ? null : isTargetMet(target, measured) };
    }),
    milestones,
    moves: openMoves(challengeTakerProcedure, row.state, relations).map((move) => {
      const definition: { needsNote?: boolean } = challengeTakerProcedure.moves[move];
      return { move, needsNote: definition.needsNote === true };
    }),
    // Experts and the office have no seat in the room.
    dealId: role === "taker" || role === "poster" ? (row.deal?.id ?? null) : null,
    money: { ...moneyOf(row), publicStatedFen: story.publicStatedFen, ...(await payment(db, row)) },
    opinions: story.opinions,
    resultNote: row.resultNote,
  };
}

function moneyOf(row: TakerRow) {
  const { challenge } = row;
  const posterFen = challenge.posterFen ?? 0n;
  const others = challenge.takers.filter((one) => one.id !== row.id);
  const leftFen = leftOfPosterPart(
    posterFen,
    others.map((one) => one.rewardFen),
  );
  const working = challenge.takers.filter((one) =>
    RUNNING_TAKER_STATES.some((state) => state === one.state),
  );
  return {
    posterFen,
    publicFen: challenge.publicFen ?? 0n,
    leftFen,
    proposedFen: equalPart(leftFen, working.length),
    rewardFen: row.rewardFen,
    scoutShareBp: challenge.scoutShareBp,
    scoutRewardFen: row.scoutRewardFen,
    hasScout: row.intention.scoutUserId !== null,
  };
}

async function payment(db: DbOrTx, row: TakerRow) {
  const found = await db.payment.findFirst({
    where: {
      caseType: "CHALLENGE",
      caseId: row.challengeId,
      itemId: row.id,
      purpose: "REWARD",
    },
    select: { id: true, state: true },
  });
  return { paymentId: found?.id ?? null, paymentState: found?.state ?? null };
}

async function findMilestones(db: DbOrTx, takerId: string): Promise<MilestoneView[]> {
  const rows = await db.challengeMilestone.findMany({
    where: { takerId },
    orderBy: { sort: "asc" },
  });
  return rows.map((one) => ({
    id: one.id,
    sort: one.sort,
    state: one.state as ChallengeMilestoneState,
    title: one.title,
    target: one.target,
    dueOn: one.dueOn?.toISOString().slice(0, 10) ?? null,
    report: one.report,
    reportedAt: one.reportedAt?.toISOString() ?? null,
    measured: readMeasured(one.measured),
    decisionNote: one.decisionNote,
    decidedAt: one.decidedAt?.toISOString() ?? null,
    hasFile: one.fileId !== null,
  }));
}

/** Experts' opinions and what was stated of public money, from the evidence of the moves. */
async function findStory(
  db: DbOrTx,
  takerId: string,
): Promise<{ opinions: OpinionView[]; publicStatedFen: bigint | null }> {
  const moves = await db.procedureMove.findMany({
    where: {
      procedure: challengeTakerProcedure.name,
      subjectId: takerId,
      move: { in: ["opine", "pass"] },
    },
    orderBy: { at: "asc" },
    select: { move: true, at: true, note: true, actorUserId: true, evidence: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: moves.flatMap((one) => one.actorUserId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((one) => [one.id, one.name]));
  const inputOf = (evidence: unknown) =>
    (evidence as { input?: Record<string, unknown> }).input ?? {};
  const pass = moves.findLast((one) => one.move === "pass");
  const stated = pass ? inputOf(pass.evidence).publicFen : null;
  return {
    opinions: moves
      .filter((one) => one.move === "opine")
      .map((one) => ({
        expert: names.get(one.actorUserId ?? "") ?? "",
        opinion: String(inputOf(one.evidence).opinion ?? ""),
        note: one.note,
        at: one.at.toISOString(),
      })),
    publicStatedFen: typeof stated === "string" ? BigInt(stated) : null,
  };
}

/**
 * The paper of a milestone's report for whoever may see the work.
 * @throws DomainError "not_found" (404)
 */
export async function getMilestoneFile(
  db: DbOrTx,
  takerId: string,
  milestoneId: string,
  actor: UserActor,
): Promise<{ name: string; contentType: string; storageKey: string; isPublic: boolean }> {
  const { row } = await getReadableTaker(db, takerId, actor);
  const milestone = row.milestones.find((one) => one.id === milestoneId);
  const found = milestone
    ? await db.challengeMilestone.findUnique({
        where: { id: milestone.id },
        select: { file: { select: { name: true, contentType: true, storageKey: true } } },
      })
    : null;
  if (!found?.file) throw new DomainError("not_found", { status: 404 });
  return { ...found.file, isPublic: false };
}
