import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db, DbOrTx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe, isStripeAway } from "~/platform/stripe.server";
import { convergeAccount } from "./converge-account.server";
import type { ReceivingState } from "./payment-view";

/** How each organisation of a person receives what others pay to it. */
export async function listReceivingAccounts(actor: UserActor, db: DbOrTx) {
  const ids = actor.memberships.map((one) => one.organisationId);
  const links = await db.stripeAccountLink.findMany({ where: { organisationId: { in: ids } } });
  const accounts = actor.memberships.map(({ organisationId, organisationName }) => {
    const link = links.find((one) => one.organisationId === organisationId);
    const state: ReceivingState = link ? (link.canReceive ? "READY" : "STARTED") : "NONE";
    const mayOpen = can(actor, "payment.confirm", { organisationId });
    return { organisationId, name: organisationName, state, mayOpen };
  });
  return { isOn: env().STRIPE_CONNECT && findStripe() !== null, accounts };
}

/**
 * Asks Stripe whether the account can receive by now.
 * @throws DomainError "not_found" (404) for strangers
 */
export async function askAboutAccount(
  organisationId: string,
  actor: UserActor,
  db: Db,
): Promise<"ready" | "unfinished" | "away"> {
  const isOwn = actor.memberships.some((one) => one.organisationId === organisationId);
  if (!isId(organisationId) || !isOwn) throw new DomainError("not_found", { status: 404 });
  const stripe = findStripe();
  const where = { organisationId };
  const link = await db.stripeAccountLink.findUnique({ where });
  if (!stripe || !link) return "unfinished";
  try {
    await convergeAccount(stripe, link.accountId, db);
  } catch (error) {
    if (isStripeAway(error)) return "away";
    throw error;
  }
  const now = await db.stripeAccountLink.findUnique({ where });
  return now?.canReceive ? "ready" : "unfinished";
}
