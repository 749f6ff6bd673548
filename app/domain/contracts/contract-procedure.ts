import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A contract from its draft to its end. FINAL: both sides approved the same draft and the PDF is
 * frozen; SIGNING: signatures are being given in order; PAPER_CHECK: a scan of the signed paper waits
 * for the other side's confirmation.
 */
export const contractProcedure = defineProcedure({
  name: "contract",
  version: "1",
  initial: "DRAFT",
  states: ["DRAFT", "FINAL", "SIGNING", "PAPER_CHECK", "SIGNED", "COMPLETED", "TERMINATED", "VOID"],
  relations: ["supply", "demand", "signer", "market"],
  moves: {
    finalise: {
      from: ["DRAFT"],
      to: "FINAL",
      by: ["supply", "demand"],
      conditions: ["both-approved", "no-conflict", "publicity-cleared"],
    },
    reopen: { from: ["FINAL"], to: "DRAFT", by: ["supply", "demand"], needsNote: true },
    startSigning: {
      from: ["FINAL"],
      to: "SIGNING",
      by: ["supply", "demand"],
      conditions: ["signers-named"],
    },
    decline: { from: ["SIGNING"], to: "DRAFT", by: ["signer"], needsNote: true },
    seal: { from: ["SIGNING"], to: "SIGNED", by: ["market"], conditions: ["all-signed"] },
    uploadPaper: { from: ["FINAL"], to: "PAPER_CHECK", by: ["supply", "demand"] },
    rejectPaper: {
      from: ["PAPER_CHECK"],
      to: "FINAL",
      by: ["supply", "demand"],
      needsNote: true,
    },
    confirmPaper: {
      from: ["PAPER_CHECK"],
      to: "SIGNED",
      by: ["supply", "demand"],
      conditions: ["other-side", "pages-agree"],
    },
    complete: { from: ["SIGNED"], to: "COMPLETED", by: ["market"] },
    terminate: { from: ["SIGNED"], to: "TERMINATED", by: ["market"] },
    void: {
      from: ["DRAFT", "FINAL", "SIGNING", "PAPER_CHECK"],
      to: "VOID",
      by: ["supply", "demand", "market"],
      needsNote: true,
    },
  },
  clocks: {
    signing: {
      runsIn: ["SIGNING"],
      unit: "WORKDAY",
      parameter: "market.contract.signing_workdays",
      fires: null,
    },
  },
});

export type ContractState = (typeof contractProcedure.states)[number];
export type ContractMove = keyof typeof contractProcedure.moves;
export type ContractRelation = (typeof contractProcedure.relations)[number];
