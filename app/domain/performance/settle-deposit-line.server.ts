import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { DEPOSIT_TITLE } from "./plan-rules";
import { goOnAfterSettlement } from "./settle-instalment.server";

const market = systemActor("performance-plan");

/** The line of the deposit is settled once the deposit is booked for the seller. The caller holds the room. */
export async function settleDepositLine(tx: Tx, contractId: string): Promise<void> {
  const line = await tx.instalment.findFirst({
    where: { contractId, title: DEPOSIT_TITLE, state: "PLANNED" },
    select: { id: true, amountFen: true },
  });
  if (!line?.amountFen) return;
  const input = { amountFen: line.amountFen.toString() };
  await advance(tx, instalmentConduct, line.id, "countDeposit", market, input);
  await goOnAfterSettlement(tx, contractId, line.id);
}
