import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { COMMITMENT_VERSION } from "./commitment-rules";
import { evaluateDossier } from "./evaluate-dossier.server";
import { findOtherRegistration } from "./other-registration-queries.server";
import { REFUSAL_CODES } from "./recognition-checks/check-ids-rules";
import { findBias } from "./recusal-rules";
import { areAmountsValid, readDecidedAmounts } from "./registration-amounts-rules";
import { biasFacts, type RegistrationRow } from "./registration-rows.server";

type Context = MoveContext<RegistrationRow>;
type Condition = (context: Context) => ConditionResult | Promise<ConditionResult>;

const MEASURES = "技术合同认定登记管理办法（国科发政字〔2000〕063号）";
const RULES_2001 = "技术合同认定规则（国科发政字〔2001〕253号）";
const OWN = "market rule";
const DAY_MS = 86_400_000;
/** Real-name level that registering asks for (domain 8.4). */
export const REGISTERING_LEVEL = 2;

/** What the applicant's moves rest on. */
export const applicantConditions = {
  "real-name": ({ actor }) => {
    const level = actor.kind === "USER" ? actor.realNameLevel : REGISTERING_LEVEL;
    return conditionOf(level >= REGISTERING_LEVEL, {
      inputs: { level },
      formula: `level >= ${REGISTERING_LEVEL}`,
      source: `${OWN}: real-name levels`,
      code: "registration_real_name",
    });
  },
  "contract-signed": ({ subject }) => {
    const { state } = subject.contract;
    return conditionOf(state === "SIGNED" || state === "COMPLETED", {
      inputs: { contract: state },
      formula: "the contract is signed and not ended",
      source: MEASURES,
      code: "contract_not_signed",
    });
  },
  unregistered: async ({ tx, subject }) => {
    const other = await findOtherRegistration(tx, subject);
    return conditionOf(other === null, {
      inputs: { matterKey: subject.matterKey, other: other?.id ?? null },
      formula: "no other running or standing registration of the contract or of the matter",
      source: `${MEASURES}：按地域一次登记`,
      code: "registration_exists_elsewhere",
    });
  },
  complete: async ({ tx, subject }) => {
    const { first, completeness } = await evaluateDossier(tx, subject);
    const blocking = first.results
      .filter((one) => one.kind === "BLOCK" && one.answer === "NOT_MET")
      .filter((one) => one.suppliedBy !== "OFFICE")
      .map((one) => one.id);
    const fields = completeness.missing.filter((one) => one.kind === "FIELD").map((one) => one.id);
    return conditionOf(blocking.length === 0 && fields.length === 0, {
      inputs: { blocking, fields },
      formula: "every required field is filled and every blocking check is met",
      source: `${MEASURES}；${RULES_2001}`,
      code: "dossier_incomplete",
    });
  },
  committed: ({ input }) =>
    conditionOf(input.commitment === COMMITMENT_VERSION, {
      inputs: { commitment: input.commitment ?? null },
      formula: `the letter of commitment ${COMMITMENT_VERSION} is accepted`,
      source: OWN,
      code: "commitment_missing",
      field: "commitment",
    }),
  routed: ({ subject }) =>
    conditionOf(subject.officeId !== null, {
      inputs: { officeId: subject.officeId, office: subject.office?.code ?? null },
      formula: "a dated delegation names the office of the seller's region and amount",
      source: "table of delegations",
      code: "registration_no_office",
    }),
  "remarks-answered": async ({ tx, subject }) => {
    const open = await tx.registrationRemark.count({
      where: { registrationId: subject.id, round: subject.round, answeredAt: null },
    });
    return conditionOf(open === 0, {
      inputs: { open, round: subject.round },
      formula: "every remark of this round is answered",
      source: MEASURES,
      code: "remarks_unanswered",
    });
  },
  "supplement-signed": async ({ tx, subject, input }) => {
    const id = typeof input.supplementId === "string" ? input.supplementId : "";
    const supplement = await tx.contract.findFirst({
      where: { id, parentId: subject.contractId, kind: "SUPPLEMENT", state: "SIGNED" },
      select: { number: true },
    });
    const used = await tx.registrationVersion.count({
      where: { registrationId: subject.id, supplementId: id },
    });
    return conditionOf(supplement !== null && used === 0, {
      inputs: { supplement: supplement?.number ?? null, used },
      formula: "a signed supplement of this contract that no version rests on yet",
      source: MEASURES,
      code: "supplement_not_signed",
      field: "supplementId",
    });
  },
  "objection-in-time": async ({ tx, subject, now }) => {
    const days = await getPolicyNumber(tx, "market.registration.objection_days", now);
    const decidedAt = subject.decidedAt;
    const isInTime =
      decidedAt !== null && now.getTime() <= decidedAt.getTime() + (days + 1) * DAY_MS;
    return conditionOf(isInTime, {
      inputs: { decidedAt: decidedAt?.toISOString() ?? null, days },
      formula: "now <= decision + days",
      source: "行政复议法：知道该行为之日起六十日内",
      code: "objection_too_late",
    });
  },
} as const satisfies Record<string, Condition>;

/** What the decisions of an office rest on, the assignments apart. */
export const officeConditions = {
  unbiased: ({ actor, subject }) => {
    const bias =
      actor.kind === "USER"
        ? findBias(
            { userId: actor.userId, memberOf: actor.memberships.map((one) => one.organisationId) },
            biasFacts(subject),
          )
        : null;
    return conditionOf(bias === null, {
      inputs: { bias, declared: subject.recusals.length },
      formula: "no declared recusal, no membership in a party, no part in the deal",
      source: `${OWN}: recusal`,
      code: "registrar_recused",
    });
  },
  "remarks-written": async ({ tx, subject }) => {
    const remarks = await tx.registrationRemark.count({
      where: { registrationId: subject.id, round: subject.round },
    });
    return conditionOf(remarks > 0, {
      inputs: { remarks, round: subject.round },
      formula: "the correction list of this round has an item",
      source: MEASURES,
      code: "remarks_missing",
    });
  },
  "findings-complete": async ({ tx, subject }) => {
    const { report } = await evaluateDossier(tx, subject);
    const open = report.results
      .filter((one) => one.answer === "PERSON_DECIDES")
      .map((one) => one.id);
    return conditionOf(open.length === 0, {
      inputs: { open },
      formula: "every check that a person decides has a finding",
      source: RULES_2001,
      code: "findings_missing",
    });
  },
  "no-ground": async ({ tx, subject }) => {
    const { report } = await evaluateDossier(tx, subject);
    return conditionOf(report.outcome === "ACCEPTED", {
      inputs: { outcome: report.outcome, refusals: report.refusals },
      formula: "no check leads to a refusal or waits for a person",
      source: "不予登记的九种情形（2021）",
      code: "registration_has_grounds",
    });
  },
  "grounds-given": ({ input }) => {
    const codes = Array.isArray(input.codes) ? input.codes : [];
    const known = codes.filter((code) => REFUSAL_CODES.some((one) => one === code));
    return conditionOf(known.length > 0 && known.length === codes.length, {
      inputs: { codes },
      formula: "at least one of the grounds R1–R9",
      source: "不予登记的九种情形（2021）",
      code: "refusal_ground_required",
      field: "codes",
    });
  },
  "amounts-valid": ({ input }) => {
    const amounts = readDecidedAmounts(input);
    return conditionOf(amounts !== null && areAmountsValid(amounts), {
      inputs: {
        totalFen: input.totalFen ?? null,
        technicalFen: input.technicalFen ?? null,
        approvedIncomeFen: input.approvedIncomeFen ?? null,
      },
      formula: "0 < technical <= total and 0 <= approved <= technical",
      source: `${RULES_2001} 第五十一至五十三条`,
      code: "amounts_out_of_range",
      field: "technical",
    });
  },
  "change-asked": ({ subject }) =>
    conditionOf(subject.supplementId !== null, {
      inputs: { supplementId: subject.supplementId },
      formula: "the pending application is for a change, not for a cancellation",
      source: MEASURES,
      code: "cancellation_was_asked",
    }),
} as const satisfies Record<string, Condition>;
