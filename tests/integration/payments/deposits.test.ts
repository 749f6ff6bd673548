import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { answerTransfer } from "~/domain/payments/answer-transfer.server";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { forfeitDeposit } from "~/domain/payments/forfeit-deposit.server";
import { isDepositHeld } from "~/domain/payments/payment-queries.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { newId } from "~/domain/shared/ids";
import {
  makeTreasurer,
  makeTwoOperators,
  payByTransfer,
  proveByTransfer,
} from "../../factories/payments.ts";
import { makeOrganisation } from "../../factories/people.ts";
import { useTestDb } from "../../setup/database.ts";

describe("deposits", () => {
  const t = useTestDb("file");
  const actor = systemActor("test");
  const code = (code: string) => expect.objectContaining({ code });

  async function ask(values: { itemId?: string | null; caseId?: string } = {}) {
    const payer = await makeOrganisation(t.db);
    const caseId = values.caseId ?? newId();
    const request = {
      ...({ purpose: "DEPOSIT", caseType: "LOT", caseId, title: "竞价保证金" } as const),
      itemId: values.itemId === undefined ? newId() : values.itemId,
      payerOrganisationId: payer.id,
      amountFen: 5_000_000n,
    };
    const made = await t.db.$transaction((tx) => requestPayment(tx, request, actor));
    return { ...made, payer, request };
  }
  const stateOf = async (id: string) =>
    (await t.db.payment.findUniqueOrThrow({ where: { id } })).state;
  const balances = async (paymentId: string) => {
    const entries = await t.db.ledgerEntry.findMany({
      where: { transaction: { paymentId } },
      include: { account: true },
    });
    const sums = new Map<string, bigint>();
    for (const { account, amountFen } of entries) {
      const name = account.code.split(":")[0] ?? "";
      sums.set(name, (sums.get(name) ?? 0n) + amountFen);
    }
    return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
  };

  it("are asked for once, also by two at once", async () => {
    const first = await ask();
    const again = () => t.db.$transaction((tx) => requestPayment(tx, first.request, actor));
    const both = await Promise.all([again(), again()]);
    expect(new Set(both.map((one) => one.id))).toEqual(new Set([first.id]));
    const fresh = { ...first.request, itemId: newId() };
    const made = await Promise.all(
      [1, 2, 3].map(() => t.db.$transaction((tx) => requestPayment(tx, fresh, actor))),
    );
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
  });

  it("are held when two operators have confirmed the transfer", async () => {
    const { id } = await ask();
    await payByTransfer(t, id);
    expect(await stateOf(id)).toBe("PAID");
    expect(await t.db.$transaction((tx) => isDepositHeld(tx, id))).toBe(true);
    expect(await balances(id)).toEqual({ bank: 5_000_000n, deposits: -5_000_000n });
  });

  it("need two operators, neither of the payer", async () => {
    const { id, payer } = await ask();
    const proofId = await proveByTransfer(t.db, id);
    const [first, second] = await makeTwoOperators(t.db);
    const answer = (move: "receive" | "confirm", who: typeof first) =>
      answerTransfer({ paymentId: id, move, proofId }, who, t.db);
    await expect(answer("receive", await makeTreasurer(t.db, payer.id))).rejects.toEqual(
      code("forbidden"),
    );
    await answer("receive", first);
    await expect(answer("confirm", first)).rejects.toEqual(code("payment_second_person"));
    const isOwn = {
      organisationId: payer.id,
      organisationName: "",
      organisationKind: "ENTERPRISE",
    };
    const member = { ...isOwn, isVerified: true, role: "MEMBER", scopes: [] } as const;
    await expect(answer("confirm", { ...second, memberships: [member] })).rejects.toEqual(
      code("payment_own_money"),
    );
    const both = await Promise.allSettled([answer("confirm", second), answer("confirm", second)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(id)).toBe("PAID");
  });

  it("are never both returned and applied", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await ask();
      const seller = await makeOrganisation(t.db);
      await payByTransfer(t, id);
      const both = await Promise.allSettled([
        t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, actor)),
        t.db.$transaction((tx) => applyDeposit(tx, id, { toOrganisationId: seller.id }, actor)),
        t.db.$transaction((tx) =>
          forfeitDeposit(tx, id, { reason: "违约", toOrganisationId: null }, actor),
        ),
      ]);
      expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    }
  });

  it("go to the seller or to the market as the case says", async () => {
    const seller = await makeOrganisation(t.db);
    const applied = await ask();
    await payByTransfer(t, applied.id);
    await t.db.$transaction((tx) =>
      applyDeposit(tx, applied.id, { toOrganisationId: seller.id }, actor),
    );
    expect(await balances(applied.id)).toEqual({ bank: 5_000_000n, owed: -5_000_000n });
    expect(await t.db.payout.count({ where: { organisationId: seller.id } })).toBe(1);
    const forfeited = await ask();
    await payByTransfer(t, forfeited.id);
    const input = { reason: "拒签成交确认书", toOrganisationId: null };
    await t.db.$transaction((tx) => forfeitDeposit(tx, forfeited.id, input, actor));
    expect(await balances(forfeited.id)).toEqual({ bank: 5_000_000n, forfeited: -5_000_000n });
  });

  it("are called off from every state, and asked for anew", async () => {
    const { id, request } = await ask();
    await t.db.$transaction((tx) => cancelPayment(tx, id, actor));
    expect(await stateOf(id)).toBe("CANCELLED");
    const again = await t.db.$transaction((tx) => requestPayment(tx, request, actor));
    expect(again.id).toBe(id);
    expect(await stateOf(id)).toBe("DUE");
    const proofId = await proveByTransfer(t.db, id);
    await t.db.$transaction((tx) => cancelPayment(tx, id, actor));
    expect(await stateOf(id)).toBe("PROOF_GIVEN");
    const [first, second] = await makeTwoOperators(t.db);
    await answerTransfer({ paymentId: id, move: "receive", proofId }, first, t.db);
    await answerTransfer({ paymentId: id, move: "confirm", proofId }, second, t.db);
    expect(await stateOf(id)).toBe("RETURN_DUE");
    const refund = await t.db.refund.findUniqueOrThrow({ where: { paymentId: id } });
    expect(refund).toMatchObject({ state: "DUE", method: "TRANSFER" });
  });
});
