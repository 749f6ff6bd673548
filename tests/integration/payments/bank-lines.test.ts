import { describe, expect, it } from "vitest";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { bookBankLine } from "~/domain/payments/book-bank-line.server";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { importBankList } from "~/domain/payments/import-bank-list.server";
import { listAccounts } from "~/domain/payments/ledger-queries.server";
import { moveRefund } from "~/domain/payments/move-refund.server";
import { getReconciliation } from "~/domain/payments/reconciliation-queries.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTwoOperators, payByTransfer } from "../../factories/payments.ts";
import { makeMember, makeOrganisation } from "../../factories/people.ts";
import { useTestDb } from "../../setup/database.ts";

describe("money of the bank's list that nothing else accounts for", () => {
  const t = useTestDb("file");
  const market = systemActor("test");
  const code = (code: string) => expect.objectContaining({ code });

  async function requested() {
    const payer = await makeOrganisation(t.db);
    const request = {
      ...({ purpose: "DEPOSIT", caseType: "LOT", title: "保证金" } as const),
      ...{ caseId: newId(), itemId: newId(), payerOrganisationId: payer.id, amountFen: 3_000_00n },
    };
    return { payer, ...(await t.db.$transaction((tx) => requestPayment(tx, request, market))) };
  }
  async function listed(actor: UserActor, number: string, yuan: string, text: string) {
    const row = `${number},${calendarDate(clock.now())},${yuan},${text}`;
    await importBankList(`bank_reference,date,amount,text\n${row}`, actor, t.db);
    return (await t.db.bankLine.findUniqueOrThrow({ where: { bankReference: number } })).id;
  }
  const kindOf = async (id: string, actor: UserActor) =>
    (await getReconciliation(null, actor, t.db)).differences.find((one) => one.bankLineId === id)
      ?.kind;
  async function balances(actor: UserActor) {
    const { accounts } = await listAccounts({ skip: 0, take: 50 }, actor, t.db);
    const of = (code: string) => accounts.find((one) => one.code === code)?.balanceFen ?? 0n;
    return { bank: of("bank"), differences: of("differences") };
  }

  it("takes late money by two people and sends it back as a refund", async () => {
    const { id, payer, reference } = await requested();
    const [first, second] = await makeTwoOperators(t.db);
    const lineId = await listed(first, "LATE1", "3000.00", reference);
    const propose = (actor: UserActor) =>
      bookBankLine({ id: lineId, move: "propose" }, actor, t.db);
    const confirm = (actor: UserActor) =>
      bookBankLine({ id: lineId, move: "confirm" }, actor, t.db);
    await expect(propose(first)).rejects.toEqual(code("bank_line_own_way"));
    await t.db.$transaction((tx) => cancelPayment(tx, id, market));
    expect(await kindOf(lineId, first)).toBe("BANK_LATE");
    const { memberships } = await makeMember(t.db, payer.id);
    await expect(propose({ ...first, memberships })).rejects.toEqual(code("payment_own_money"));
    await propose(first);
    expect(await kindOf(lineId, first)).toBe("BANK_PROPOSED");
    await expect(confirm(first)).rejects.toEqual(code("payment_second_person"));
    const twice = await Promise.allSettled([confirm(second), confirm(second)]);
    expect(twice.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const row = { where: { id }, include: { refund: true } };
    const late = await t.db.payment.findUniqueOrThrow(row);
    expect(late).toMatchObject({ state: "RETURN_DUE", method: "TRANSFER" });
    expect(late.refund).toMatchObject({ state: "DUE", method: "TRANSFER", amountFen: 3_000_00n });
    expect(await kindOf(lineId, first)).toBeUndefined();
    const back = { id: late.refund?.id ?? "", bankReference: "LATEBACK" };
    await moveRefund({ ...back, move: "sendTransfer" }, first, t.db);
    await moveRefund({ id: back.id, move: "confirm" }, second, t.db);
    expect((await t.db.payment.findUniqueOrThrow(row)).state).toBe("RETURNED");
    expect(await balances(first)).toEqual({ bank: 0n, differences: 0n });
  });

  it("holds money that fits nothing as a difference until its return has left the bank", async () => {
    const { reference } = await requested();
    const [first, second] = await makeTwoOperators(t.db);
    const paid = await requested();
    await payByTransfer(t, paid.id);
    const before = await balances(first);
    const wrong = await listed(first, "WRONG1", "3100.00", reference);
    const stray = await listed(first, "STRAY1", "50.00", "没有编号");
    const proof = await t.db.transferProof.findFirstOrThrow({ where: { paymentId: paid.id } });
    const own = await listed(first, proof.bankReference, "3000.00", paid.reference);
    const again = await listed(first, "AGAIN1", "3000.00", paid.reference);
    const lines = [wrong, stray, own, again];
    expect(await Promise.all(lines.map((id) => kindOf(id, first)))).toEqual([
      ...["BANK_AMOUNT", "BANK_UNMATCHED", undefined, "BANK_TWICE"],
    ]);
    for (const id of [wrong, stray, again]) {
      await bookBankLine({ id, move: "propose" }, first, t.db);
      await bookBankLine({ id, move: "takeBack", note: "再看一遍" }, second, t.db);
      await bookBankLine({ id, move: "propose" }, first, t.db);
      await bookBankLine({ id, move: "confirm" }, second, t.db);
      expect(await kindOf(id, first)).toBe("BANK_HELD");
    }
    expect((await balances(first)).differences).toBe(-6_150_00n);
    const giveBack = async (number: string, yuan: string, returns: string) => {
      const id = await listed(first, number, yuan, "退回");
      await bookBankLine({ id, move: "propose", returns }, second, t.db);
      await bookBankLine({ id, move: "confirm" }, first, t.db);
      return id;
    };
    const isNone = code("bank_line_no_difference");
    await expect(giveBack("BACKX", "-3100.01", "WRONG1")).rejects.toEqual(isNone);
    await expect(giveBack("BACKY", "-50.00", proof.bankReference)).rejects.toEqual(isNone);
    const out = await giveBack("BACK1", "-3100.00", "wrong 1");
    await giveBack("BACK2", "-50.00", "STRAY1");
    await giveBack("BACK3", "-3000.00", "AGAIN1");
    await expect(giveBack("BACK4", "-50.00", "STRAY1")).rejects.toEqual(isNone);
    expect(await balances(first)).toEqual(before);
    expect(await kindOf(wrong, first)).toBeUndefined();
    expect(await kindOf(out, first)).toBeUndefined();
  });
});
