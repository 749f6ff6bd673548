import { beforeAll, describe, expect, it } from "vitest";
import { answerMandate } from "~/domain/brokers/answer-mandate.server";
import { getBoard } from "~/domain/brokers/board-queries.server";
import { confirmIntroduction } from "~/domain/brokers/confirm-introduction.server";
import { findBrokersFor } from "~/domain/brokers/find-brokers-for.server";
import { findDealBrokers } from "~/domain/brokers/find-deal-brokers.server";
import { fireMandateClock } from "~/domain/brokers/fire-broker-clocks.server";
import { listRecordsAboutUs } from "~/domain/brokers/introduction-record-queries.server";
import { introductionRecordSchema } from "~/domain/brokers/introduction-record-schema";
import { getMandate, listMandates } from "~/domain/brokers/mandate-queries.server";
import { moveMandate } from "~/domain/brokers/move-mandate.server";
import { offerMandate } from "~/domain/brokers/offer-mandate.server";
import { getOfferPage } from "~/domain/brokers/offer-page-queries.server";
import { recordIntroduction } from "~/domain/brokers/record-introduction.server";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import {
  consent,
  makeActiveMandate,
  makeBroker,
  offerForm,
  type TestBroker,
} from "../../factories/brokers";
import { makeDeal, type TestDeal } from "../../factories/deals";
import {
  actorOf,
  addMember,
  makeOrganisation,
  makeStranger,
  makeUser,
} from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const NONE = { answer: "accept" as const, conflict: "NONE" as const, conflictText: "" };
let deal: TestDeal;
let broker: TestBroker;

beforeAll(async () => {
  deal = await makeDeal(t.db);
  broker = await makeBroker(t.db);
});

const stateOf = async (id: string) =>
  (await t.db.mandate.findUniqueOrThrow({ where: { id } })).state;

describe("mandates", () => {
  it("both sides only with the written consent of both, to the same terms, two at once", async () => {
    const form = offerForm(broker.id, { achievementId: deal.achievementId, together: deal.needId });
    const id = await offerMandate(form, deal.seller, t.db);
    const page = await getMandate(id, deal.buyer, t.db);
    expect(page.side).toBe("BOTH");
    expect(page.feePayer).toBe("HALF_EACH");
    expect(page.costsBorneBy).toBe("BROKER");
    await answerMandate({ mandateId: id, ...NONE }, broker.actor, t.db);
    expect(await stateOf(id)).toBe("ACCEPTED");
    await expect(consent(t.db, id, deal.demand.id, deal.seller)).rejects.toMatchObject({
      status: 403,
    });
    await Promise.all([
      consent(t.db, id, deal.supply.id, deal.seller),
      consent(t.db, id, deal.demand.id, deal.buyer),
    ]);
    expect(await stateOf(id)).toBe("ACTIVE");
    const moves = await t.db.procedureMove.count({ where: { subjectId: id, move: "activate" } });
    expect(moves).toBe(1);
    // Both sides gave it to this broker; a second of the same matter is refused, by both.
    const again = offerForm(broker.id, { achievementId: deal.achievementId });
    await expect(offerMandate(again, deal.seller, t.db)).rejects.toMatchObject({
      code: "mandate_exists",
    });
    const stranger = await makeStranger(t.db);
    await expect(getMandate(id, stranger, t.db)).rejects.toMatchObject({ status: 404 });
    expect((await listMandates({ list: "open", skip: 0, size: 9 }, stranger, t.db)).total).toBe(0);
  });

  it("two offers at once in one matter are one", async () => {
    const achievement = await makeAchievement(t.db, deal.supply.id);
    const form = offerForm(broker.id, { achievementId: achievement.id });
    const outcomes = await Promise.allSettled([
      offerMandate(form, deal.seller, t.db),
      offerMandate(form, deal.seller, t.db),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("is not offered for others' listings, nor together with strangers, nor too long", async () => {
    const offer = (values: Record<string, unknown>, actor = deal.seller) =>
      offerMandate(offerForm(broker.id, values), actor, t.db);
    await expect(offer({ needId: deal.needId })).rejects.toMatchObject({ status: 404 });
    const achievement = await makeAchievement(t.db, deal.supply.id);
    const unknown = await makeNeed(t.db, deal.demand.id);
    await expect(
      offer({ achievementId: achievement.id, together: unknown.id }),
    ).rejects.toMatchObject({ code: "not_a_choice" });
    await expect(
      offer({ achievementId: achievement.id, endsOn: "2099-01-01" }),
    ).rejects.toMatchObject({ code: "mandate_too_long" });
  });

  it("is offered by people of a verified organisation who may publish for it", async () => {
    const ask = async (actor: UserActor) =>
      (await getOfferPage({ brokerId: broker.id, achievementId: null, needId: null }, actor, t.db))
        .refusal;
    expect(await ask(deal.seller)).toBeNull();
    const newcomer = await makeUser(t.db);
    expect(await ask(await actorOf(t.db, newcomer.id))).toBe("NO_ORGANISATION");
    await addMember(t.db, deal.supply.id, newcomer.id, "MEMBER", ["MONEY"]);
    const treasurer = await actorOf(t.db, newcomer.id);
    expect(await ask(treasurer)).toBe("NO_RIGHT");
    const form = offerForm(broker.id, { achievementId: deal.achievementId });
    await expect(offerMandate(form, treasurer, t.db)).rejects.toMatchObject({ status: 404 });

    const unverified = await makeOrganisation(t.db, { isVerified: false });
    const beginner = await makeUser(t.db);
    await addMember(t.db, unverified.id, beginner.id, "OWNER", ["PUBLISH", "SIGN"]);
    const owner = await actorOf(t.db, beginner.id);
    expect(await ask(owner)).toBe("NOT_VERIFIED");
    const own = await makeAchievement(t.db, unverified.id);
    await expect(
      offerMandate(offerForm(broker.id, { achievementId: own.id }), owner, t.db),
    ).rejects.toMatchObject({ code: "mandate_not_verified", status: 403 });
  });

  it("a broker tied to the client has to disclose it", async () => {
    const tied = await makeBroker(t.db);
    await addMember(t.db, deal.supply.id, tied.actor.userId);
    const achievement = await makeAchievement(t.db, deal.supply.id);
    const form = offerForm(tied.id, { achievementId: achievement.id, consent: "on" });
    const id = await offerMandate(form, deal.seller, t.db);
    await expect(answerMandate({ mandateId: id, ...NONE }, tied.actor, t.db)).rejects.toMatchObject(
      { code: "mandate_conflict_known" },
    );
    // Another broker does not learn of it; a colleague of the client sees it and may not answer.
    await expect(
      answerMandate({ mandateId: id, ...NONE }, broker.actor, t.db),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      answerMandate({ mandateId: id, ...NONE }, deal.seller, t.db),
    ).rejects.toMatchObject({ code: "wrong_actor" });
    const stranger = await makeStranger(t.db);
    for (const move of ["withdraw", "claimFee"] as const) {
      await expect(
        moveMandate({ mandateId: id, move, turnoverFen: null }, stranger, t.db),
      ).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(consent(t.db, id, deal.supply.id, stranger)).rejects.toMatchObject({
      code: "not_found",
    });
    await answerMandate(
      { mandateId: id, answer: "accept", conflict: "DISCLOSED", conflictText: "本人在该单位任职" },
      tied.actor,
      t.db,
    );
    expect(await stateOf(id)).toBe("ACTIVE");
    // Without a main contract there is no fee to claim.
    await expect(
      moveMandate({ mandateId: id, move: "claimFee", turnoverFen: null }, tied.actor, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("expires when nobody answers and when its term is over", async () => {
    const time = useTestClock(new Date("2026-11-23T02:00:00Z"));
    try {
      const one = await makeAchievement(t.db, deal.supply.id);
      const two = await makeAchievement(t.db, deal.supply.id);
      const offered = await offerMandate(
        offerForm(broker.id, { achievementId: one.id }),
        deal.seller,
        t.db,
      );
      const active = await makeActiveMandate(t.db, {
        broker,
        client: deal.seller,
        achievementId: two.id,
      });
      time.advance(40 * 86_400_000);
      await sweepClocks(t.db, { mandate: fireMandateClock });
      expect([await stateOf(offered), await stateOf(active)]).toEqual(["EXPIRED", "ACTIVE"]);
      time.advance(150 * 86_400_000);
      await sweepClocks(t.db, { mandate: fireMandateClock });
      expect(await stateOf(active)).toBe("EXPIRED");
    } finally {
      time.restore();
    }
  });

  it("introductions are recorded once, confirmed by the sides and lead the broker into the room", async () => {
    const own = await makeBroker(t.db);
    const achievement = await makeAchievement(t.db, deal.supply.id);
    const mandateId = await makeActiveMandate(t.db, {
      broker: own,
      client: deal.seller,
      achievementId: achievement.id,
    });
    expect((await getBoard(own.actor, t.db)).leads.cards[0]?.next).toBe("INTRODUCE");
    const need = await t.db.need.findUniqueOrThrow({ where: { id: deal.needId } });
    const record = introductionRecordSchema.parse({ mandateId, needNumber: String(need.number) });
    const outcomes = await Promise.allSettled([
      recordIntroduction(record, own.actor, t.db),
      recordIntroduction(record, own.actor, t.db),
    ]);
    const made = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(made).toHaveLength(1);
    const id = made[0] ?? "";
    await expect(recordIntroduction(record, deal.buyer, t.db)).rejects.toMatchObject({
      code: "broker_not_public",
    });

    const matter = {
      supplyOrganisationId: deal.supply.id,
      demandOrganisationId: deal.demand.id,
      achievementId: null,
      needId: deal.needId,
    };
    const found = async () =>
      (await findDealBrokers(t.db, matter)).filter((one) => one.brokerId === own.id);
    expect(await found()).toEqual([]);
    expect((await getBoard(own.actor, t.db)).introductions.cards[0]?.next).toBe("ASK_CONFIRMATION");
    await expect(confirmIntroduction(id, await makeStranger(t.db), t.db)).rejects.toMatchObject({
      status: 404,
    });
    const about = await listRecordsAboutUs({ skip: 0, size: 9 }, deal.buyer, t.db);
    expect(about.items.find((one) => one.id === id)?.mayConfirm).toBe(true);
    await Promise.all([
      confirmIntroduction(id, deal.buyer, t.db),
      confirmIntroduction(id, deal.seller, t.db),
    ]);
    const row = await t.db.brokerIntroduction.findUniqueOrThrow({ where: { id } });
    expect(row.supplyConfirmedById).toBe(deal.seller.userId);
    expect(row.demandConfirmedById).toBe(deal.buyer.userId);
    expect(await found()).toMatchObject([{ via: "INTRODUCTION", userId: own.actor.userId }]);
  });

  it("says why a broker suits a listing, to its owner only", async () => {
    const achievement = await makeAchievement(t.db, deal.supply.id);
    await t.db.achievement.update({ where: { id: achievement.id }, data: { fieldCodes: ["4"] } });
    const far = await makeBroker(t.db, { regionCode: "440300", fieldCodes: ["1"] });
    const input = {
      achievementId: achievement.id,
      needId: null,
      services: null,
      skip: 0,
      size: 50,
    };
    const { brokers, total } = await findBrokersFor(input, deal.seller, t.db);
    expect(total).toBe(brokers.length);
    const [best] = brokers;
    expect(best?.fit.parts.find((part) => part.key === "fields")?.points).toBe(40);
    expect(brokers.at(-1)?.id).toBe(far.id);
    await expect(findBrokersFor(input, deal.buyer, t.db)).rejects.toMatchObject({ status: 404 });
    // A member of the owner is no broker for it.
    const inside = await makeBroker(t.db);
    await addMember(t.db, deal.supply.id, inside.actor.userId);
    await actorOf(t.db, inside.actor.userId);
    const again = await findBrokersFor(input, deal.seller, t.db);
    expect(again.brokers.map((one) => one.id)).not.toContain(inside.id);
  });
});
