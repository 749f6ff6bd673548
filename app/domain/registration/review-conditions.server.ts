import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Tx } from "~/platform/db.server";
import { evaluateDossier } from "./evaluate-dossier.server";
import { findBias } from "./recusal-rules";
import { biasFacts, type RegistrationRow } from "./registration-rows.server";
import { riskFlags, type SecondReason, secondReviewReason } from "./second-review-rules";

type Context = MoveContext<RegistrationRow>;
type Condition = (context: Context) => ConditionResult | Promise<ConditionResult>;

const SECOND = "技术合同认定登记工作指引（2022）：二次审核、复核；AB角";

/** Why a second registrar must look at the matter as it stands, or null. */
export async function findSecondReason(
  tx: Tx,
  row: RegistrationRow,
  now: Date,
): Promise<SecondReason | null> {
  const { facts, first } = await evaluateDossier(tx, row);
  const yuan = await getPolicyNumber(tx, "market.registration.second_review_yuan", now);
  return secondReviewReason({
    registrationId: row.id,
    totalFen: facts.amounts.totalFen,
    isRelated: facts.isRelated === true || facts.isRelatedByData === true,
    risks: riskFlags(first),
    thresholdFen: BigInt(yuan) * 100n,
    sampleBp: await getPolicyNumber(tx, "market.registration.sample_bp", now),
  });
}

type Unfit = "no_seat" | "recused" | "other_registrar" | "reviewed_it" | "not_oneself";

async function findUnfit(
  { tx, subject, now, actor }: Context,
  userId: string,
  isSecond: boolean,
): Promise<Unfit | null> {
  const seat = await tx.registrarSeat.findFirst({
    where: {
      userId,
      officeId: subject.officeId ?? userId,
      role: { in: ["REGISTRAR", "CHIEF"] },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { deactivatedAt: null },
    },
    select: { user: { select: { memberships: { where: { endedAt: null } } } } },
  });
  if (!seat) return "no_seat";
  const memberOf = seat.user.memberships.map((one) => one.organisationId);
  if (findBias({ userId, memberOf }, biasFacts(subject))) return "recused";
  if (userId === (isSecond ? subject.registrarAId : subject.registrarBId)) return "other_registrar";
  const isChief =
    actor.kind === "USER" &&
    actor.registrarSeats.some((one) => one.officeId === subject.officeId && one.role === "CHIEF");
  if (!isChief && actor.kind === "USER" && actor.userId !== userId) return "not_oneself";
  if (!isSecond) return null;
  const reviewed = await tx.procedureMove.count({
    where: {
      procedure: "registration",
      subjectId: subject.id,
      actorUserId: userId,
      move: { in: ["finishReview", "callSecond"] },
    },
  });
  return reviewed > 0 ? "reviewed_it" : null;
}

function fitness(isSecond: boolean): Condition {
  return async (context) => {
    const { registrarId } = context.input;
    const userId = typeof registrarId === "string" ? registrarId : "";
    const unfit = userId === "" ? "no_seat" : await findUnfit(context, userId, isSecond);
    return conditionOf(unfit === null, {
      inputs: { registrarId: userId, unfit },
      formula:
        "a seat at the office, not recused, not the other registrar; a chief may name others",
      source: SECOND,
      code: `assignee_${unfit ?? "fit"}`,
      field: "registrarId",
    });
  };
}

async function lastMoveInto(tx: Tx, subjectId: string, moves: readonly string[]) {
  return tx.procedureMove.findFirst({
    where: { procedure: "registration", subjectId, move: { in: [...moves] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { fromState: true, actorUserId: true },
  });
}

const cameFrom =
  (state: string): Condition =>
  async ({ tx, subject }) => {
    const last = await lastMoveInto(tx, subject.id, ["object"]);
    return conditionOf(last?.fromState === state, {
      inputs: { from: last?.fromState ?? null },
      formula: `the objection was raised against ${state}`,
      source: "行政复议法",
      code: "wrong_state",
    });
  };

/** Who reviews and whether one is enough. */
export const reviewConditions = {
  "assignee-fit": fitness(false),
  "second-fit": fitness(true),
  "one-is-enough": async ({ tx, subject, now }) => {
    const reason = await findSecondReason(tx, subject, now);
    return conditionOf(reason === null, {
      inputs: { reason },
      formula: "amount below the threshold, no risk, not related, not drawn",
      source: SECOND,
      code: "second_review_needed",
    });
  },
  "two-are-needed": async ({ tx, subject, now }) => {
    const reason = await findSecondReason(tx, subject, now);
    return conditionOf(reason !== null, {
      inputs: { reason },
      formula: "amount from the threshold on, a risk, related parties, or drawn",
      source: SECOND,
      code: "second_review_not_needed",
    });
  },
  "another-person": ({ actor, subject }) => {
    const userId = actor.kind === "USER" ? actor.userId : null;
    return conditionOf(userId !== subject.registrarAId, {
      inputs: { first: subject.registrarAId, second: userId },
      formula: "second registrar ≠ first registrar",
      source: SECOND,
      code: "another_person_needed",
    });
  },
  "second-heard": async ({ tx, subject }) => {
    const heard = await lastMoveInto(tx, subject.id, ["concur", "finishReview"]);
    const isHeard =
      subject.secondReason === null ||
      (subject.registrarBId !== null && heard?.actorUserId === subject.registrarBId);
    return conditionOf(isHeard, {
      inputs: { secondReason: subject.secondReason, second: subject.registrarBId },
      formula: "where two are needed, the second has agreed",
      source: SECOND,
      code: "second_review_needed",
    });
  },
  "not-the-decider": async ({ tx, subject, actor }) => {
    const last = await lastMoveInto(tx, subject.id, [
      ...["register", "refuse", "approveChange", "recogniseAnew"],
    ]);
    const userId = actor.kind === "USER" ? actor.userId : null;
    const parts = [subject.registrarAId, subject.registrarBId, last?.actorUserId ?? null];
    return conditionOf(userId === null || !parts.includes(userId), {
      inputs: { decider: last?.actorUserId ?? null, hears: userId },
      formula: "who hears an objection has not reviewed or decided the matter",
      source: "market rule: nobody judges the own decision",
      code: "own_decision",
    });
  },
  "was-refused": cameFrom("REFUSED"),
  "was-registered": cameFrom("REGISTERED"),
} as const satisfies Record<string, Condition>;
