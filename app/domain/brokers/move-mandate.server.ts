import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { computeFee } from "./fee-rules";
import { assertMandateSeen } from "./mandate-access.server";
import { mandateConduct } from "./mandate-conduct.server";
import { feeTableOf, mandateSelect } from "./mandate-rows.server";

/** Moves that broker or client make, each with what its form asks. */
export type MandateStep =
  | { move: "withdraw" }
  | { move: "terminate" | "dispute"; note: string }
  | { move: "propose" | "settle" | "settleFree"; feeFen: bigint }
  | { move: "claimFee"; turnoverFen: bigint | null }
  | { move: "confirmPaid"; receivedOn: string };

/**
 * Moves a mandate on. A fee is claimed as the table computes it; the turnover is stated only where
 * the contract leaves it open.
 * @throws DomainError "not_found", "wrong_actor" (403), "wrong_state" (409), or what a condition says
 */
export async function moveMandate(
  input: { mandateId: string } & MandateStep,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { dealId } = await assertMandateSeen(tx, input.mandateId, actor);
    // Fees are entered into the ledger of a deal, under the lock of its room and before the mandate's.
    if (dealId) await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${dealId}::uuid FOR UPDATE`;
    const evidence = await inputOf(tx, input);
    await advance(tx, mandateConduct, input.mandateId, input.move, actor, evidence);
  });
}

async function inputOf(tx: Tx, input: { mandateId: string } & MandateStep): Promise<MoveInput> {
  switch (input.move) {
    case "withdraw":
      return {};
    case "terminate":
    case "dispute":
      return { note: input.note };
    case "propose":
    case "settle":
    case "settleFree":
      return { feeFen: input.feeFen.toString() };
    case "confirmPaid":
      return { receivedOn: input.receivedOn };
    case "claimFee": {
      const where = { id: input.mandateId };
      const row = await tx.mandate.findUniqueOrThrow({ where, select: mandateSelect });
      // In any other state the kernel refuses the move.
      if (row.feeFen !== null || row.state !== "CONTRACT_MADE") return {};
      const fee = computeFee(feeTableOf(row), input.turnoverFen);
      if (fee === null) throw new DomainError("mandate_fee_unknown", { field: "turnover" });
      return {
        feeFen: fee.totalFen.toString(),
        turnoverFen: input.turnoverFen?.toString() ?? null,
      };
    }
  }
}
