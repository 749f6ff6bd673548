import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Tx } from "~/platform/db.server";
import { loadLotApplications } from "./lot-application-rows.server";
import type { LotRow } from "./lot-rows.server";
import { requestLotDeposit } from "./request-lot-deposit.server";

/** New dates of a lot are those of the deposits it still waits for; one that has lapsed is asked for anew. */
export async function carryLotDeposits(tx: Tx, lot: LotRow, actor: Actor): Promise<void> {
  const waiting = lot.applications.filter((one) => one.state === "QUALIFIED").map((one) => one.id);
  const now = clock.now();
  for (const row of await loadLotApplications(tx, waiting)) {
    await requestLotDeposit(tx, row, now, actor);
  }
}
