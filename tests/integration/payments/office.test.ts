import { describe, expect, it } from "vitest";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { importBankList } from "~/domain/payments/import-bank-list.server";
import { issueInvoice } from "~/domain/payments/issue-invoice.server";
import { caseBalances, listAccounts, listBookings } from "~/domain/payments/ledger-queries.server";
import { matchBankLine } from "~/domain/payments/match-bank-line.server";
import { movePayout } from "~/domain/payments/move-payout.server";
import { moveRefund } from "~/domain/payments/move-refund.server";
import { listOfficePayments, listPayments } from "~/domain/payments/payment-list-queries.server";
import type { PaymentPurpose } from "~/domain/payments/payment-procedure";
import { getPaymentView } from "~/domain/payments/payment-view-queries.server";
import { listPayouts } from "~/domain/payments/payout-queries.server";
import { getReconciliation } from "~/domain/payments/reconciliation-queries.server";
import { listRefunds } from "~/domain/payments/refund-queries.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { saveInvoice } from "~/domain/payments/save-invoice.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTreasurer, makeTwoOperators, payByTransfer } from "../../factories/payments.ts";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people.ts";
import { useTestDb } from "../../setup/database.ts";

describe("the market's own work with money", () => {
  const t = useTestDb("file");
  const market = systemActor("test");
  const code = (code: string) => expect.objectContaining({ code });

  async function paid(purpose: PaymentPurpose = "DEPOSIT", payeeOrganisationId?: string) {
    const payer = await makeOrganisation(t.db);
    const request = {
      ...({ purpose, caseType: "LOT", caseId: newId(), itemId: newId(), title: "款项" } as const),
      ...{ payerOrganisationId: payer.id, amountFen: 3_000_00n },
      ...(payeeOrganisationId ? { payeeOrganisationId } : {}),
    };
    const { id, reference } = await t.db.$transaction((tx) => requestPayment(tx, request, market));
    await payByTransfer(t, id);
    return { id, reference, payer, caseId: request.caseId };
  }
  const stateOf = async (id: string) =>
    (await t.db.payment.findUniqueOrThrow({ where: { id } })).state;
  const page = { skip: 0, take: 20 };

  it("sends a deposit back by transfer with two people", async () => {
    const { id, payer } = await paid();
    await t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, market));
    await t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, market));
    const refund = await t.db.refund.findUniqueOrThrow({ where: { paymentId: id } });
    const [first, second] = await makeTwoOperators(t.db);
    const send = (actor: UserActor, bankReference = "BACK1") =>
      moveRefund({ id: refund.id, move: "sendTransfer", bankReference }, actor, t.db);
    const confirm = (actor: UserActor) =>
      moveRefund({ id: refund.id, move: "confirm" }, actor, t.db);
    await expect(send(await makeTreasurer(t.db, payer.id))).rejects.toEqual(code("forbidden"));
    await expect(send(await makeOfficer(t.db, "MARKET_OPERATOR", "370100"))).rejects.toEqual(
      code("forbidden"),
    );
    await send(first);
    await expect(confirm(first)).rejects.toEqual(code("payment_second_person"));
    await moveRefund({ id: refund.id, move: "takeBack", note: "写错了" }, second, t.db);
    await send(second);
    const both = await Promise.allSettled([confirm(first), confirm(first)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(id)).toBe("RETURNED");
    const { items } = await listRefunds("done", page, first, t.db);
    expect(items[0]).toMatchObject({ state: "DONE", bankReference: "BACK1" });
    const other = await paid();
    await t.db.$transaction((tx) => releaseDeposit(tx, other.id, { reason: "未中选" }, market));
    const next = await t.db.refund.findUniqueOrThrow({ where: { paymentId: other.id } });
    const again = { id: next.id, move: "sendTransfer", bankReference: "BACK1" } as const;
    await expect(moveRefund(again, first, t.db)).rejects.toEqual(code("bank_reference_used"));
  });

  it("passes on what is owed once, with two people, and not what went back", async () => {
    const seller = await makeOrganisation(t.db);
    const { id } = await paid();
    await t.db.$transaction((tx) => applyDeposit(tx, id, { toOrganisationId: seller.id }, market));
    const payout = await t.db.payout.findFirstOrThrow({ where: { caseId: id } });
    const [first, second] = await makeTwoOperators(t.db);
    const own = await makeMember(t.db, seller.id);
    const insider = { ...first, memberships: own.memberships };
    const send = (actor: UserActor) =>
      movePayout({ id: payout.id, move: "sendTransfer", bankReference: "OUT1" }, actor, t.db);
    await expect(send(own)).rejects.toEqual(code("forbidden"));
    await expect(send(insider)).rejects.toEqual(code("payment_own_money"));
    await expect(movePayout({ id: payout.id, move: "sendOnline" }, first, t.db)).rejects.toEqual(
      code("payout_no_connect"),
    );
    await send(first);
    await expect(movePayout({ id: payout.id, move: "confirm" }, first, t.db)).rejects.toEqual(
      code("payment_second_person"),
    );
    await movePayout({ id: payout.id, move: "confirm" }, second, t.db);
    expect((await listPayouts("done", page, first, t.db)).total).toBe(1);
    const price = await paid("PRICE", seller.id);
    await t.db.$transaction((tx) => releaseDeposit(tx, price.id, { reason: "解除" }, market));
    const dropped = await t.db.payout.findFirstOrThrow({ where: { caseId: price.id } });
    expect(dropped).toMatchObject({ state: "FAILED", failure: "returned" });
    await expect(
      movePayout({ id: dropped.id, move: "retry", note: "再付" }, first, t.db),
    ).rejects.toEqual(code("payout_not_owed"));
  });

  it("does not return what was passed on", async () => {
    const seller = await makeOrganisation(t.db);
    const { id } = await paid("PRICE", seller.id);
    const payout = await t.db.payout.findFirstOrThrow({ where: { caseId: id } });
    const [first] = await makeTwoOperators(t.db);
    await movePayout({ id: payout.id, move: "sendTransfer", bankReference: "OUT2" }, first, t.db);
    await expect(
      t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "解除" }, market)),
    ).rejects.toEqual(code("payment_passed_on"));
  });

  it("shows a deposit to its payer and the operators, never to its payee", async () => {
    const seller = await makeOrganisation(t.db);
    const deposit = await paid("DEPOSIT", seller.id);
    const price = await paid("PRICE", seller.id);
    const [operator] = await makeTwoOperators(t.db);
    const ofSeller = await makeMember(t.db, seller.id, "OWNER", ["MONEY"]);
    const ofPayer = await makeMember(t.db, deposit.payer.id);
    await expect(getPaymentView(deposit.id, ofSeller, t.db)).rejects.toEqual(code("not_found"));
    await expect(getPaymentView(deposit.id, await makeStranger(t.db), t.db)).rejects.toEqual(
      code("not_found"),
    );
    expect((await getPaymentView(deposit.id, ofPayer, t.db)).proofs).toHaveLength(1);
    expect((await getPaymentView(deposit.id, operator, t.db)).proofs).toHaveLength(1);
    const seen = await getPaymentView(price.id, ofSeller, t.db);
    expect(seen).toMatchObject({ proofs: [], mayPay: false, invoice: null });
    const incoming = await listPayments("incoming", page, ofSeller, t.db);
    expect(incoming.items.map((one) => one.id)).toEqual([price.id]);
    expect((await listPayments("held", page, ofPayer, t.db)).total).toBe(1);
    const found = { folder: "all", find: deposit.reference } as const;
    expect((await listOfficePayments(found, page, operator, t.db)).total).toBe(1);
    await expect(listOfficePayments(found, page, ofSeller, t.db)).rejects.toEqual(
      code("forbidden"),
    );
  });

  it("takes invoice data for fees until the invoice is issued", async () => {
    const fee = await paid("SERVICE_FEE");
    const [operator] = await makeTwoOperators(t.db);
    const treasurer = await makeTreasurer(t.db, fee.payer.id);
    const data = {
      ...({ title: "测试单位", uscc: "91370100MA3TEST00X", kind: "SPECIAL" } as const),
      ...{ address: "济南市", bankAccount: "某银行 6222000011112222" },
    };
    const save = (actor: UserActor, paymentId = fee.id) =>
      saveInvoice({ paymentId, ...data }, actor, t.db);
    await expect(save(await makeMember(t.db, fee.payer.id))).rejects.toEqual(code("forbidden"));
    await Promise.all([save(treasurer), save(treasurer)]);
    const stored = await t.db.invoice.findUniqueOrThrow({ where: { paymentId: fee.id } });
    expect(stored.bankAccount).not.toContain("6222");
    const view = await getPaymentView(fee.id, treasurer, t.db);
    expect(view.invoice?.data?.bankAccount).toBe(data.bankAccount);
    const issued = { paymentId: fee.id, issuedNumber: "2637", issuedOn: calendarDate(clock.now()) };
    await expect(issueInvoice(issued, treasurer, t.db)).rejects.toEqual(code("forbidden"));
    await issueInvoice(issued, operator, t.db);
    await expect(issueInvoice(issued, operator, t.db)).rejects.toEqual(
      code("invoice_issued_already"),
    );
    await expect(save(treasurer)).rejects.toEqual(code("invoice_issued_already"));
    const deposit = await paid();
    await expect(save(await makeTreasurer(t.db, deposit.payer.id), deposit.id)).rejects.toEqual(
      code("payment_no_invoice"),
    );
  });

  it("keeps a ledger that sums to zero, by account and by case", async () => {
    const { id, reference, caseId } = await paid();
    const [operator] = await makeTwoOperators(t.db);
    expect((await listAccounts(page, operator, t.db)).sumFen).toBe(0n);
    for (const find of [reference, caseId, id]) {
      const { bookings } = await listBookings({ find }, page, operator, t.db);
      expect(bookings).toHaveLength(1);
      const sums = (await caseBalances(find, operator, t.db)).map((one) => one.balanceFen);
      expect(sums).toEqual([300_000n, -300_000n]);
    }
    await expect(listAccounts(page, await makeStranger(t.db), t.db)).rejects.toEqual(
      code("forbidden"),
    );
  });

  it("refuses an unbalanced booking and any change in the database itself", async () => {
    const accounts = await t.db.ledgerAccount.findMany({ take: 2 });
    const [one, two] = accounts.map((account) => account.id);
    const lone = t.db.$transaction(async (tx) => {
      const id = newId();
      const head = { id, at: clock.now(), kind: "CORRECTION", dedupeKey: id };
      await tx.ledgerTransaction.create({ data: { ...head, caseType: "LOT", caseId: newId() } });
      const entries = [
        { transactionId: id, accountId: one ?? "", amountFen: 5n },
        { transactionId: id, accountId: two ?? "", amountFen: -4n },
      ];
      await tx.ledgerEntry.createMany({ data: entries });
    });
    await expect(lone).rejects.toThrow();
    await expect(t.db.ledgerEntry.deleteMany({})).rejects.toThrow();
  });

  it("imports the bank's list again and again, and names what does not fit", async () => {
    const { id, reference } = await paid();
    const [operator] = await makeTwoOperators(t.db);
    const month = calendarDate(clock.now()).slice(0, 7);
    const before = await getReconciliation(month, operator, t.db);
    const missing = (found: typeof before) =>
      found.differences.filter((one) => one.kind === "BOOKED_NOT_AT_BANK" && one.paymentId === id);
    expect(missing(before)).toHaveLength(1);
    const day = calendarDate(clock.now());
    const csv = `bank_reference,date,amount,text\nB-1,${day},"3,000.00",保证金 ${reference}\nB-2,${day},-12.5,手续费\n`;
    const [one, two] = await Promise.all([
      importBankList(csv, operator, t.db),
      importBankList(csv, operator, t.db),
    ]);
    expect([one.created, two.created].sort()).toEqual([0, 2]);
    expect(one.matched + two.matched).toBe(1);
    const after = await getReconciliation(month, operator, t.db);
    expect(missing(after)).toHaveLength(0);
    const unmatched = after.differences.filter((found) => found.kind === "BANK_OUT");
    expect(unmatched.map((found) => found.amountFen)).toEqual([-1250n]);
    const line = { id: unmatched[0]?.bankLineId ?? "", reference: "GM00000000" };
    await expect(matchBankLine(line, operator, t.db)).rejects.toEqual(
      code("payment_reference_unknown"),
    );
    await matchBankLine({ ...line, reference }, operator, t.db);
    await expect(matchBankLine({ ...line, reference }, operator, t.db)).rejects.toEqual(
      code("wrong_state"),
    );
    const changed = csv.replace("3,000.00", "4,000.00");
    await expect(importBankList(changed, operator, t.db)).rejects.toEqual(
      code("bank_list_conflict"),
    );
    await expect(importBankList(csv, await makeStranger(t.db), t.db)).rejects.toEqual(
      code("forbidden"),
    );
  });
});
