import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import { LOT_EFFECTS } from "./lot-effects.server";
import { lotFlowConditions } from "./lot-flow-conditions.server";
import { lotPriceConditions } from "./lot-price-conditions.server";
import {
  type LotClock,
  type LotCondition,
  type LotMove,
  type LotRelation,
  type LotState,
  lotProcedure,
} from "./lot-procedure";
import { type LotRow, loadLots } from "./lot-rows.server";
import { lotSaleConditions } from "./lot-sale-conditions.server";
import { LOT_WRITES } from "./lot-writes.server";

/** Relations of an actor to a lot. */
export function lotRelations(actor: Actor, lot: LotRow): ReadonlySet<LotRelation> {
  if (actor.kind === "SYSTEM") return new Set<LotRelation>(["market"]);
  const found = new Set<LotRelation>();
  const subject = { organisationId: lot.organisationId, regionCode: lot.regionCode };
  if (can(actor, "lot.create", subject)) found.add("seller");
  if (can(actor, "lot.check", { regionCode: lot.regionCode })) found.add("checker");
  if (can(actor, "lot.operate", { regionCode: lot.regionCode })) found.add("operator");
  const winner = lot.applications.find((one) => one.id === lot.winnerApplicationId);
  if (winner && can(actor, "lot.confirm", { organisationId: winner.organisationId })) {
    found.add("winner");
  }
  return found;
}

/** How lots move. */
export const lotConduct: Conduct<LotRow, LotState, LotMove, LotRelation, LotCondition, LotClock> = {
  procedure: lotProcedure,
  table: "Lot",
  load: loadLots,
  relations: lotRelations,
  conditions: { ...lotSaleConditions, ...lotPriceConditions, ...lotFlowConditions },
  before: LOT_WRITES,
  after: LOT_EFFECTS,
};
