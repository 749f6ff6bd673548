import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { planContract } from "~/domain/performance/plan-contract.server";
import { DEPOSIT_TITLE } from "~/domain/performance/plan-rules";
import { remindPerformance } from "~/domain/performance/remind-performance.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import { termSheet } from "../../factories/deals.ts";
import { lotWithBidders } from "../../factories/lots.ts";
import { makeRunningDeal, pay } from "../../factories/performance.ts";
import { useTestDb } from "../../setup/database.ts";

describe("the plan of a signed contract", () => {
  const t = useTestDb("file");

  const rows = (contractId: string) =>
    t.db.instalment.findMany({ where: { contractId }, orderBy: { sort: "asc" } });

  it("is made once, whoever asks and however often, and adds up to the terms", async () => {
    const deal = await makeRunningDeal(t.db);
    await t.db.instalment.deleteMany({ where: { contractId: deal.contractId } });
    await t.db.milestone.deleteMany({ where: { contractId: deal.contractId } });
    const again = () => planContract(deal.contractId, t.db);
    await Promise.all([again(), again(), again()]);
    await again();
    const payments = await rows(deal.contractId);
    expect(payments.map((one) => one.amountFen)).toEqual([20_000_000n, 40_000_000n]);
    expect(payments[1]?.milestoneId).not.toBeNull();
    expect(await t.db.milestone.count({ where: { contractId: deal.contractId } })).toBe(1);
    const made = await t.db.auditEvent.findMany({
      where: { action: "performance.plan.made", subjectId: deal.contractId },
    });
    // One for the factory's run, one for the three after it was taken away.
    expect(made).toHaveLength(2);
    expect(made[0]?.detail).toMatchObject({ fixedFen: "60000000", planFen: "60000000" });
  });

  it("counts the deposit of a lot's buyer once: as its first payment, settled when it is booked for the seller", async () => {
    const deal = await makeRunningDeal(t.db);
    const lot = await lotWithBidders(t, 1, {});
    const buyer = lot.bidders[0];
    await t.db.instalment.deleteMany({ where: { contractId: deal.contractId } });
    await t.db.deal.update({
      where: { id: deal.id },
      data: {
        ...{ origin: "LOT", lotId: lot.id, introductionId: null },
        demandOrganisationId: buyer?.organisationId ?? "",
      },
    });
    const application = { id: buyer?.applicationId ?? "" };
    const { deposit } = await t.db.lotApplication.findUniqueOrThrow({
      where: application,
      select: { deposit: true },
    });
    const plan = async () => {
      await planContract(deal.contractId, t.db);
      return (await rows(deal.contractId)).map(({ title, amountFen, state }) => ({
        ...{ title, amountFen, state },
      }));
    };
    const held = deposit?.amountFen ?? 0n;
    expect(held).toBeGreaterThan(0n);
    const planned = await plan();
    expect(planned[0]).toEqual({ title: DEPOSIT_TITLE, amountFen: held, state: "PLANNED" });
    expect(planned.map((one) => one.amountFen)).toEqual([held, 20_000_000n - held, 40_000_000n]);
    await inTransaction(t.db, (tx) =>
      applyDeposit(tx, deposit?.id ?? "", { toOrganisationId: lot.sellerId }, systemActor("test")),
    );
    expect((await plan()).map((one) => one.state)).toEqual(["CONFIRMED", "PLANNED", "PLANNED"]);
    expect(await plan()).toHaveLength(3);
  });

  it("leaves nothing behind when it is cut off in the middle", async () => {
    const deal = await makeRunningDeal(t.db);
    await t.db.instalment.deleteMany({ where: { contractId: deal.contractId } });
    await t.db.milestone.deleteMany({ where: { contractId: deal.contractId } });
    await t.db.$executeRawUnsafe(`
      CREATE FUNCTION refuse_payment() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;`);
    await t.db.$executeRawUnsafe(`CREATE TRIGGER cut_off BEFORE INSERT ON "Instalment"
      FOR EACH ROW EXECUTE FUNCTION refuse_payment()`);
    await expect(planContract(deal.contractId, t.db)).rejects.toThrow("cut off");
    await t.db.$executeRawUnsafe(`DROP TRIGGER cut_off ON "Instalment"`);
    expect(await t.db.milestone.count({ where: { contractId: deal.contractId } })).toBe(0);
    await planContract(deal.contractId, t.db);
    expect(await rows(deal.contractId)).toHaveLength(2);
  });

  it("follows a supplement: open payments change, paid ones stay; what cannot add up is told", async () => {
    const deal = await makeRunningDeal(t.db);
    const [first] = await rows(deal.contractId);
    await pay(t.db, deal, first?.id ?? "");
    const supplement = async (instalments: object[], totalFen: string) => {
      const price = { kind: "INSTALMENTS" as const, totalFen, technicalFen: totalFen, instalments };
      const content = termSheet({ price } as Parameters<typeof termSheet>[0]);
      const number = 2 + (await t.db.termSheet.count({ where: { dealId: deal.id } }));
      const termSheetId = newId();
      await t.db.termSheet.create({
        data: {
          ...{ id: termSheetId, dealId: deal.id, number, state: "REPLACED", content },
          ...{ contentHash: "0".repeat(64), side: "SUPPLY", proposedById: deal.seller.userId },
        },
      });
      const main = await t.db.contract.findUniqueOrThrow({ where: { id: deal.contractId } });
      const { id: _, number: __, ...columns } = main;
      const id = newId();
      await t.db.contract.create({
        data: {
          ...{ ...columns, id, kind: "SUPPLEMENT", parentId: main.id, termSheetId },
          signedAt: new Date(Date.now() + number * 1000),
        },
      });
      await Promise.all([planContract(id, t.db), planContract(id, t.db)]);
    };
    const paid = { title: "首付款", amountFen: "20000000", dueOn: "2026-12-31" };
    await supplement(
      [paid, { title: "尾款", amountFen: "50000000", dueOn: "2027-12-31" }],
      "70000000",
    );
    const after = await rows(deal.contractId);
    expect(after.map((one) => [one.state, one.amountFen])).toEqual([
      ["CONFIRMED", 20_000_000n],
      ["CANCELLED", 40_000_000n],
      ["PLANNED", 50_000_000n],
    ]);
    await supplement([{ title: "全款", amountFen: "65000000", dueOn: null }], "65000000");
    expect(await rows(deal.contractId)).toHaveLength(3);
    const told = await t.db.dealMessage.count({
      where: { dealId: deal.id, event: { path: ["code"], equals: "planDiffers" } },
    });
    expect(told).toBe(1);
  });

  it("reminds once a day, by the stages before and after the due day", async () => {
    const deal = await makeRunningDeal(t.db);
    const others = { contractId: { not: deal.contractId } };
    await t.db.instalment.updateMany({ where: others, data: { dueOn: null } });
    await t.db.milestone.updateMany({ where: others, data: { dueOn: null } });
    const test = useTestClock(new Date("2026-12-25T01:00:00Z"));
    try {
      expect(await remindPerformance(t.db)).toBe(1);
      expect(await remindPerformance(t.db)).toBe(0);
      test.advance(86_400_000);
      expect(await remindPerformance(t.db)).toBe(0);
      test.advance(7 * 86_400_000);
      const both = await Promise.all([remindPerformance(t.db), remindPerformance(t.db)]);
      expect(both.reduce((total, one) => total + one, 0)).toBe(1);
    } finally {
      test.restore();
    }
    const notices = await t.db.notification.findMany({ where: { userId: deal.buyer.userId } });
    const kinds = notices.map((one) => one.kind).filter((kind) => kind.startsWith("payment"));
    expect(kinds.sort()).toEqual(["paymentDue", "paymentOverdue"]);
  });
});
