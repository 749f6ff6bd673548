import type Stripe from "stripe";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertSecondStep } from "~/domain/identity/assert-second-step.server";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { appUrl, env } from "~/platform/env.server";
import { findStripe, isStripeAway } from "~/platform/stripe.server";
import { RECEIVING_HREF } from "./payment-href";

export type ReceivingAccountInput = {
  organisationId: string;
  /** Password, or code of the authenticator. */
  secret: string;
  headers: Headers;
};

/**
 * A treasurer opens an account at Stripe Connect for what others pay to the organisation, or goes on
 * with one that Stripe has not finished checking. Bank details are given to Stripe only. Another
 * account in its place is stored by an operator (`linkStripeAccount`).
 * @returns the address of Stripe's page
 * @throws DomainError "not_found" (404) for strangers, "forbidden" (403), "payout_no_connect" (409),
 * "payment_online_away" (503), those of `assertSecondStep`
 */
export async function openReceivingAccount(
  input: ReceivingAccountInput,
  actor: UserActor,
  db: Db,
): Promise<string> {
  const { organisationId } = input;
  if (!actor.memberships.some((one) => one.organisationId === organisationId)) {
    throw new DomainError("not_found", { status: 404 });
  }
  if (!can(actor, "payment.confirm", { organisationId })) {
    throw new DomainError("forbidden", { status: 403 });
  }
  const stripe = findStripe();
  if (!stripe || !env().STRIPE_CONNECT) throw new DomainError("payout_no_connect", { status: 409 });
  await assertSecondStep(input, actor, db);
  try {
    const account = await findOrOpen(stripe, organisationId, actor, db);
    const back = `${appUrl()}${RECEIVING_HREF}`;
    const link = await stripe.accountLinks.create({
      account,
      type: "account_onboarding",
      refresh_url: back,
      return_url: `${back}/return?organisation=${organisationId}`,
    });
    return link.url;
  } catch (error) {
    if (isStripeAway(error)) throw new DomainError("payment_online_away", { status: 503 });
    throw error;
  }
}

async function findOrOpen(
  stripe: Stripe,
  organisationId: string,
  actor: UserActor,
  db: Db,
): Promise<string> {
  const where = { organisationId };
  const known = await db.stripeAccountLink.findUnique({ where });
  if (known) return known.accountId;
  // Two at once ask with one key: Stripe answers both with the same account.
  const account = await stripe.accounts.create(
    { type: "express", metadata: { organisationId } },
    { idempotencyKey: `account:${organisationId}` },
  );
  return inTransaction(db, async (tx) => {
    const { count } = await tx.stripeAccountLink.createMany({
      data: [
        {
          organisationId,
          accountId: account.id,
          canReceive: account.payouts_enabled === true,
          createdAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0) {
      await appendAudit(tx, actor, {
        action: "payment.account.opened",
        subjectType: "Organisation",
        subjectId: organisationId,
        detail: { accountId: account.id },
      });
    }
    return (await tx.stripeAccountLink.findUniqueOrThrow({ where })).accountId;
  });
}
