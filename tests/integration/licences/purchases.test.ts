import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { verifyDocument } from "~/domain/contracts/verify-document.server";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { cancelPurchase } from "~/domain/licences/cancel-purchase.server";
import { fireLicencePurchaseClock } from "~/domain/licences/fire-licence-clocks.server";
import { issueLicence } from "~/domain/licences/issue-licence.server";
import { moveLicenceOffer } from "~/domain/licences/move-licence-offer.server";
import { noteLicencePayment } from "~/domain/licences/note-licence-payment.server";
import { openLicenceRoom } from "~/domain/licences/open-licence-room.server";
import {
  getLicenceDocument,
  getPurchase,
  listPurchases,
} from "~/domain/licences/purchase-queries.server";
import { refundPurchase } from "~/domain/licences/refund-purchase.server";
import { suspendBarredOffers } from "~/domain/licences/suspend-barred-offers.server";
import { DomainError } from "~/domain/shared/domain-error";
import { getStorage } from "~/platform/storage.server";
import {
  makeLicenceOffer,
  makeLicensee,
  makePurchase,
  PATENT,
  take,
} from "../../factories/licences";
import { payByTransfer } from "../../factories/payments";
import { actorOf, addMember, makeOfficer, makeStranger, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");
const PAGE = { skip: 0, size: 20 };

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

async function stateOf(purchaseId: string): Promise<string> {
  const row = await t.db.licencePurchase.findUniqueOrThrow({ where: { id: purchaseId } });
  return row.state;
}

async function bytesOf(file: { storageKey: string }): Promise<Buffer> {
  const content = await getStorage().readFile(file.storageKey);
  if (!content) throw new Error("no file");
  return Buffer.from(await new Response(content.stream).arrayBuffer());
}

describe("taking a licence", () => {
  it("is accepted, paid, issued as a sealed paper, known to the verifier, and leads to a room", async () => {
    const offer = await makeLicenceOffer(t.db, { title: "膜材料许可" });
    const buyer = await makeLicensee(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, buyer);
    if (!paymentId) throw new Error("no payment");
    expect(await stateOf(purchaseId)).toBe("CONFIRMED");
    await payByTransfer(t, paymentId);
    await noteLicencePayment(paymentId, market, t.db);
    await noteLicencePayment(paymentId, market, t.db);
    expect(await stateOf(purchaseId)).toBe("PAID");

    const both = await Promise.all([
      issueLicence(purchaseId, t.db),
      issueLicence(purchaseId, t.db),
    ]);
    expect(both.sort()).toEqual(["issued", "nothing to do"]);
    const view = await getPurchase(purchaseId, buyer.actor, t.db);
    expect(view).toMatchObject({ state: "LICENSED", isBuyer: true });
    expect(view.recordUntil).not.toBeNull();

    for (const actor of [buyer.actor, offer.actor]) {
      const file = await getLicenceDocument(purchaseId, actor, t.db);
      expect(file.contentType).toBe("application/pdf");
    }
    const bytes = await bytesOf(await getLicenceDocument(purchaseId, buyer.actor, t.db));
    const text = readPdf(bytes);
    for (const part of [
      view.number,
      view.licensor,
      view.licensee,
      "202310000001.5",
      "5000",
      "本许可由许可人",
      "第十一条",
      offer.textHash.slice(0, 16),
    ]) {
      if (text !== null) expect(text, part).toContain(part.replace(/\s/g, ""));
    }
    const checked = await verifyDocument({ content: bytes }, null, "203.0.113.1", t.db);
    expect(checked.document).toMatchObject({ kind: "LICENCE", label: `许可书 ${view.number}` });
    expect(checked.seals[0]).toMatchObject({ isOurs: true, isValid: true, coversWholeFile: true });

    await openLicenceRoom({ purchaseId }, buyer.actor, t.db);
    const dealId = await openDealFromTrade({ caseType: "LICENCE", id: purchaseId }, market, t.db);
    expect((await getPurchase(purchaseId, buyer.actor, t.db)).dealId).toBe(dealId);
  }, 20_000);

  it("costs nothing where there is no fee, and goes on at once", async () => {
    const offer = await makeLicenceOffer(t.db, { feeFen: 0n });
    const { purchaseId, paymentId } = await take(t.db, offer, await makeLicensee(t.db));
    expect(paymentId).toBeNull();
    expect(await stateOf(purchaseId)).toBe("PAID");
    const jobs = await t.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'licences.issue'`;
    expect(jobs[0]?.count).toBe(1n);
  });

  it("gives the last place once", async () => {
    const offer = await makeLicenceOffer(t.db, { maxLicensees: 1 });
    const buyers = [await makeLicensee(t.db), await makeLicensee(t.db), await makeLicensee(t.db)];
    const outcomes = await Promise.all(buyers.map((buyer) => codeOf(take(t.db, offer, buyer))));
    expect(outcomes.sort()).toEqual(["done", "licence_sold_out", "licence_sold_out"]);
    expect(await t.db.licencePurchase.count()).toBe(1);
  });

  it("is one licence and one payment, however often one clicks", async () => {
    const offer = await makeLicenceOffer(t.db);
    const buyer = await makeLicensee(t.db);
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(take(t.db, offer, buyer))));
    expect(outcomes.sort()).toEqual(["done", "licence_taken", "licence_taken"]);
    expect(await t.db.payment.count()).toBe(1);
  });

  it("is booked once however often the news of its payment comes, two at once too", async () => {
    const offer = await makeLicenceOffer(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, await makeLicensee(t.db));
    if (!paymentId) throw new Error("no payment");
    await noteLicencePayment(paymentId, market, t.db);
    expect(await stateOf(purchaseId)).toBe("CONFIRMED");
    await payByTransfer(t, paymentId);
    await Promise.all([1, 2, 3].map(() => noteLicencePayment(paymentId, market, t.db)));
    const moves = await t.db.procedureMove.count({ where: { subjectId: purchaseId, move: "pay" } });
    expect(moves).toBe(1);
  });

  it("is for signers of verified organisations, L2, with the password, of the text that was shown", async () => {
    const offer = await makeLicenceOffer(t.db);
    const buyer = await makeLicensee(t.db);
    const low = await makeLicensee(t.db, { realNameLevel: 1 });
    expect(await codeOf(take(t.db, offer, low))).toBe("licence_real_name");
    const unverified = await makeLicensee(t.db, { isVerified: false });
    expect(await codeOf(take(t.db, offer, unverified))).toBe("licence_no_signer");
    const colleague = await makeUser(t.db, { realNameLevel: 2 });
    await addMember(t.db, buyer.organisationId, colleague.id, "MEMBER", ["PUBLISH", "BID"]);
    const noSigner = { ...buyer, actor: await actorOf(t.db, colleague.id) };
    expect(await codeOf(take(t.db, offer, noSigner))).toBe("licence_no_signer");
    const stranger = { ...buyer, actor: await makeStranger(t.db) };
    expect(await codeOf(take(t.db, offer, stranger))).toBe("licence_no_signer");
    expect(await codeOf(take(t.db, offer, buyer, { secret: "wrong" }))).toBe("password_wrong");
    expect(await codeOf(take(t.db, offer, buyer, { textHash: "0".repeat(64) }))).toBe(
      "licence_text_changed",
    );
    expect(await t.db.licencePurchase.count()).toBe(0);
    expect(await codeOf(take(t.db, offer, buyer))).toBe("done");
  });

  it("is not for the banned, nor of an offer that is not open", async () => {
    const buyer = await makeLicensee(t.db);
    for (const state of ["DRAFT", "CHECK", "CORRECTION"] as const) {
      const offer = await makeLicenceOffer(t.db, { state });
      expect(await codeOf(take(t.db, offer, buyer)), state).toBe("not_found");
    }
    for (const state of ["SUSPENDED", "CLOSED"] as const) {
      const offer = await makeLicenceOffer(t.db, { state });
      expect(await codeOf(take(t.db, offer, buyer)), state).toBe("licence_not_open");
    }
    const { organisationId } = buyer;
    await t.db.tradeBan.create({
      data: {
        id: organisationId,
        organisationId,
        fromAt: new Date("2020-01-01"),
        untilAt: new Date("2100-01-01"),
        reason: "测试",
      },
    });
    expect(await codeOf(take(t.db, await makeLicenceOffer(t.db), buyer))).toBe("trade_banned");
  });
});

describe("a sale long after the opening", () => {
  it("is refused when the patents, the achievement or the licensor no longer allow it", async () => {
    const buyer = await makeLicensee(t.db);
    const expired = await makeLicenceOffer(t.db, {
      patents: [{ ...PATENT, expiresOn: "2020-01-01" }],
    });
    const unpaid = await makeLicenceOffer(t.db, {
      patents: [{ ...PATENT, feesPaidUntil: "2020-01-01" }],
    });
    const banned = await makeLicenceOffer(t.db);
    const { organisationId } = banned;
    await t.db.tradeBan.create({
      data: {
        id: organisationId,
        organisationId,
        fromAt: new Date("2020-01-01"),
        untilAt: new Date("2100-01-01"),
        reason: "测试",
      },
    });
    const blinded = await makeLicenceOffer(t.db);
    await t.db.achievement.update({
      where: { id: blinded.achievementId },
      data: { isBlinded: true },
    });
    const late = await makeLicenceOffer(t.db, { termMonths: 600 });
    for (const offer of [expired, unpaid, banned, blinded]) {
      expect(await codeOf(take(t.db, offer, buyer))).toBe("licence_not_open");
    }
    expect(await codeOf(take(t.db, late, buyer))).toBe("done");
    expect(await suspendBarredOffers(t.db)).toBe(4);
    const open = await t.db.licenceOffer.findMany({ where: { state: "OPEN" } });
    expect(open.map((one) => one.id)).toEqual([late.id]);
  });
});

describe("a paid licence", () => {
  it("is issued as it was accepted, whatever has changed its names since", async () => {
    const offer = await makeLicenceOffer(t.db, { feeFen: 0n });
    const { purchaseId } = await take(t.db, offer, await makeLicensee(t.db));
    await t.db.organisation.update({
      where: { id: offer.organisationId },
      data: { legalName: "更名大学" },
    });
    const move = (name: "suspend" | "submit") =>
      moveLicenceOffer({ offerId: offer.id, move: name, note: "更名" }, offer.actor, t.db);
    await move("suspend");
    expect(await codeOf(move("submit"))).toBe("licence_purchases_pending");
    expect(await issueLicence(purchaseId, t.db)).toBe("issued");
    expect(await codeOf(move("submit"))).toBe("done");
  }, 20_000);

  it("goes back with its fee by the office, or when its term is over before it begins", async () => {
    const offer = await makeLicenceOffer(t.db);
    const buyer = await makeLicensee(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, buyer);
    await payByTransfer(t, paymentId ?? "");
    await noteLicencePayment(paymentId ?? "", market, t.db);
    const refund = (actor: typeof buyer.actor, note: string) =>
      codeOf(refundPurchase({ purchaseId, note }, actor, t.db));
    expect(await refund(await makeStranger(t.db), "出具不了")).toBe("not_found");
    expect(await refund(buyer.actor, "出具不了")).toBe("wrong_actor");
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    expect(await refund(operator, "")).toBe("note_required");
    expect(await refund(operator, "出具不了")).toBe("done");
    expect(await stateOf(purchaseId)).toBe("CANCELLED");
    const payment = await t.db.payment.findUniqueOrThrow({ where: { id: paymentId ?? "" } });
    expect(payment.state).toBe("RETURN_DUE");
    expect(await issueLicence(purchaseId, t.db)).toBe("nothing to do");

    const gone = await makeLicenceOffer(t.db, {
      feeFen: 0n,
      patents: [{ ...PATENT, expiresOn: "2020-01-01" }],
    });
    const late = await makePurchase(t.db, gone, buyer, "PAID");
    expect(await issueLicence(late, t.db)).toBe("refunded");
    expect(await stateOf(late)).toBe("CANCELLED");
  });
});

describe("a licence that is not paid", () => {
  it("lapses with its payment, and can be taken again", async () => {
    const offer = await makeLicenceOffer(t.db, { maxLicensees: 1 });
    const buyer = await makeLicensee(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, buyer);
    await t.db.$transaction((tx) =>
      fireLicencePurchaseClock(tx, { subjectId: purchaseId, clock: "pay" }, market),
    );
    expect(await stateOf(purchaseId)).toBe("LAPSED");
    const payment = await t.db.payment.findUniqueOrThrow({ where: { id: paymentId ?? "" } });
    expect(payment.state).toBe("CANCELLED");
    expect(await codeOf(take(t.db, offer, buyer))).toBe("done");
  });

  it("is licensed after all when the fee was there before the clock rang", async () => {
    const offer = await makeLicenceOffer(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, await makeLicensee(t.db));
    await payByTransfer(t, paymentId ?? "");
    await t.db.$transaction((tx) =>
      fireLicencePurchaseClock(tx, { subjectId: purchaseId, clock: "pay" }, market),
    );
    expect(await stateOf(purchaseId)).toBe("PAID");
  });

  it("is given up by its buyer only, and what comes in later goes back", async () => {
    const offer = await makeLicenceOffer(t.db);
    const buyer = await makeLicensee(t.db);
    const { purchaseId, paymentId } = await take(t.db, offer, buyer);
    const stranger = await makeStranger(t.db);
    expect(await codeOf(getPurchase(purchaseId, stranger, t.db))).toBe("not_found");
    for (const actor of [stranger, offer.actor]) {
      expect(await codeOf(cancelPurchase({ purchaseId }, actor, t.db))).toBe("not_found");
      expect(await codeOf(openLicenceRoom({ purchaseId }, actor, t.db))).toBe("not_found");
    }
    expect(await codeOf(openLicenceRoom({ purchaseId }, buyer.actor, t.db))).toBe("wrong_state");
    expect(await codeOf(getLicenceDocument(purchaseId, buyer.actor, t.db))).toBe("not_found");
    await cancelPurchase({ purchaseId }, buyer.actor, t.db);
    expect(await stateOf(purchaseId)).toBe("CANCELLED");
    await noteLicencePayment(paymentId ?? "", market, t.db);
    expect(await stateOf(purchaseId)).toBe("CANCELLED");
    expect(await issueLicence(purchaseId, t.db)).toBe("nothing to do");
  });

  it("stands in the lists of both sides and of nobody else", async () => {
    const offer = await makeLicenceOffer(t.db);
    const buyer = await makeLicensee(t.db);
    await take(t.db, offer, buyer);
    const count = async (side: "bought" | "given", actor: typeof buyer.actor) =>
      (await listPurchases(side, PAGE, actor, t.db)).total;
    expect(await count("bought", buyer.actor)).toBe(1);
    expect(await count("given", offer.actor)).toBe(1);
    expect(await count("given", buyer.actor)).toBe(0);
    expect(await count("bought", await makeStranger(t.db))).toBe(0);
  });
});

/** The text of a PDF as another program reads it, without spaces; null where it is not installed. */
function readPdf(bytes: Buffer): string | null {
  const { stdout, error } = spawnSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8" });
  return error ? null : stdout.replace(/\s/g, "");
}
