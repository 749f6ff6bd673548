import { answerTransfer } from "~/domain/payments/answer-transfer.server";
import { proveTransfer } from "~/domain/payments/prove-transfer.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { playerOf, SCAN } from "./deal-cast";
import type { DemoCast } from "./write-people";

/** How far a demonstration's payment goes. */
export type TransferStage = "shown" | "noted" | "confirmed";

/**
 * Lets a player of the demonstration pay by bank transfer as people do: the receipt is uploaded, one
 * operator notes the money, a second one confirms it.
 * @param payer name before the @ of somebody of the payer with the scope MONEY
 */
export async function payDeposit(
  db: Db,
  cast: DemoCast,
  paymentId: string,
  payer: string,
  until: TransferStage = "confirmed",
): Promise<void> {
  const row = await db.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const paidOn = calendarDate(clock.now());
  await proveTransfer(
    {
      paymentId,
      amountFen: row.amountFen,
      paidOn,
      // Digits of a bank's number: the day and the payment's own number.
      bankReference: `${paidOn.replaceAll("-", "")}${String(row.number).padStart(8, "0")}`,
      upload: { name: "银行回单.pdf", bytes: SCAN.bytes },
    },
    await playerOf(db, cast, payer),
    db,
  );
  if (until === "shown") return;
  const proof = await db.transferProof.findFirstOrThrow({ where: { paymentId, rejectedAt: null } });
  const proofId = proof.id;
  const first = await playerOf(db, cast, "operator");
  await answerTransfer({ paymentId, move: "receive", proofId }, first, db);
  if (until === "noted") return;
  const second = await playerOf(db, cast, "operator2");
  await answerTransfer({ paymentId, move: "confirm", proofId }, second, db);
}
