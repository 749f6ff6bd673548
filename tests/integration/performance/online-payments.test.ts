import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { proveTransfer } from "~/domain/payments/prove-transfer.server";
import { startCheckout } from "~/domain/payments/start-checkout.server";
import { askOnlinePayment } from "~/domain/performance/ask-online-payment.server";
import { instalmentConduct } from "~/domain/performance/instalment-conduct.server";
import { noteInstalmentPayment } from "~/domain/performance/note-instalment-payment.server";
import { getPayment } from "~/domain/performance/payment-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { resetEnv } from "~/platform/env.server";
import { transferReceipt } from "../../factories/payments.ts";
import { makeStranger } from "../../factories/people.ts";
import {
  achieve,
  makeRunningDeal,
  pay,
  prove,
  type RunningDeal,
} from "../../factories/performance.ts";
import { deliver, useTestStripe } from "../../factories/stripe.ts";
import { useTestDb } from "../../setup/database.ts";

const t = useTestDb("file");
const stripe = useTestStripe();
const market = systemActor("payments");
const code = (name: string) => expect.objectContaining({ code: name });

beforeEach(() => {
  process.env.STRIPE_CONNECT = "on";
  resetEnv();
});
afterEach(() => {
  delete process.env.STRIPE_CONNECT;
  resetEnv();
});

/** A signed contract whose payee can receive online. */
async function makeDealOnline() {
  const deal = await makeRunningDeal(t.db);
  const organisationId = deal.supply.id;
  await t.db.stripeAccountLink.create({
    data: { organisationId, accountId: `acct_${organisationId}`, canReceive: true },
  });
  const rows = await t.db.instalment.findMany({
    where: { contractId: deal.contractId },
    orderBy: { sort: "asc" },
  });
  return { deal, rows, id: rows[0]?.id ?? "" };
}
const ask = (instalmentId: string, deal: RunningDeal, actor = deal.first) =>
  askOnlinePayment({ instalmentId }, actor, t.db);
const stateOf = async (id: string) =>
  (await t.db.instalment.findUniqueOrThrow({ where: { id } })).state;
const payment = (id: string) => t.db.payment.findUniqueOrThrow({ where: { id } });

/** The payer pays on Stripe's page; the market has heard of it, the contract has not. */
async function payOnline(paymentId: string, deal: RunningDeal): Promise<void> {
  await startCheckout(paymentId, deal.buyer, t.db);
  stripe.pay((await payment(paymentId)).stripeSessionId ?? "");
  for (const event of stripe.takeEvents()) await deliver(event, t.db);
}

describe("an instalment paid online", () => {
  it("is asked for by the payee, confirmed by the provider's word, and owed to the payee", async () => {
    const { deal, rows, id } = await makeDealOnline();
    const { paymentId } = await ask(id, deal);
    expect(await ask(id, deal)).toEqual({ paymentId });
    const seen = async () => (await getPayment(id, deal.buyer, t.db)).online;
    const href = `/desk/payments/${paymentId}`;
    expect(await seen()).toEqual({ href, mayAsk: false, isPaid: false });
    await payOnline(paymentId, deal);
    const notes = [1, 2].map(() => noteInstalmentPayment(paymentId, market, t.db));
    await Promise.all(notes);
    await noteInstalmentPayment(paymentId, market, t.db);
    expect(await stateOf(id)).toBe("CONFIRMED");
    expect(await seen()).toEqual({ href, mayAsk: false, isPaid: true });
    expect((await payment(paymentId)).state).toBe("PAID");
    const payouts = await t.db.payout.findMany({ where: { caseId: paymentId } });
    expect(payouts).toMatchObject([
      { organisationId: deal.supply.id, state: "DUE", amountFen: rows[0]?.amountFen },
    ]);
    const { _sum } = await t.db.ledgerEntry.aggregate({
      where: { transaction: { paymentId } },
      _sum: { amountFen: true },
    });
    expect(_sum.amountFen).toBe(0n);
  });

  it("counts towards the end of the contract like any other", async () => {
    const { deal, rows, id } = await makeDealOnline();
    const where = { contractId: deal.contractId };
    for (const one of await t.db.milestone.findMany({ where })) await achieve(t.db, deal, one.id);
    for (const one of rows.slice(1)) await pay(t.db, deal, one.id);
    const { paymentId } = await ask(id, deal);
    await payOnline(paymentId, deal);
    await noteInstalmentPayment(paymentId, market, t.db);
    const contract = await t.db.contract.findUniqueOrThrow({ where: { id: deal.contractId } });
    expect(contract.state).toBe("COMPLETED");
  });

  it("is asked for by nobody else, and only where the payee itself can receive", async () => {
    const { deal, id } = await makeDealOnline();
    await expect(ask(id, deal, await makeStranger(t.db))).rejects.toEqual(code("not_found"));
    await expect(ask(id, deal, deal.buyer)).rejects.toEqual(code("forbidden"));
    const where = { organisationId: deal.supply.id };
    await t.db.stripeAccountLink.update({ where, data: { canReceive: false } });
    await expect(ask(id, deal)).rejects.toEqual(code("instalment_not_online"));
    expect((await getPayment(id, deal.first, t.db)).online).toBeNull();
    await t.db.stripeAccountLink.update({ where, data: { canReceive: true } });
    process.env.STRIPE_CONNECT = "off";
    resetEnv();
    await expect(ask(id, deal)).rejects.toEqual(code("instalment_not_online"));
  });

  it("never goes to the market's bank account", async () => {
    const { deal, rows, id } = await makeDealOnline();
    const { paymentId } = await ask(id, deal);
    const proof = {
      ...{ paymentId, amountFen: rows[0]?.amountFen ?? 0n, bankReference: "X1" },
      ...{ paidOn: calendarDate(clock.now()), upload: transferReceipt() },
    };
    await expect(proveTransfer(proof, deal.buyer, t.db)).rejects.toEqual(code("payment_other_way"));
  });

  it("is no longer asked for once it is proved on paper; what comes late goes back", async () => {
    const { deal, id } = await makeDealOnline();
    const { paymentId } = await ask(id, deal);
    await startCheckout(paymentId, deal.buyer, t.db);
    const session = (await payment(paymentId)).stripeSessionId ?? "";
    await prove(t.db, deal, id);
    expect((await payment(paymentId)).state).toBe("CANCELLED");
    stripe.pay(session);
    for (const event of stripe.takeEvents()) await deliver(event, t.db);
    await noteInstalmentPayment(paymentId, market, t.db);
    expect((await payment(paymentId)).state).toBe("RETURN_DUE");
    expect(await stateOf(id)).toBe("PROOF_GIVEN");
  });

  it("that has arrived is neither proved on paper nor kept when the plan drops it", async () => {
    const { deal, id } = await makeDealOnline();
    const { paymentId } = await ask(id, deal);
    await payOnline(paymentId, deal);
    await expect(prove(t.db, deal, id)).rejects.toEqual(code("instalment_paid_online"));
    await t.db.$transaction((tx) =>
      advance(tx, instalmentConduct, id, "cancel", systemActor("performance"), {
        note: "提前终止",
      }),
    );
    await noteInstalmentPayment(paymentId, market, t.db);
    expect((await payment(paymentId)).state).toBe("RETURN_DUE");
    expect(await stateOf(id)).toBe("CANCELLED");
  });
});
