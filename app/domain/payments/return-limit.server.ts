import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Tx } from "~/platform/db.server";

/** Until when money that goes back from now on should have left. */
export async function returnLimit(tx: Tx): Promise<Date> {
  const now = clock.now();
  const hours = await getPolicyNumber(tx, "market.payment.return_hours", now);
  return new Date(now.getTime() + hours * 3_600_000);
}
