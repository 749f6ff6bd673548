import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lotConduct } from "./lot-conduct.server";

export type LotOutcome =
  | { kind: "WON"; applicationId: string; priceFen: bigint }
  | { kind: "FAILED"; reason: "NO_BID" | "RESERVE" };

/**
 * What a run of bidding has led to, in the transaction that ends it: the winner has to confirm and
 * the others' deposits go back, or the lot has failed. From here on the reserve is no secret.
 * @throws DomainError "wrong_state" (409) unless the lot is in bidding, "lot_winner_unknown" (409)
 */
export async function recordLotOutcome(
  tx: Tx,
  lotId: string,
  outcome: LotOutcome,
  actor: Actor,
): Promise<void> {
  // Who ends a run does so for the market; an operator's own step stays visible in the evidence.
  const market = actor.kind === "SYSTEM" ? actor : systemActor("trading.outcome");
  if (outcome.kind === "FAILED") {
    await advance(tx, lotConduct, lotId, "failBidding", market, { why: outcome.reason });
    return;
  }
  const { applicationId, priceFen } = outcome;
  const input = { applicationId, priceFen: priceFen.toString() };
  await advance(tx, lotConduct, lotId, "win", market, input);
}
