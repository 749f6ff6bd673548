import { describe, expect, it } from "vitest";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { paymentConduct } from "~/domain/payments/payment-conduct.server";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import { recordLotOutcome } from "~/domain/trading/record-lot-outcome.server";
import {
  addBidder,
  announcedLot,
  applicationForm,
  endApplications,
  lotInBidding,
  lotWithBidders,
  makeTrader,
  type TestLot,
} from "../../factories/lots";
import { payByTransfer } from "../../factories/payments";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const market = systemActor("test");
const note = "接到异议，核实后继续";

const lotOf = (id: string) => t.db.lot.findUniqueOrThrow({ where: { id } });
const applicationOf = (id: string) => t.db.lotApplication.findUniqueOrThrow({ where: { id } });
const paymentOf = (id: string | null) =>
  t.db.payment.findUniqueOrThrow({ where: { id: id ?? "" } });
const jobsOf = (name: string) => t.db.$queryRaw<object[]>`
  SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = ${name}`;

async function change(table: "Deal" | "LotApplication", id: string, state: string) {
  await t.db.$transaction([
    t.db.$executeRaw`SELECT set_config('market.procedure', ${table}, true)`,
    t.db.$executeRawUnsafe(`UPDATE "${table}" SET state = $1 WHERE id = $2::uuid`, state, id),
  ]);
}

/** A day later than announced. */
async function newDates(lotId: string) {
  const { applicationsEndAt, biddingStartsAt } = await lotOf(lotId);
  const later = (at: Date | null) => new Date((at?.getTime() ?? 0) + 86_400_000).toISOString();
  return {
    note,
    applicationsEndAt: later(applicationsEndAt),
    biddingStartsAt: later(biddingStartsAt),
  };
}

async function qualified(lot: TestLot) {
  const trader = await makeTrader(t.db);
  const form = applicationForm(lot, trader.organisationId);
  const { id } = await applyForLot(form, trader.actor, t.db);
  await decideLotApplication({ applicationId: id, decision: "qualify" }, lot.operator, t.db);
  return { id, paymentId: (await applicationOf(id)).depositPaymentId };
}

describe("a suspended lot", () => {
  it("admits, when it goes on, whoever paid in the meantime, and asks again for what has lapsed", async () => {
    const lot = await announcedLot(t);
    await addBidder(t, lot);
    const paid = await qualified(lot);
    const lapsed = await qualified(lot);
    await advance(t.db, paymentConduct, lapsed.paymentId ?? "", "lapse", market);
    await advance(t.db, lotConduct, lot.id, "suspend", lot.operator, { note });
    await payByTransfer(t, paid.paymentId ?? "");
    await noteLotPayment(paid.paymentId ?? "", market, t.db);
    expect((await applicationOf(paid.id)).state).toBe("QUALIFIED");
    const dates = await newDates(lot.id);
    await advance(t.db, lotConduct, lot.id, "resumeAnnouncement", lot.operator, dates);
    const asked = await paymentOf(lapsed.paymentId);
    expect(asked.state).toBe("DUE");
    expect(asked.dueAt?.toISOString()).toBe(dates.applicationsEndAt);
    await endApplications(t, lot);
    await t.db.lot.update({ where: { id: lot.id }, data: { biddingStartsAt: clock.now() } });
    await fireLotDue(lot.id, market, t.db);
    expect((await applicationOf(paid.id)).state).toBe("ADMITTED");
    expect((await lotOf(lot.id)).state).toBe("BIDDING");
  });

  it("hears, when it goes on, what became of its room", async () => {
    const lot = await lotWithBidders(t, 1, {});
    await endApplications(t, lot);
    const dealId = (await openDealFromTrade({ caseType: "LOT", id: lot.id }, market, t.db)) ?? "";
    await advance(t.db, lotConduct, lot.id, "suspend", lot.operator, { note });
    await change("Deal", dealId, "CONTRACTED");
    const before = (await jobsOf("trading.roomMoved")).length;
    await advance(t.db, lotConduct, lot.id, "resumeNegotiation", lot.operator, { note });
    expect(await jobsOf("trading.roomMoved")).toHaveLength(before + 1);
  });
});

describe("an extended period", () => {
  it("is open to whoever was not admitted in the first, as often as announced", async () => {
    const lot = await announcedLot(t, { plan: { extensionsMax: 1 } });
    const late = await qualified(lot);
    await advance(t.db, paymentConduct, late.paymentId ?? "", "lapse", market);
    const where = { key: "market.lot.extensions_max" };
    const { value } = await t.db.policyParameter.findFirstOrThrow({ where });
    // A parameter that changes later does not touch what was announced.
    await t.db.policyParameter.updateMany({ where, data: { value: 0 } });
    await endApplications(t, lot);
    await t.db.policyParameter.updateMany({ where, data: { value: value ?? 0 } });
    const { state, extensionCount, applicationsEndAt } = await lotOf(lot.id);
    expect({ state, extensionCount }).toEqual({ state: "ANNOUNCED", extensionCount: 1 });
    expect((await applicationOf(late.id)).state).toBe("QUALIFIED");
    expect(await paymentOf(late.paymentId)).toMatchObject({
      state: "DUE",
      dueAt: applicationsEndAt,
    });
  });
});

describe("settled bidders", () => {
  it("stay: one alone cannot be left out, and whoever a run names has won", async () => {
    const lot = await lotInBidding(t, 2);
    const applicationId = lot.bidders[0]?.applicationId ?? "";
    for (const decision of ["exclude", "refuse"] as const) {
      const asked = decideLotApplication({ applicationId, decision, note }, lot.operator, t.db);
      const code = decision === "exclude" ? "lot_bidders_settled" : "wrong_state";
      await expect(asked).rejects.toMatchObject({ code });
    }
    await change("LotApplication", applicationId, "EXCLUDED");
    const outcome = { kind: "WON", applicationId, priceFen: 120_000_00n } as const;
    await t.db.$transaction((tx) => recordLotOutcome(tx, lot.id, outcome, market));
    expect((await lotOf(lot.id)).state).toBe("PENDING_CONFIRM");
  });

  it("make a relation public where the one buyer is related to the seller", async () => {
    const lot = await announcedLot(t, { isTraining: true });
    const { organisationId, actor } = await makeTrader(t.db);
    const related = { isRelated: "YES", relatedNote: "同一实际控制人" };
    const form = applicationForm(lot, organisationId, related);
    const { id } = await applyForLot(form, actor, t.db);
    await decideLotApplication({ applicationId: id, decision: "qualify" }, lot.operator, t.db);
    await endApplications(t, lot);
    const notice = await t.db.lotNotice.findFirstOrThrow({
      where: { lotId: lot.id, kind: "NEGOTIATION" },
    });
    expect(notice.content).toEqual({ isRelated: true });
  });
});
