import type { UserActor } from "~/domain/identity/actor";
import { markRead } from "~/domain/notifications/mark-read.server";
import type { DbOrTx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { markDealRead } from "./mark-deal-read.server";

/** Notes that a person was shown a room up to a message; the notices that lead there are read too. */
export async function markDealOpened(
  dealId: string,
  sequence: number,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await markRead({ href: dealHref(dealId) }, actor, db);
  if (sequence > 0) await markDealRead(dealId, sequence, actor, db);
}
