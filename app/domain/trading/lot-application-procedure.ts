import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 受让申请: an organisation wants to take part in a lot. The market looks at the qualification, the
 * held deposit admits; who is not admitted when applications end is left out.
 */
export const lotApplicationProcedure = defineProcedure({
  name: "lot-application",
  version: "1",
  initial: "SUBMITTED",
  states: ["SUBMITTED", "QUALIFIED", "ADMITTED", "REFUSED", "WITHDRAWN", "EXCLUDED"],
  relations: ["applicant", "operator", "market"],
  moves: {
    qualify: {
      from: ["SUBMITTED"],
      to: "QUALIFIED",
      by: ["operator"],
      conditions: [
        "not-own-organisation",
        "lot-open",
        "not-the-seller",
        "applicant-may-trade",
        "rules-accepted",
        "relation-allowed",
        "not-barred-from-rerun",
      ],
    },
    refuse: {
      from: ["SUBMITTED", "QUALIFIED"],
      to: "REFUSED",
      by: ["operator"],
      conditions: ["not-own-organisation", "not-settled"],
      needsNote: true,
    },
    admit: {
      from: ["QUALIFIED"],
      to: "ADMITTED",
      by: ["market"],
      conditions: ["lot-open", "deposit-held"],
    },
    withdraw: {
      from: ["SUBMITTED", "QUALIFIED", "ADMITTED"],
      to: "WITHDRAWN",
      by: ["applicant"],
      conditions: ["lot-open", "before-end"],
    },
    applyAgain: {
      from: ["WITHDRAWN"],
      to: "SUBMITTED",
      by: ["applicant"],
      conditions: ["lot-open", "before-end", "no-deposit-before", "rules-accepted"],
    },
    // Once bidders are settled, a run that one of them may not win is stopped or voided as a whole.
    exclude: {
      from: ["SUBMITTED", "QUALIFIED", "ADMITTED"],
      to: "EXCLUDED",
      by: ["operator", "market"],
      conditions: ["not-own-organisation", "not-settled"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type LotApplicationState = (typeof lotApplicationProcedure.states)[number];
export type LotApplicationMove = keyof typeof lotApplicationProcedure.moves;
export type LotApplicationRelation = (typeof lotApplicationProcedure.relations)[number];
export type LotApplicationCondition =
  | "not-own-organisation"
  | "lot-open"
  | "not-settled"
  | "not-the-seller"
  | "applicant-may-trade"
  | "rules-accepted"
  | "relation-allowed"
  | "not-barred-from-rerun"
  | "deposit-held"
  | "before-end"
  | "no-deposit-before";

export function isLotApplicationState(text: string): text is LotApplicationState {
  return lotApplicationProcedure.states.some((state) => state === text);
}
