import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import {
  type TenderBidMove,
  type TenderBidRelation,
  type TenderBidState,
  tenderBidProcedure,
} from "./tender-bid-procedure";

export type TenderBidRow = {
  id: string;
  state: string;
  organisationId: string;
  tender: {
    id: string;
    state: string;
    number: number;
    title: string;
    organisationId: string;
    regionCode: string | null;
    bidsDueAt: Date | null;
    objections: { organisationId: string }[];
  };
};

const select = {
  id: true,
  state: true,
  organisationId: true,
  tender: {
    select: {
      id: true,
      state: true,
      number: true,
      title: true,
      organisationId: true,
      regionCode: true,
      bidsDueAt: true,
      objections: { where: { outcome: "UPHELD" }, select: { organisationId: true } },
    },
  },
} as const;

/** How bids move. Callers hold the lock of the tender's row. */
export const tenderBidConduct: Conduct<
  TenderBidRow,
  TenderBidState,
  TenderBidMove,
  TenderBidRelation,
  "bids-open" | "being-evaluated" | "evaluated-anew" | "upheld",
  never
> = {
  procedure: tenderBidProcedure,
  table: "TenderBid",

  load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.tenderBid.findMany({ where, orderBy: { id: "asc" }, select });
  },

  relations(actor, bid) {
    const found = new Set<TenderBidRelation>();
    if (actor.kind === "SYSTEM") return found.add("market");
    if (can(actor, "tender.bid", { organisationId: bid.organisationId })) found.add("bidder");
    if (can(actor, "tender.operate", { regionCode: bid.tender.regionCode })) found.add("operator");
    return found;
  },

  conditions: {
    "bids-open": ({ subject, now }) => {
      const { state, bidsDueAt } = subject.tender;
      const isOpen = state === "ISSUED" && bidsDueAt !== null && now < bidsDueAt;
      return conditionOf(isOpen, {
        inputs: { state, bidsDueAt: bidsDueAt?.toISOString() ?? null, now: now.toISOString() },
        formula: "the tender is issued and now < bidsDueAt",
        source: "招标投标法 arts. 28, 29",
        code: "tender_bids_over",
      });
    },
    "being-evaluated": ({ subject }) => {
      const { state } = subject.tender;
      const isOpen = state === "EVALUATION" || state === "CANDIDATES" || state === "STANDSTILL";
      return conditionOf(isOpen, {
        inputs: { state },
        formula: "the bids are being evaluated, or the candidates stand",
        source: "招标投标法实施条例 art. 51",
        code: "wrong_state",
      });
    },
    "evaluated-anew": ({ subject }) => {
      const { state } = subject.tender;
      return conditionOf(state === "EVALUATION", {
        inputs: { state },
        formula: "the bids are being evaluated",
        source: "招标投标法实施条例 art. 54",
        code: "wrong_state",
      });
    },
    upheld: ({ subject }) => {
      const { objections } = subject.tender;
      const upheld = objections.some((one) => one.organisationId === subject.organisationId);
      return conditionOf(upheld, {
        inputs: { upheld },
        formula: "an objection of this bidder was upheld",
        source: "招标投标法实施条例 art. 54",
        code: "tender_not_upheld",
      });
    },
  },
};
