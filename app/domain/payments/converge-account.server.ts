import type Stripe from "stripe";
import type { Db } from "~/platform/db.server";

/** Brings what is known of an organisation's account into line with Stripe, in any order, however often. */
export async function convergeAccount(stripe: Stripe, accountId: string, db: Db): Promise<void> {
  const isOurs = (await db.stripeAccountLink.count({ where: { accountId } })) > 0;
  if (!isOurs) return;
  const { payouts_enabled } = await stripe.accounts.retrieve(accountId);
  await db.stripeAccountLink.updateMany({
    where: { accountId },
    data: { canReceive: payouts_enabled === true },
  });
}
