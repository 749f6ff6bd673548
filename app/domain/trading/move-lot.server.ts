import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotConduct } from "./lot-conduct.server";

/** Steps of the seller beside writing, and of the operator beside the run itself. */
export const SELLER_MOVES = [
  "submit",
  "recall",
  "discard",
  "withdraw",
  "endNegotiation",
  "negotiateAfterFailure",
  "giveUp",
] as const;
export const OPERATOR_MOVES = [
  "defaultUnsigned",
  "endSale",
  "defaultUnpaid",
  "close",
  "suspend",
  "resumeAnnouncement",
  "resumeBidding",
  "resumeNegotiation",
  "resumeConfirmation",
  "resumeSale",
  "void",
] as const;

/** States of a run in which the engine alone moves the lot. */
export const LIVE_RUNS: string[] = ["SCHEDULED", "OPEN", "SUSPENDED"];
export const ENGINE_MOVES = ["suspend", "resumeBidding", "void"] as const;

/** Withdrawing a lot voids its run: the area of bidding does both. */
const RUN_ENDING_MOVES = [...ENGINE_MOVES, "withdraw"] as const;

export type SellerMove = (typeof SELLER_MOVES)[number];
export type OperatorMove = (typeof OPERATOR_MOVES)[number];

/**
 * One step of the seller or of the market's operator with a lot.
 * While a run of bidding exists, the engine alone stops it, lets it go on or ends it.
 * @throws DomainError "not_found" (404) for strangers too, "lot_run_operates" (409), and what the
 * procedure refuses
 */
export async function moveLot(
  input: { lotId: string; move: SellerMove | OperatorMove } & MoveInput,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  const { lotId, move, ...rest } = input;
  await inTransaction(db, async (tx) => {
    const lot = isId(lotId)
      ? await tx.lot.findUnique({
          where: { id: lotId },
          select: { organisationId: true, regionCode: true },
        })
      : null;
    const mayMove =
      lot !== null &&
      (can(actor, "lot.create", lot) || can(actor, "lot.operate", { regionCode: lot.regionCode }));
    assertFound(mayMove ? lot : null);
    if (RUN_ENDING_MOVES.some((one) => one === move)) {
      // Asked under the lock: a run is made under it.
      await lockLot(tx, lotId);
      const runs = await tx.auction.count({ where: { lotId, state: { in: LIVE_RUNS } } });
      if (runs > 0) throw new DomainError("lot_run_operates", { status: 409 });
    }
    await advance(tx, lotConduct, lotId, move, actor, rest);
  });
}
