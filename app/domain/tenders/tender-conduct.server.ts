import { can } from "~/domain/identity/permission-rules";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import { awardConditions } from "./tender-award-conditions.server";
import { tenderConditions } from "./tender-conditions.server";
import { tenderEffects } from "./tender-effects.server";
import { outcomeConditions } from "./tender-outcome-conditions.server";
import {
  type TenderClock,
  type TenderMove,
  type TenderRelation,
  type TenderState,
  tenderProcedure,
} from "./tender-procedure";
import { loadTenders, type TenderRow } from "./tender-rows.server";
import { tenderWrites } from "./tender-writes.server";

type ConditionId =
  | keyof typeof tenderConditions
  | keyof typeof outcomeConditions
  | keyof typeof awardConditions;

/** How tenders move: the buyer draws up and awards, the market checks and carries, the clock leads on. */
export const tenderConduct: Conduct<
  TenderRow,
  TenderState,
  TenderMove,
  TenderRelation,
  ConditionId,
  TenderClock
> = {
  procedure: tenderProcedure,
  table: "Tender",
  load: loadTenders,

  relations(actor, tender) {
    const found = new Set<TenderRelation>();
    if (actor.kind === "SYSTEM") return found.add("market");
    const { organisationId, regionCode } = tender;
    if (can(actor, "tender.create", { organisationId })) found.add("buyer");
    if (can(actor, "tender.award", { organisationId })) found.add("signer");
    if (can(actor, "tender.operate", { regionCode })) found.add("operator");
    if (tender.keyHolders.some((one) => one.userId === actor.userId)) found.add("holder");
    const winner = tender.bids.find((one) => one.id === tender.awardedBidId);
    if (winner && can(actor, "tender.award", { organisationId: winner.organisationId })) {
      found.add("winner");
    }
    return found;
  },

  conditions: { ...tenderConditions, ...outcomeConditions, ...awardConditions },
  before: tenderWrites,
  after: tenderEffects,
};
