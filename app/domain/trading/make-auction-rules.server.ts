import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { buildAuctionRules } from "./auction-plan-rules";
import type { AuctionRules } from "./auction-rules-schema";
import { getBiddingDefaults } from "./bidding-defaults.server";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";

/**
 * The rules of a lot as they would be announced now.
 * @throws DomainError "lot_rules_unsound" when the figures do not make a run
 */
export async function makeAuctionRules(tx: Tx, lot: LotRow, now: Date): Promise<AuctionRules> {
  const { reserveFen } = await tx.lot.findUniqueOrThrow({
    where: { id: lot.id },
    select: { reserveFen: true },
  });
  const { plan } = readLotTerms(lot.conditions);
  const reserve =
    lot.reserveIsPublic && reserveFen !== null
      ? ({ kind: "PUBLIC", amountFen: reserveFen } as const)
      : lot.reserveHash
        ? ({ kind: "SECRET", commitment: lot.reserveHash } as const)
        : ({ kind: "NONE" } as const);
  const dated = await getBiddingDefaults(tx, now);
  try {
    return buildAuctionRules(
      {
        mode: lot.mode,
        startPriceFen: lot.startPriceFen ?? 0n,
        stepFen: lot.stepFen ?? 0n,
        isTraining: lot.isTraining,
        reserve,
      },
      plan,
      dated,
    );
  } catch {
    throw new DomainError("lot_rules_unsound", { field: "maxDrops" });
  }
}
