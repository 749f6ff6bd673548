import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import { rerunLot } from "~/domain/trading/rerun-lot.server";
import { withdrawLotApplication } from "~/domain/trading/withdraw-lot-application.server";
import {
  addBidder,
  announcedLot,
  applicationForm,
  endApplications,
  makeTrader,
  type TestLot,
} from "../../factories/lots";
import { payByTransfer } from "../../factories/payments";
import { makeMember, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");

async function apply(lot: TestLot, values: object = {}) {
  const trader = await makeTrader(t.db);
  const form = applicationForm(lot, trader.organisationId, values);
  const { id } = await applyForLot(form, trader.actor, t.db);
  return { ...trader, id };
}
const qualify = (lot: TestLot, applicationId: string) =>
  decideLotApplication({ applicationId, decision: "qualify" }, lot.operator, t.db);
const application = (id: string) => t.db.lotApplication.findUniqueOrThrow({ where: { id } });
const paymentState = async (id: string | null) =>
  (await t.db.payment.findUniqueOrThrow({ where: { id: id ?? "" } })).state;

describe("an application", () => {
  it("is admitted by its deposit, once, however often the news of the payment comes", async () => {
    const lot = await announcedLot(t);
    const { id } = await apply(lot);
    await qualify(lot, id);
    const { depositPaymentId, state } = await application(id);
    expect(state).toBe("QUALIFIED");
    await payByTransfer(t, depositPaymentId ?? "");
    const news = () => noteLotPayment(depositPaymentId ?? "", market, t.db);
    await Promise.all([news(), news()]);
    await news();
    expect((await application(id)).state).toBe("ADMITTED");
    const moves = { subjectId: id, move: "admit" };
    expect(await t.db.procedureMove.count({ where: moves })).toBe(1);
  });

  it("is refused to the seller, to strangers, to members without BID and below L2", async () => {
    const lot = await announcedLot(t);
    const own = applicationForm(lot, lot.sellerId);
    await expect(applyForLot(own, lot.seller, t.db)).rejects.toMatchObject({ code: "lot_own" });
    const { organisationId } = await makeTrader(t.db);
    const form = applicationForm(lot, organisationId);
    const member = await makeMember(t.db, organisationId, "MEMBER", ["PUBLISH"]);
    for (const actor of [await makeStranger(t.db), member]) {
      await expect(applyForLot(form, actor, t.db)).rejects.toMatchObject({ status: 403 });
    }
    const low = await makeMember(t.db, organisationId, "MEMBER", ["BID"]);
    await expect(applyForLot(form, low, t.db)).rejects.toMatchObject({ code: "lot_level_needed" });
  });

  it("wants the rules as they are announced", async () => {
    const lot = await announcedLot(t);
    await expect(apply(lot, { rulesHash: "0".repeat(64) })).rejects.toMatchObject({
      code: "lot_rules_changed",
    });
  });

  it("of a related party is barred where the rules say so, and shown where they do not", async () => {
    const related = { isRelated: "YES", relatedNote: "同一实际控制人" };
    const strict = await announcedLot(t, { plan: { isRelatedAllowed: false } });
    await expect(apply(strict, related)).rejects.toMatchObject({ code: "lot_related_barred" });
    const open = await announcedLot(t);
    const { id } = await apply(open, related);
    await qualify(open, id);
    const move = await t.db.procedureMove.findFirstOrThrow({
      where: { subjectId: id, move: "qualify" },
    });
    expect(JSON.stringify(move.evidence)).toContain('"PERSON_DECIDES"');
  });

  it("comes once from an organisation, also when it is sent twice at once", async () => {
    const lot = await announcedLot(t);
    const { organisationId, actor } = await makeTrader(t.db);
    const send = () => applyForLot(applicationForm(lot, organisationId), actor, t.db);
    const results = await Promise.allSettled([send(), send()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await t.db.lotApplication.count({ where: { lotId: lot.id } })).toBe(1);
  });

  it("may be withdrawn before the end by its own people, with the deposit back, and made again", async () => {
    const lot = await announcedLot(t, { isTraining: true });
    const { id, organisationId, actor } = await apply(lot);
    const stranger = await makeTrader(t.db);
    await expect(withdrawLotApplication(id, stranger.actor, t.db)).rejects.toMatchObject({
      status: 404,
    });
    await withdrawLotApplication(id, actor, t.db);
    await applyForLot(applicationForm(lot, organisationId), actor, t.db);
    expect((await application(id)).state).toBe("SUBMITTED");
    const paid = await announcedLot(t);
    const bidder = await addBidder(t, paid);
    await withdrawLotApplication(bidder.applicationId, bidder.actor, t.db);
    expect(await paymentState(bidder.paymentId)).toBe("RETURN_DUE");
    await endApplications(t, paid);
    await expect(
      withdrawLotApplication(bidder.applicationId, bidder.actor, t.db),
    ).rejects.toMatchObject({ status: 409 });
  });

  it("is decided on by the market alone, and by nobody who belongs to a side", async () => {
    const lot = await announcedLot(t);
    const { id, actor } = await apply(lot);
    for (const who of [actor, lot.seller, await makeStranger(t.db)]) {
      await expect(
        decideLotApplication({ applicationId: id, decision: "qualify" }, who, t.db),
      ).rejects.toMatchObject({ status: 403 });
    }
    await t.db.membership.create({
      data: {
        id: crypto.randomUUID(),
        organisationId: lot.sellerId,
        userId: lot.operator.userId,
        role: "MEMBER",
      },
    });
    const { findActorById } = await import("~/domain/identity/actor-queries.server");
    const { userId, sessionId } = lot.operator;
    const both = await findActorById(t.db, { userId, sessionId, actingOrganisationId: null });
    await expect(
      decideLotApplication({ applicationId: id, decision: "qualify" }, both ?? market, t.db),
    ).rejects.toMatchObject({ code: "own_organisation" });
  });
});

describe("a deposit that comes too late", () => {
  it("goes back when applications are settled", async () => {
    const lot = await announcedLot(t);
    const { id } = await apply(lot);
    await qualify(lot, id);
    const { depositPaymentId } = await application(id);
    // The receipt is shown in time, the market confirms it after bidding was to start.
    const paymentId = depositPaymentId ?? "";
    const past = new Date(Date.now() - 1000);
    await payByTransfer(t, paymentId);
    await t.db.lot.update({
      where: { id: lot.id },
      data: { announcedAt: new Date(0), applicationsEndAt: past, biddingStartsAt: past },
    });
    await fireLotDue(lot.id, market, t.db);
    expect((await application(id)).state).toBe("EXCLUDED");
    await noteLotPayment(paymentId, market, t.db);
    expect(await paymentState(paymentId)).toBe("RETURN_DUE");
  });

  it("puts the end off while the market has not decided, but not beyond the start of bidding", async () => {
    const lot = await announcedLot(t);
    const { id } = await apply(lot);
    await endApplications(t, lot);
    const waiting = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
    expect(waiting.state).toBe("ANNOUNCED");
    await t.db.lot.update({
      where: { id: lot.id },
      data: { biddingStartsAt: waiting.applicationsEndAt },
    });
    await fireLotDue(lot.id, market, t.db);
    expect((await application(id)).state).toBe("EXCLUDED");
  });
});

describe("a re-run", () => {
  it("is the seller's decision, at most by the dated discount, and bars whoever was in default", async () => {
    const lot = await announcedLot(t);
    const buyer = await addBidder(t, lot);
    await addBidder(t, lot);
    await endApplications(t, lot);
    const won = { applicationId: buyer.applicationId, priceFen: "12000000" };
    await advance(t.db, lotConduct, lot.id, "win", market, won);
    await t.db.lot.update({ where: { id: lot.id }, data: { confirmDueAt: new Date(0) } });
    await fireLotDue(lot.id, market, t.db);
    const stranger = await makeStranger(t.db);
    const ask = (startPriceFen: bigint, who = lot.seller) =>
      rerunLot({ lotId: lot.id, startPriceFen }, who, t.db);
    await expect(ask(80_000_00n, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(ask(79_999_99n)).rejects.toMatchObject({
      code: "lot_rerun_discount",
      field: "startPrice",
    });
    const { id } = await ask(80_000_00n);
    await expect(ask(80_000_00n)).rejects.toMatchObject({ code: "lot_rerun_running" });
    await advance(t.db, lotConduct, id, "submit", lot.seller);
    await advance(t.db, lotConduct, id, "announce", lot.operator);
    const rerun = await t.db.lot.findUniqueOrThrow({ where: { id } });
    const form = {
      ...applicationForm(lot, buyer.organisationId),
      number: rerun.number,
      rulesHash: rerun.rulesHash ?? "",
    };
    await expect(applyForLot(form, buyer.actor, t.db)).rejects.toMatchObject({
      code: "lot_barred_from_rerun",
    });
  });
});
