import { afterEach, describe, expect, it } from "vitest";
import { answerRemark } from "~/domain/registration/answer-remark.server";
import { createRegistration } from "~/domain/registration/create-registration.server";
import { declareRecusal } from "~/domain/registration/declare-recusal.server";
import { evaluateDossier } from "~/domain/registration/evaluate-dossier.server";
import { fireRegistrationClock } from "~/domain/registration/fire-registration-clock.server";
import { refillDossier } from "~/domain/registration/refill-dossier.server";
import { takeSerial } from "~/domain/registration/take-serial.server";
import { writeRemark } from "~/domain/registration/write-remark.server";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { termSheet } from "../../factories/deals";
import { actorOf, addMember, makeStranger } from "../../factories/people";
import {
  AMOUNTS,
  makeDossier,
  makeRegistrar,
  makeRegistrationOffice,
  makeSignedDeal,
  move,
  review,
  settleFindings,
  submit,
  type TestOffice,
  takeUp,
} from "../../factories/registrations";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let made: Promise<TestOffice> | undefined;
/** One office for the file: two of one region would compete for its matters. */
const theOffice = () => {
  made ??= makeRegistrationOffice(t.db);
  return made;
};
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const stateOf = async (id: string) =>
  (await t.db.registration.findUniqueOrThrow({ where: { id } })).state;
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results
    .map((one) => (one.status === "fulfilled" ? "done" : (one.reason as { code?: string }).code))
    .sort();

describe("one registration per contract", () => {
  it("is made by the seller side alone, and once of two at once", async () => {
    await theOffice();
    const deal = await makeSignedDeal(t.db);
    await expect(createRegistration(deal.contractId, deal.buyer, t.db)).rejects.toMatchObject({
      code: "registration_not_applicant",
    });
    const stranger = await makeStranger(t.db);
    await expect(createRegistration(deal.contractId, stranger, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    const results = await Promise.allSettled([
      createRegistration(deal.contractId, deal.seller, t.db),
      createRegistration(deal.contractId, deal.seller, t.db),
    ]);
    expect(codesOf(results)).toEqual(["done", "registration_exists"]);
  });

  it("is not handed in while something is missing, and by nobody but the applicant", async () => {
    await theOffice();
    const deal = await makeSignedDeal(t.db, "21");
    const id = await createRegistration(deal.contractId, deal.seller, t.db);
    await expect(submit(t.db, id, deal.seller)).rejects.toMatchObject({
      code: "dossier_incomplete",
    });
    await expect(submit(t.db, id, deal.buyer)).rejects.toMatchObject({ code: "wrong_actor" });
    // Who has no part in the matter does not learn that there is one.
    const stranger = await makeStranger(t.db);
    for (const name of ["submit", "accept", "withdraw"] as const) {
      await expect(move(t.db, id, name, stranger, { note: "理由" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await expect(move(t.db, id, "submit", deal.seller)).rejects.toMatchObject({
      code: "dossier_incomplete",
    });
    expect(await stateOf(id)).toBe("DRAFT");
  });
});

describe("the competent office", () => {
  it("is the one that a delegation names in Jinan; without one a person decides", async () => {
    const office = await theOffice();
    const id = await makeDossier(t.db, await makeSignedDeal(t.db));
    const answer = async () => {
      const row = await t.db.registration.findUniqueOrThrow({ where: { id } });
      const { report } = await evaluateDossier(t.db, row);
      return report.results.find((one) => one.id === "C34")?.answer;
    };
    expect(await answer()).toBe("MET");
    const row = await t.db.registration.findUniqueOrThrow({ where: { id } });
    expect(row.officeId).toBe(office.id);
    const delegated = { where: { officeId: office.id } };
    const yesterday = { data: { validTo: new Date(Date.now() - 2 * DAY_MS) } };
    await t.db.registrationDelegation.updateMany({ ...delegated, ...yesterday });
    await t.db.registration.update({ where: { id }, data: { submittedAt: new Date() } });
    await t.db.$transaction((tx) => refillDossier(tx, id));
    expect(await answer()).toBe("PERSON_DECIDES");
    await t.db.registrationDelegation.updateMany({ ...delegated, data: { validTo: null } });
  });
});

describe("recusal", () => {
  it("takes every move from a registrar who declared it, joined a party or brokered the deal", async () => {
    const office = await theOffice();
    const deal = await makeSignedDeal(t.db);
    const id = await makeDossier(t.db, deal);
    await submit(t.db, id, deal.seller);
    await declareRecusal(
      { registrationId: id, userId: office.first.userId, reason: "FAMILY", note: "" },
      office.first,
      t.db,
    );
    const joined = await makeRegistrar(t.db, office.id);
    await addMember(t.db, deal.demand.id, joined.userId);
    const member = await actorOf(t.db, joined.userId);
    const moves = ["accept", "askFormalCorrection", "refuseAcceptance"] as const;
    for (const who of [office.first, member]) {
      for (const name of moves) {
        await expect(move(t.db, id, name, who, { note: "理由" })).rejects.toMatchObject({
          code: "wrong_actor",
        });
      }
    }
    await move(t.db, id, "accept", office.chief);
    await expect(
      move(t.db, id, "assign", office.chief, { registrarId: office.first.userId }),
    ).rejects.toMatchObject({ code: "assignee_recused" });
    await expect(
      declareRecusal(
        { registrationId: id, userId: office.chief.userId, reason: "OTHER", note: "" },
        office.first,
        t.db,
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keeps the first registrar from being the second where two are needed", async () => {
    const office = await theOffice();
    const price = { ...termSheet().price, totalFen: "1000000000", technicalFen: "990000000" };
    const instalments = [{ ...price.instalments[0], title: "全款", amountFen: "1000000000" }];
    const deal = await makeSignedDeal(t.db, "11", { price: { ...price, instalments } });
    const id = await makeDossier(t.db, deal);
    await submit(t.db, id, deal.seller);
    await takeUp(t.db, id, office);
    await expect(move(t.db, id, "finishReview", office.first)).rejects.toMatchObject({
      code: "findings_missing",
    });
    await settleFindings(t.db, id, office.first);
    await expect(move(t.db, id, "finishReview", office.first)).rejects.toMatchObject({
      code: "second_review_needed",
    });
    await move(t.db, id, "callSecond", office.first);
    const name = (registrarId: string) =>
      move(t.db, id, "assignSecond", office.chief, { registrarId });
    await expect(name(office.first.userId)).rejects.toMatchObject({
      code: "assignee_other_registrar",
    });
    await expect(move(t.db, id, "concur", office.first)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await name(office.second.userId);
    await move(t.db, id, "concur", office.second);
    const row = await t.db.registration.findUniqueOrThrow({ where: { id } });
    expect([row.state, row.secondReason, row.registrarBId]).toEqual([
      "DECISION",
      "AMOUNT",
      office.second.userId,
    ]);
  });
});

describe("decision", () => {
  it("is made once of two at once, with amounts that hold together", async () => {
    const office = await theOffice();
    const deal = await makeSignedDeal(t.db);
    const id = await makeDossier(t.db, deal);
    await submit(t.db, id, deal.seller);
    await takeUp(t.db, id, office);
    await review(t.db, id, office);
    for (const wrong of [
      { ...AMOUNTS, technicalFen: "60000001" },
      { ...AMOUNTS, technicalFen: "0", approvedIncomeFen: "0" },
      { ...AMOUNTS, approvedIncomeFen: "50000001" },
      { totalFen: "1" },
    ]) {
      await expect(move(t.db, id, "register", office.first, wrong)).rejects.toMatchObject({
        code: "amounts_out_of_range",
      });
    }
    const results = await Promise.allSettled([
      move(t.db, id, "register", office.first, AMOUNTS),
      move(t.db, id, "refuse", office.chief, { codes: ["R9"], note: "理由" }),
    ]);
    expect(codesOf(results)).toEqual(["done", "wrong_state"]);
    const row = await t.db.registration.findUniqueOrThrow({
      where: { id },
      include: { versions: true },
    });
    expect(row.versions).toHaveLength(row.state === "REGISTERED" ? 1 : 0);
  });

  it("takes numbers without gap or double, also when one is rolled back", async () => {
    const office = await makeRegistrationOffice(t.db, "370900");
    const series = { officeId: office.id, year: 2026 };
    const take = (fails: boolean) =>
      t.db.$transaction(async (tx) => {
        const serial = await takeSerial(tx, series);
        if (fails) throw new Error("rolled back");
        return serial;
      });
    const results = await Promise.allSettled(
      Array.from({ length: 21 }, (_, index) => take(index === 7)),
    );
    const serials = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });
});

describe("clocks", () => {
  it("stand still in a correction, show both dates, and lapse a correction once", async () => {
    testClock = useTestClock(new Date("2027-03-01T02:00:00Z"));
    const office = await theOffice();
    const deal = await makeSignedDeal(t.db);
    const id = await makeDossier(t.db, deal);
    await submit(t.db, id, deal.seller);
    await takeUp(t.db, id, office);
    const clockOf = async (name: string) =>
      t.db.procedureClock.findFirstOrThrow({ where: { subjectId: id, clock: name } });
    const before = (await clockOf("review")).dueAt;
    const row = await t.db.registration.findUniqueOrThrow({ where: { id } });
    expect(row.decisionDueAt).toEqual(before);
    expect(before.toISOString()).toBe("2027-03-31T16:00:00.000Z");

    await expect(move(t.db, id, "askCorrection", office.first)).rejects.toMatchObject({
      code: "remarks_missing",
    });
    const remark = { registrationId: id, about: "C06", message: "请补充技术指标" };
    await writeRemark(remark, office.first, t.db);
    await expect(writeRemark(remark, office.second, t.db)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await move(t.db, id, "askCorrection", office.first);
    testClock.advance(5 * DAY_MS);
    await expect(move(t.db, id, "answerCorrection", deal.seller)).rejects.toMatchObject({
      code: "remarks_unanswered",
    });
    const [written] = await t.db.registrationRemark.findMany({ where: { registrationId: id } });
    await answerRemark(
      { registrationId: id, remarkId: written?.id ?? "", answer: "已补充" },
      deal.seller,
      t.db,
    );
    await move(t.db, id, "answerCorrection", deal.seller);
    const after = await clockOf("review");
    expect(after.suspendedAt).toBeNull();
    expect(after.dueAt.getTime() - before.getTime()).toBe(5 * DAY_MS);

    await writeRemark(remark, office.first, t.db);
    await move(t.db, id, "askCorrection", office.first);
    testClock.advance(40 * DAY_MS);
    const firings = { registration: fireRegistrationClock };
    const swept = await Promise.all([sweepClocks(t.db, firings), sweepClocks(t.db, firings)]);
    expect(swept.reduce((sum, one) => sum + one.failed, 0)).toBe(0);
    const lapsed = await t.db.procedureMove.count({ where: { subjectId: id, move: "lapse" } });
    expect([await stateOf(id), lapsed]).toEqual(["WITHDRAWN", 1]);
  });
});
