import type { SystemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { challengeTakerConduct } from "./challenge-taker-conduct.server";
import { lockTaker } from "./taker-rows.server";

/** The poster's part is paid, or there was none: the taker's case is over. A second time does nothing. */
export async function rewardTaker(tx: Tx, takerId: string, market: SystemActor): Promise<void> {
  const row = await lockTaker(tx, takerId);
  if (row.state !== "PASSED") return;
  await advance(tx, challengeTakerConduct, row.id, "reward", market);
}
