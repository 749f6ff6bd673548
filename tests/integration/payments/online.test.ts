import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { askAboutDifference } from "~/domain/payments/ask-about-difference.server";
import { askStripe } from "~/domain/payments/ask-stripe.server";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { convergeRefund } from "~/domain/payments/converge-refund.server";
import { leaveCheckout } from "~/domain/payments/leave-checkout.server";
import { linkStripeAccount } from "~/domain/payments/link-stripe-account.server";
import { movePayout } from "~/domain/payments/move-payout.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { sendPayout } from "~/domain/payments/send-payout.server";
import { sendRefund } from "~/domain/payments/send-refund.server";
import { startCheckout } from "~/domain/payments/start-checkout.server";
import { sweepPayments } from "~/domain/payments/sweep-payments.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { resetEnv } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import { makeTreasurer, makeTwoOperators } from "../../factories/payments.ts";
import { makeOrganisation, makeStranger } from "../../factories/people.ts";
import { deliver, useTestStripe } from "../../factories/stripe.ts";
import { useTestDb } from "../../setup/database.ts";

describe("payment through Stripe", () => {
  const t = useTestDb("file");
  const stripe = useTestStripe();
  const market = systemActor("test");
  const code = (code: string) => expect.objectContaining({ code });

  async function ask(values: { amountFen?: bigint; dueAt?: Date | null } = {}) {
    const payer = await makeOrganisation(t.db);
    const treasurer = await makeTreasurer(t.db, payer.id);
    const request = {
      ...({ purpose: "DEPOSIT", caseType: "LOT", title: "竞价保证金" } as const),
      ...{ caseId: newId(), itemId: newId(), payerOrganisationId: payer.id },
      ...{ amountFen: values.amountFen ?? 1_000_000n, dueAt: values.dueAt ?? null },
    };
    const { id } = await t.db.$transaction((tx) => requestPayment(tx, request, market));
    return { id, payer, treasurer, request };
  }
  const read = (id: string) =>
    t.db.payment.findUniqueOrThrow({ where: { id }, include: { refund: true } });
  const sessionOf = async (id: string) => (await read(id)).stripeSessionId ?? "";
  const sums = async (paymentId: string) => {
    const entries = await t.db.ledgerEntry.findMany({
      where: { transaction: { paymentId } },
      include: { account: true },
    });
    const found: Record<string, bigint> = {};
    for (const { account, amountFen } of entries) {
      const name = account.code.split(":")[0] ?? "";
      found[name] = (found[name] ?? 0n) + amountFen;
    }
    return found;
  };

  it("is booked when Stripe says so, however often it is told", async () => {
    const { id, treasurer } = await ask();
    const url = await startCheckout(id, treasurer, t.db);
    expect(url).toContain("/demo-checkout/cs_test_");
    expect(await startCheckout(id, treasurer, t.db)).toBe(url);
    await askStripe(id, t.db);
    expect((await read(id)).state).toBe("STARTED");
    stripe.pay(await sessionOf(id));
    const events = stripe.takeEvents();
    expect(events).toHaveLength(3);
    await Promise.all(events.map((event) => deliver(event, t.db)));
    for (const event of events) await deliver(event, t.db);
    await askStripe(id, t.db);
    expect((await read(id)).state).toBe("PAID");
    expect(await sums(id)).toEqual({
      stripe: 994_000n,
      deposits: -1_000_000n,
      "stripe-fees": 6000n,
    });
  });

  it("is for the payer's treasurers only", async () => {
    const { id, payer } = await ask();
    await expect(startCheckout(id, await makeStranger(t.db), t.db)).rejects.toEqual(
      code("not_found"),
    );
    const member = { ...(await makeTreasurer(t.db, payer.id)) };
    const [membership] = member.memberships;
    if (!membership) throw new Error("no membership");
    const clerk = { ...member, memberships: [{ ...membership, scopes: [] }] };
    await expect(startCheckout(id, clerk, t.db)).rejects.toEqual(code("forbidden"));
  });

  it("opens one page for two clicks at once", async () => {
    const { id, treasurer } = await ask();
    const urls = await Promise.all([1, 2].map(() => startCheckout(id, treasurer, t.db)));
    expect(new Set(urls).size).toBe(1);
    expect((await read(id)).attempt).toBe(1);
  });

  it("takes no more than a card can carry", async () => {
    const { id, treasurer } = await ask({ amountFen: 100_000_000_00n });
    await expect(startCheckout(id, treasurer, t.db)).rejects.toEqual(
      code("payment_too_large_for_card"),
    );
  });

  it("goes on after a crash between Stripe's answer and the note of it", async () => {
    const { id, treasurer } = await ask();
    await startCheckout(id, treasurer, t.db);
    const sessionId = await sessionOf(id);
    await t.db.payment.update({ where: { id }, data: { stripeSessionId: null } });
    stripe.pay(sessionId);
    await askStripe(id, t.db);
    expect(await read(id)).toMatchObject({ state: "PAID", stripeSessionId: sessionId });
  });

  it("is given up for another way, unless it was paid meanwhile", async () => {
    const left = await ask();
    await startCheckout(left.id, left.treasurer, t.db);
    await leaveCheckout(left.id, left.treasurer, t.db);
    expect((await read(left.id)).state).toBe("DUE");
    await startCheckout(left.id, left.treasurer, t.db);
    expect((await read(left.id)).attempt).toBe(2);
    stripe.pay(await sessionOf(left.id));
    await leaveCheckout(left.id, left.treasurer, t.db);
    expect((await read(left.id)).state).toBe("PAID");
  });

  it("never counts another amount or currency as paid", async () => {
    for (const wrong of [{ amount_total: 900_000 }, { currency: "usd" }]) {
      const { id, treasurer } = await ask();
      await startCheckout(id, treasurer, t.db);
      const sessionId = await sessionOf(id);
      const session = stripe.standIn.context.store.state.sessions[sessionId];
      if (!session) throw new Error("no session");
      Object.assign(session, wrong);
      stripe.pay(sessionId);
      const events = stripe.takeEvents();
      for (const event of [...events, ...events]) await deliver(event, t.db);
      expect((await read(id)).state).toBe("DUE");
      const arrived = "currency" in wrong ? {} : { stripe: 900_000n, differences: -900_000n };
      expect(await sums(id)).toEqual(arrived);
      const flags = { action: "payment.difference", subjectId: id };
      expect(await t.db.auditEvent.count({ where: flags })).toBe(1);
    }
  });

  it("clears a difference that was refunded on Stripe's own pages, once, also when it then fails", async () => {
    const { id, treasurer } = await ask();
    await startCheckout(id, treasurer, t.db);
    const sessionId = await sessionOf(id);
    const session = stripe.standIn.context.store.state.sessions[sessionId];
    if (!session) throw new Error("no session");
    Object.assign(session, { amount_total: 900_000 });
    stripe.pay(sessionId);
    await askStripe(id, t.db);
    const intent = session.payment_intent;
    if (typeof intent !== "string") throw new Error("not paid");
    const refund = await findStripe()?.refunds.create({ payment_intent: intent });
    if (!refund) throw new Error("no refund");
    await askAboutDifference(id, (await makeTwoOperators(t.db))[0], t.db);
    for (const event of stripe.takeEvents()) await deliver(event, t.db);
    expect(await sums(id)).toMatchObject({ stripe: 0n, differences: 0n });
    const failed = { ...refund, status: "failed" };
    for (const one of [failed, failed]) await convergeRefund(one, t.db);
    expect(await sums(id)).toMatchObject({ stripe: 900_000n, differences: -900_000n });
  });

  it("goes back when it comes after the end", async () => {
    const { id, treasurer } = await ask();
    await startCheckout(id, treasurer, t.db);
    const sessionId = await sessionOf(id);
    await t.db.$transaction((tx) => cancelPayment(tx, id, market));
    stripe.pay(sessionId);
    for (const event of stripe.takeEvents()) await deliver(event, t.db);
    const row = await read(id);
    expect(row).toMatchObject({ state: "RETURN_DUE", refund: { state: "DUE" } });
    await sendRefund(row.refund?.id ?? "", t.db);
    expect((await read(id)).state).toBe("RETURNED");
  });

  it("is refunded once, also after a crash between Stripe and the commit", async () => {
    const { id, treasurer } = await ask();
    await startCheckout(id, treasurer, t.db);
    stripe.pay(await sessionOf(id));
    await askStripe(id, t.db);
    await t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, market));
    const refundId = (await read(id)).refund?.id ?? "";
    // The first run ends before it can note Stripe's answer: the rest of it is lost.
    const { store } = stripe.standIn.context;
    await Promise.all([sendRefund(refundId, t.db), sendRefund(refundId, t.db)]);
    await sendRefund(refundId, t.db);
    for (const event of stripe.takeEvents()) await deliver(event, t.db);
    const intent = (await read(id)).stripePaymentIntentId;
    const made = Object.values(store.state.refunds).filter((one) => one.payment_intent === intent);
    expect(made).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: "RETURNED", refund: { state: "DONE" } });
    expect(await sums(id)).toEqual({ stripe: -6000n, deposits: 0n, "stripe-fees": 6000n });
  });

  it("is passed on through Connect once, where that is switched on", async () => {
    process.env.STRIPE_CONNECT = "on";
    resetEnv();
    try {
      const seller = await makeOrganisation(t.db);
      const uscc = `91370100${process.pid}`.padEnd(18, "0").slice(0, 18);
      await t.db.organisation.update({ where: { id: seller.id }, data: { uscc } });
      const { id, treasurer } = await ask();
      await startCheckout(id, treasurer, t.db);
      stripe.pay(await sessionOf(id));
      await askStripe(id, t.db);
      await t.db.$transaction((tx) =>
        applyDeposit(tx, id, { toOrganisationId: seller.id }, market),
      );
      const payout = await t.db.payout.findFirstOrThrow({ where: { caseId: id } });
      const [operator] = await makeTwoOperators(t.db);
      const link = (accountId: string) => linkStripeAccount({ uscc, accountId }, operator, t.db);
      await expect(link("acct_none")).rejects.toEqual(code("stripe_account_unknown"));
      const account = await findStripe()?.accounts.create({ type: "express" });
      stripe.finishAccount(account?.id ?? "");
      await link(account?.id ?? "");
      await movePayout({ id: payout.id, move: "sendOnline" }, operator, t.db);
      await Promise.all([sendPayout(payout.id, t.db), sendPayout(payout.id, t.db)]);
      for (const event of stripe.takeEvents()) await deliver(event, t.db);
      const made = Object.values(stripe.standIn.context.store.state.transfers);
      expect(made).toHaveLength(1);
      const done = await t.db.payout.findUniqueOrThrow({ where: { id: payout.id } });
      expect(done).toMatchObject({ state: "DONE", stripeTransferId: made[0]?.id });
      expect(await sums(id)).toMatchObject({ stripe: -6000n, owed: 0n });
    } finally {
      delete process.env.STRIPE_CONNECT;
      resetEnv();
    }
  });

  it("lapses unpaid, and its open page is closed at Stripe", async () => {
    const test = useTestClock(clock.now());
    try {
      const dueAt = new Date(clock.now().getTime() + 60_000);
      const { id, treasurer } = await ask({ dueAt });
      const plain = await ask({ dueAt });
      await startCheckout(id, treasurer, t.db);
      const sessionId = await sessionOf(id);
      test.advance(61_000);
      await expect(startCheckout(plain.id, plain.treasurer, t.db)).rejects.toEqual(
        code("payment_too_late"),
      );
      await sweepPayments(t.db);
      expect((await read(id)).state).toBe("LAPSED");
      expect((await read(plain.id)).state).toBe("LAPSED");
      expect(stripe.standIn.context.store.state.sessions[sessionId]?.status).toBe("expired");
    } finally {
      test.restore();
    }
  });
});
