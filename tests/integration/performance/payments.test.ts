import { describe, expect, it, onTestFinished } from "vitest";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { answerMilestone } from "~/domain/performance/answer-milestone.server";
import { answerPayment } from "~/domain/performance/answer-payment.server";
import { answerTermination } from "~/domain/performance/answer-termination.server";
import { getPayment, listPayments } from "~/domain/performance/payment-queries.server";
import { getPerformance } from "~/domain/performance/performance-queries.server";
import { proposeTermination } from "~/domain/performance/propose-termination.server";
import { provePayment } from "~/domain/performance/prove-payment.server";
import { stateRoyalty } from "~/domain/performance/state-royalty.server";
import { submitMilestone } from "~/domain/performance/submit-milestone.server";
import { useTestClock } from "~/domain/shared/clock";
import { termSheet } from "../../factories/deals.ts";
import { makeStranger } from "../../factories/people.ts";
import {
  achieve,
  makeColleague,
  makeRunningDeal,
  pay,
  performAll,
  prove,
  type RunningDeal,
  receipt,
} from "../../factories/performance.ts";
import { useTestDb } from "../../setup/database.ts";

describe("performance of a contract", () => {
  const t = useTestDb("file");

  const payments = (deal: RunningDeal) =>
    t.db.instalment.findMany({ where: { contractId: deal.contractId }, orderBy: { sort: "asc" } });
  const firstPayment = async (deal: RunningDeal) => (await payments(deal))[0]?.id ?? "";
  const firstMilestone = async (deal: RunningDeal) =>
    (await t.db.milestone.findFirstOrThrow({ where: { contractId: deal.contractId } })).id;
  const code = (code: string) => expect.objectContaining({ code });

  it("has a milestone reported by the one side and accepted by the other", async () => {
    const deal = await makeRunningDeal(t.db);
    const milestoneId = await firstMilestone(deal);
    const dealId = deal.id;
    const report = { dealId, milestoneId, report: "已完成", upload: receipt() };
    await expect(submitMilestone(report, deal.buyer, t.db)).rejects.toEqual(code("forbidden"));
    const stranger = await makeStranger(t.db);
    await expect(submitMilestone(report, stranger, t.db)).rejects.toEqual(code("not_found"));
    await submitMilestone(report, deal.seller, t.db);
    const row = await t.db.milestone.findUniqueOrThrow({ where: { id: milestoneId } });
    const submittedAt = row.submittedAt?.toISOString() ?? "";
    const accept = { dealId, milestoneId, move: "accept" as const, submittedAt };
    await expect(answerMilestone(accept, deal.seller, t.db)).rejects.toEqual(code("wrong_actor"));
    const reject = { dealId, milestoneId, move: "reject" as const, note: "缺少测试报告" };
    await answerMilestone(reject, deal.buyer, t.db);
    await submitMilestone({ ...report, report: "已补测试报告", upload: null }, deal.seller, t.db);
    // The report that was read before is not the one that stands there now.
    await expect(answerMilestone(accept, deal.buyer, t.db)).rejects.toEqual(
      code("changed_meanwhile"),
    );
    const now = await t.db.milestone.findUniqueOrThrow({ where: { id: milestoneId } });
    expect(now.reportFileId).toBe(row.reportFileId);
  });

  it("refuses wrong amounts, future days, used references and the wrong side", async () => {
    const deal = await makeRunningDeal(t.db);
    const other = await makeRunningDeal(t.db);
    const instalmentId = await firstPayment(deal);
    const good = {
      ...{ instalmentId, amountFen: 20_000_000n, paidOn: "2026-11-20" },
      ...{ bankReference: "ABC123", upload: receipt() },
    };
    const by = (input: typeof good, actor = deal.buyer) => provePayment(input, actor, t.db);
    await expect(by({ ...good, amountFen: 19_999_999n })).rejects.toMatchObject({
      ...{ code: "payment_amount_differs", field: "amount" },
      params: { due: "200000", paid: "199999.99" },
    });
    await expect(by({ ...good, paidOn: "2099-01-01" })).rejects.toEqual(code("paid_in_future"));
    await expect(by(good, deal.seller)).rejects.toEqual(code("forbidden"));
    await expect(by(good, deal.first)).rejects.toEqual(code("forbidden"));
    await expect(by(good, other.buyer)).rejects.toEqual(code("not_found"));
    const fake = { name: "回单.pdf", bytes: new Uint8Array([1, 2, 3]) };
    await expect(by({ ...good, upload: fake })).rejects.toEqual(code("file_kind"));
    // The same transfer for two payments at once: one of them proves.
    const second = { ...good, instalmentId: await firstPayment(other) };
    const results = await Promise.allSettled([by(good), provePayment(second, other.buyer, t.db)]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "bank_reference_used" },
    });
    expect(await t.db.paymentProof.count({ where: { bankReference: "ABC123" } })).toBe(1);
    // The refused one has left no file behind.
    expect(await t.db.storedFile.count({ where: { purpose: "PAYMENT" } })).toBe(1);
  });

  it("confirms a receipt by two persons, and by one of two at once", async () => {
    const deal = await makeRunningDeal(t.db);
    const instalmentId = await firstPayment(deal);
    const proofId = await prove(t.db, deal, instalmentId);
    const step = (move: "receive" | "confirm", actor = deal.first) =>
      answerPayment({ instalmentId, move, proofId }, actor, t.db);
    await expect(step("receive", deal.buyer)).rejects.toEqual(code("wrong_actor"));
    await step("receive");
    await expect(step("confirm")).rejects.toEqual(code("payment_second_person"));
    const third = await makeColleague(t.db, deal.supply.id);
    const results = await Promise.allSettled([
      step("confirm", deal.second),
      step("confirm", third),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "wrong_state" },
    });
    const proof = await t.db.paymentProof.findUniqueOrThrow({ where: { id: proofId } });
    expect(proof.receivedById).toBe(deal.first.userId);
    expect([deal.second.userId, third.userId]).toContain(proof.confirmedById);
  });

  it("sends a wrong proof back with a reason; the reference may then be used again", async () => {
    const deal = await makeRunningDeal(t.db);
    const instalmentId = await firstPayment(deal);
    const proofId = await prove(t.db, deal, instalmentId, "WRONG1");
    const note = "未查到这笔款项";
    await answerPayment({ instalmentId, move: "reject", proofId, note }, deal.first, t.db);
    await prove(t.db, deal, instalmentId, "WRONG1");
    // A page that still shows the first proof cannot act on the second.
    await expect(
      answerPayment({ instalmentId, move: "receive", proofId }, deal.first, t.db),
    ).rejects.toEqual(code("changed_meanwhile"));
    const view = await getPayment(instalmentId, deal.first, t.db);
    expect(view.proofs.map((one) => one.rejectionNote)).toEqual(["", note]);
    expect(view.steps.map((one) => one.move)).toEqual(["receive", "reject"]);
    const list = await listPayments("todo", { skip: 0, take: 10 }, deal.first, t.db);
    expect(list.items.map((one) => one.id)).toEqual([instalmentId]);
  });

  it("completes contract and room when all is accepted and paid, not before", async () => {
    const deal = await makeRunningDeal(t.db);
    await achieve(t.db, deal, await firstMilestone(deal));
    const [first, last] = await payments(deal);
    await pay(t.db, deal, first?.id ?? "");
    const stateOf = async () => {
      const row = await t.db.contract.findUniqueOrThrow({
        where: { id: deal.contractId },
        select: { state: true, deal: { select: { state: true } } },
      });
      return [row.state, row.deal.state];
    };
    expect(await stateOf()).toEqual(["SIGNED", "CONTRACTED"]);
    await pay(t.db, deal, last?.id ?? "");
    expect(await stateOf()).toEqual(["COMPLETED", "COMPLETED"]);
    const view = await getPerformance(
      t.db,
      await getDealAccess(t.db, deal.id, deal.buyer),
      deal.buyer,
    );
    expect(view?.sums).toMatchObject({ planFen: 60_000_000n, confirmedFen: 60_000_000n });
  });

  it("takes a royalty from the stated base, after its period, within its cap", async () => {
    onTestFinished(useTestClock(new Date("2026-11-23T02:00:00Z")).restore);
    const royalty = {
      ...{ base: "NET_SALES" as const, rateBp: 300, fromOn: "2025-01-01", toOn: "2026-12-31" },
      ...{ everyMonths: 12, capFen: "50000" },
    };
    const price = { kind: "ROYALTY" as const, royalty };
    const content = termSheet({ categoryCode: "31", price });
    const deal = await makeRunningDeal(t.db, { content });
    const [first, second] = await payments(deal);
    const state = (instalmentId = "", baseFen = 1_000_000n) =>
      stateRoyalty({ instalmentId, baseFen }, deal.buyer, t.db);
    await expect(state(second?.id)).rejects.toEqual(code("royalty_period_open"));
    await expect(
      provePayment(
        {
          ...{ instalmentId: first?.id ?? "", amountFen: 1n, paidOn: "2026-11-20" },
          ...{ bankReference: "ROY1", upload: receipt() },
        },
        deal.buyer,
        t.db,
      ),
    ).rejects.toEqual(code("amount_not_stated"));
    await state(first?.id);
    await pay(t.db, deal, first?.id ?? "");
    useTestClock(new Date("2027-01-05T02:00:00Z"));
    await state(second?.id, 2_000_000n);
    const rows = await payments(deal);
    expect(rows.map((one) => one.amountFen)).toEqual([30_000n, 20_000n]);
    await state(second?.id, 0n);
    const nothing = { instalmentId: second?.id ?? "", move: "nothingDue" as const };
    await answerPayment(nothing, deal.first, t.db);
    expect((await payments(deal)).map((one) => one.state)).toEqual(["CONFIRMED", "CANCELLED"]);
  });

  it("ends early when both sides agree, once, and cancels what is open", async () => {
    const deal = await makeRunningDeal(t.db);
    const dealId = deal.id;
    await pay(t.db, deal, await firstPayment(deal));
    const propose = () =>
      proposeTermination({ dealId, reason: "AGREEMENT", note: "市场变化" }, deal.seller, t.db);
    const both = await Promise.allSettled([propose(), propose()]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const open = await t.db.contractTermination.findFirstOrThrow({
      where: { contractId: deal.contractId },
    });
    const answer = (answer: "AGREED" | "WITHDRAWN", actor = deal.buyer) =>
      answerTermination({ dealId, terminationId: open.id, answer, note: "" }, actor, t.db);
    await expect(answer("AGREED", deal.seller)).rejects.toEqual(code("forbidden"));
    const answers = await Promise.allSettled([answer("AGREED"), answer("AGREED")]);
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const row = await t.db.contract.findUniqueOrThrow({
      where: { id: deal.contractId },
      select: { state: true, deal: { select: { state: true, closeCode: true } } },
    });
    expect(row).toEqual({
      ...{ state: "TERMINATED", deal: { state: "CLOSED", closeCode: "TERMINATED" } },
    });
    expect((await payments(deal)).map((one) => one.state)).toEqual(["CONFIRMED", "CANCELLED"]);
    await expect(performAll(t.db, deal)).resolves.toBeUndefined();
  });
});
