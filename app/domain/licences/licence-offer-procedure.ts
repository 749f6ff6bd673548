import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 一键许可 / 专利开放许可 on offer. Whoever wants to change an open offer takes it back to suspended,
 * changes it and has it checked again: a new version of the text, earlier licences stay as they are.
 */
export const licenceOfferProcedure = defineProcedure({
  name: "licence-offer",
  version: "1",
  initial: "DRAFT",
  states: ["DRAFT", "CHECK", "CORRECTION", "OPEN", "SUSPENDED", "CLOSED"],
  relations: ["owner", "office", "market"],
  moves: {
    submit: {
      from: ["DRAFT", "CORRECTION", "SUSPENDED"],
      to: "CHECK",
      by: ["owner"],
      conditions: ["may-trade", "achievement-public", "offer-whole", "rights-free", "nobody-waits"],
    },
    recall: { from: ["CHECK"], to: "CORRECTION", by: ["owner"] },
    return: { from: ["CHECK"], to: "CORRECTION", by: ["office"], needsNote: true },
    open: {
      from: ["CHECK"],
      to: "OPEN",
      by: ["office"],
      conditions: ["may-trade", "achievement-public", "offer-whole", "rights-free"],
    },
    suspend: {
      from: ["OPEN"],
      to: "SUSPENDED",
      by: ["owner", "office", "market"],
      needsNote: true,
    },
    resume: {
      from: ["SUSPENDED"],
      to: "OPEN",
      by: ["office"],
      conditions: [
        "may-trade",
        "achievement-public",
        "offer-whole",
        "rights-free",
        "text-unchanged",
      ],
    },
    close: {
      from: ["DRAFT", "CORRECTION", "OPEN", "SUSPENDED"],
      to: "CLOSED",
      by: ["owner", "office"],
      needsNote: true,
    },
  },
  clocks: {
    check: {
      runsIn: ["CHECK"],
      unit: "WORKDAY",
      parameter: "market.licence.check_workdays",
      fires: null,
    },
  },
});

export type LicenceOfferState = (typeof licenceOfferProcedure.states)[number];
export type LicenceOfferMove = keyof typeof licenceOfferProcedure.moves;
export type LicenceOfferRelation = (typeof licenceOfferProcedure.relations)[number];

/** States in which the owner may change the offer. */
export const EDITABLE: readonly LicenceOfferState[] = ["DRAFT", "CORRECTION", "SUSPENDED"];
