import { calendarDate } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { mayClaimFee } from "./broker-pay-rules";
import { BROKER_LEVEL } from "./broker-profile-conduct.server";
import { mandateProcedure } from "./mandate-procedure";
import { clientIds, isTiedToClient, type MandateRow } from "./mandate-rows.server";

export type MandateConditionId =
  | "broker-public"
  | "real-name"
  | "term-ahead"
  | "conflict-declared"
  | "all-consented"
  | "main-contract"
  | "fee-known"
  | "received-on"
  | "no-fee-agreed"
  | "amount-given"
  | "amount-positive"
  | "amount-zero"
  | "same-as-proposed";

type Context = MoveContext<MandateRow>;
const MARKET = "the market's own rule on mandates";
const FEN = /^\d{1,15}$/;

const amountOf = ({ input }: Context) =>
  typeof input.feeFen === "string" && FEN.test(input.feeFen) ? BigInt(input.feeFen) : null;

const amountIs = (name: string, code: string, isMet: (fen: bigint) => boolean) => {
  return (context: Context): ConditionResult => {
    const fen = amountOf(context);
    return conditionOf(fen !== null && isMet(fen), {
      inputs: { feeFen: fen?.toString() ?? null },
      formula: name,
      source: MARKET,
      code,
      field: "feeFen",
    });
  };
};

/** Conditions of the moves of a mandate. */
export const mandateConditions: Record<
  MandateConditionId,
  (context: Context) => ConditionResult | Promise<ConditionResult>
> = {
  "broker-public": ({ subject }) =>
    conditionOf(subject.broker.state === "PUBLIC", {
      inputs: { state: subject.broker.state },
      formula: "the broker's profile is public",
      source: MARKET,
      code: "broker_not_public",
    }),
  "real-name": ({ subject }) => {
    const level = subject.broker.user.realNameLevel;
    return conditionOf(level >= BROKER_LEVEL, {
      inputs: { level },
      formula: `level >= ${BROKER_LEVEL}`,
      source: "domain rule 8.4",
      code: "broker_real_name",
    });
  },
  "term-ahead": ({ subject, now }) => {
    const endsOn = subject.endsOn.toISOString().slice(0, 10);
    const today = calendarDate(now);
    return conditionOf(endsOn >= today, {
      inputs: { endsOn, today },
      formula: "the agreed end has not passed",
      source: MARKET,
      code: "mandate_term_over",
    });
  },
  "conflict-declared": ({ subject, input }) => {
    const isTied = isTiedToClient(subject);
    const text = typeof input.conflictText === "string" ? input.conflictText.trim() : "";
    const isDisclosed = input.conflict === "DISCLOSED" && text !== "";
    return conditionOf(isDisclosed || (input.conflict === "NONE" && !isTied), {
      inputs: { isTied, conflict: typeof input.conflict === "string" ? input.conflict : null },
      formula: "no interest declared and none known here, or the interest is disclosed in words",
      source: "domain rules 3.2 and 4: no deal of one's own without disclosure; 条例 第四十一条",
      code: isTied ? "mandate_conflict_known" : "mandate_conflict_required",
      field: input.conflict === "DISCLOSED" ? "conflictText" : "conflict",
    });
  },
  "all-consented": ({ subject }) => {
    const given = subject.consents
      .filter((one) => one.termsHash === subject.termsHash)
      .map((one) => one.organisationId);
    const missing = clientIds(subject).filter((id) => !given.includes(id));
    return conditionOf(missing.length === 0, {
      inputs: { termsHash: subject.termsHash, missing },
      formula: "every client has consented in writing to exactly these terms",
      source: "domain rule 4: both sides only with the written consent of both",
      code: "mandate_consent_missing",
    });
  },
  "main-contract": ({ subject }) => {
    const ruling = mayClaimFee({ hasMainContract: subject.contractId !== null });
    return conditionOf(ruling.value, {
      inputs: { hasMainContract: subject.contractId !== null },
      formula: "the main contract between the sides has been made",
      source: ruling.source,
      code: "mandate_no_main_contract",
    });
  },
  "fee-known": (context) => {
    const fen = amountOf(context) ?? context.subject.feeFen;
    return conditionOf(fen !== null && fen > 0n && context.subject.feeKind !== "NONE", {
      inputs: { feeFen: fen?.toString() ?? null, feeKind: context.subject.feeKind },
      formula: "a fee was agreed and its amount follows from the table",
      source: "民法典 第九百六十三条",
      code: "mandate_fee_unknown",
      field: "turnover",
    });
  },
  "received-on": ({ input, subject, now }) => {
    const on = typeof input.receivedOn === "string" ? input.receivedOn : "";
    const today = calendarDate(now);
    const from = calendarDate(subject.createdAt);
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(on);
    return conditionOf(isDate && on <= today && on >= from, {
      inputs: { receivedOn: on, today },
      formula: "the date of receipt lies between the offer and today",
      source: MARKET,
      code: "mandate_received_on",
      field: "receivedOn",
    });
  },
  "no-fee-agreed": ({ subject }) =>
    conditionOf(subject.feeKind === "NONE", {
      inputs: { feeKind: subject.feeKind },
      formula: "no fee was agreed",
      source: MARKET,
      code: "mandate_fee_unknown",
    }),
  "amount-given": amountIs("an amount is named", "not_an_amount", () => true),
  "amount-positive": amountIs("an amount above zero", "mandate_amount_positive", (fen) => fen > 0n),
  "amount-zero": amountIs("the amount is zero", "mandate_amount_zero", (fen) => fen === 0n),
  "same-as-proposed": async (context) => {
    const { tx, subject, actor } = context;
    const last = await tx.procedureMove.findFirst({
      where: { procedure: mandateProcedure.name, subjectId: subject.id, move: "propose" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { actorUserId: true, relation: true, at: true, evidence: true },
    });
    const disputed = await tx.procedureMove.findFirst({
      where: { procedure: mandateProcedure.name, subjectId: subject.id, move: "dispute" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { at: true },
    });
    const evidence = last?.evidence as { input?: { feeFen?: unknown } } | undefined;
    const proposed = evidence?.input?.feeFen ?? null;
    const isBroker = actor.kind === "USER" && actor.userId === subject.broker.userId;
    const isOther = last !== null && (last.relation === "broker") !== isBroker;
    const isFresh = last !== null && (disputed === null || last.at >= disputed.at);
    const fen = amountOf(context);
    return conditionOf(isOther && isFresh && fen !== null && proposed === fen.toString(), {
      inputs: {
        proposed: typeof proposed === "string" ? proposed : null,
        feeFen: fen?.toString() ?? null,
        byOtherSide: isOther,
      },
      formula: "the other side's latest proposal names the same amount",
      source: MARKET,
      code: "mandate_not_proposed",
      field: "feeFen",
    });
  },
};
