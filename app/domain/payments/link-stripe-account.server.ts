import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe, isMissingAtStripe, isStripeAway } from "~/platform/stripe.server";

/**
 * An operator stores an organisation's account at Stripe Connect, or asks again whether it can receive.
 * @throws DomainError "forbidden" (403), "payout_no_connect" (409), at `uscc`:
 * "organisation_unknown", at `accountId`: "stripe_account_unknown", "stripe_account_used" (409)
 */
export async function linkStripeAccount(
  input: { uscc: string; accountId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "ledger.operate");
  const stripe = findStripe();
  if (!stripe || !env().STRIPE_CONNECT) throw new DomainError("payout_no_connect", { status: 409 });
  const organisation = await db.organisation.findUnique({
    where: { uscc: input.uscc },
    select: { id: true },
  });
  if (!organisation) throw new DomainError("organisation_unknown", { field: "uscc" });
  const canReceive = await readAccount(input.accountId);
  const organisationId = organisation.id;
  await inTransaction(db, async (tx) => {
    const other = await tx.stripeAccountLink.findUnique({ where: { accountId: input.accountId } });
    if (other && other.organisationId !== organisationId) {
      throw new DomainError("stripe_account_used", { field: "accountId", status: 409 });
    }
    await tx.stripeAccountLink.upsert({
      where: { organisationId },
      create: { organisationId, accountId: input.accountId, canReceive, createdAt: clock.now() },
      update: { accountId: input.accountId, canReceive },
    });
    await appendAudit(tx, actor, {
      action: "payment.account.linked",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { accountId: input.accountId, canReceive },
    });
  });

  async function readAccount(id: string): Promise<boolean> {
    try {
      return (await stripe?.accounts.retrieve(id))?.payouts_enabled === true;
    } catch (error) {
      if (isMissingAtStripe(error)) {
        throw new DomainError("stripe_account_unknown", { field: "accountId" });
      }
      if (isStripeAway(error)) throw new DomainError("payment_online_away", { status: 503 });
      throw error;
    }
  }
}
