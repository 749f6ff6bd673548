import { afterEach, describe, expect, it } from "vitest";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { termSheet } from "../../factories/deals";
import {
  makeDossier,
  makeRegistered,
  makeRegistrationOffice,
  makeServicePoint,
  makeSignedDeal,
  move,
  type TestOffice,
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
describe("after the decision", () => {
  it("a signed supplement changes the amounts in a new version under the same number", async () => {
    const office = await theOffice();
    const { id, deal } = await makeRegistered(t.db, office);
    const before = await t.db.registration.findUniqueOrThrow({ where: { id } });
    const base = termSheet();
    const price = { ...base.price, totalFen: "80000000", technicalFen: "70000000" };
    const terms = await t.db.termSheet.create({
      data: {
        id: newId(),
        dealId: deal.id,
        number: 2,
        state: "REPLACED",
        content: { ...base, price },
        contentHash: "a".repeat(64),
        side: "SUPPLY",
        proposedById: deal.seller.userId,
      },
    });
    const { finalFileId, finalSha256, finalPageCount, sealedFileId, sealedSha256, ...main } =
      await t.db.contract.findUniqueOrThrow({ where: { id: deal.contractId } });
    const { signedOn, signedAt, finalAt } = main;
    const files = { finalFileId, finalSha256, finalPageCount, sealedFileId, sealedSha256 };
    const supplement = await t.db.contract.create({
      data: {
        id: newId(),
        ...{ ...files, signedOn, signedAt, finalAt },
        state: "SIGNED",
        kind: "SUPPLEMENT",
        parentId: deal.contractId,
        dealId: deal.id,
        termSheetId: terms.id,
        categoryCode: "11",
        title: "补充合同",
        templateVersion: "1",
        createdById: deal.seller.userId,
      },
    });
    const asked = { supplementId: supplement.id, note: "金额调整" };
    await expect(
      move(t.db, id, "applyForChange", deal.seller, { ...asked, supplementId: deal.contractId }),
    ).rejects.toMatchObject({ code: "supplement_not_signed" });
    await move(t.db, id, "applyForChange", deal.seller, asked);
    const amounts = { totalFen: "80000000", technicalFen: "70000000", approvedIncomeFen: "0" };
    await move(t.db, id, "approveChange", office.second, amounts);
    const row = await t.db.registration.findUniqueOrThrow({
      where: { id },
      include: { versions: { orderBy: { number: "asc" } }, papers: true },
    });
    expect([row.state, row.versionNumber, row.totalFen]).toEqual(["REGISTERED", 2, 80_000_000n]);
    expect(row.registrationNo).toBe(before.registrationNo);
    expect(row.versions.map((one) => one.kind)).toEqual(["INITIAL", "CHANGE"]);
    expect(row.versions[1]?.form).toMatchObject({ total_amount: { value: "80000000" } });
    expect(row.papers.map((one) => `${one.kind} ${one.version}`).sort()).toEqual([
      "CERTIFICATE 1",
      "CERTIFICATE 2",
      "CHANGE_NOTICE 2",
    ]);
    await move(t.db, id, "applyForCancellation", deal.seller, { note: "合同解除" });
    await expect(move(t.db, id, "approveChange", office.first, amounts)).rejects.toMatchObject({
      code: "cancellation_was_asked",
    });
    await move(t.db, id, "cancel", office.first, { note: "合同解除" });
    expect(await stateOf(id)).toBe("CANCELLED");
  });

  it("an objection is heard by somebody else, in time, and leads back or into a new review", async () => {
    testClock = useTestClock(new Date("2027-03-01T02:00:00Z"));
    const office = await theOffice();
    const { id, deal } = await makeRegistered(t.db, office);
    await move(t.db, id, "object", deal.seller, { note: "核定金额有误" });
    await expect(
      move(t.db, id, "upholdRefusal", office.chief, { note: "理由" }),
    ).rejects.toMatchObject({ code: "wrong_state" });
    await move(t.db, id, "upholdRegistration", office.chief, { note: "理由" });
    await move(t.db, id, "object", deal.seller, { note: "再次提出" });
    await move(t.db, id, "reviewAnew", office.chief, {
      note: "重新审核",
      registrarId: office.second.userId,
    });
    const anew = await t.db.registration.findUniqueOrThrow({ where: { id } });
    expect([anew.state, anew.registrarAId]).toEqual(["REVIEW", office.second.userId]);
    expect(anew.registrationNo).not.toBeNull();
    testClock.advance(62 * DAY_MS);
    const other = await makeRegistered(t.db, office);
    testClock.advance(62 * DAY_MS);
    await expect(
      move(t.db, other.id, "object", other.deal.seller, { note: "太迟" }),
    ).rejects.toMatchObject({ code: "objection_too_late" });
  });

  it("a service point pre-checks and forwards, and does nothing else", async () => {
    const office = await theOffice();
    const point = await makeServicePoint(t.db, office);
    const deal = await makeSignedDeal(t.db);
    const id = await makeDossier(t.db, deal);
    await move(t.db, id, "sendToPoint", deal.seller, {
      commitment: "2026-11-22",
      servicePointId: point.id,
    });
    await expect(move(t.db, id, "accept", point.person)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await move(t.db, id, "forward", point.person);
    const papers = await t.db.registrationPaper.findMany({ where: { registrationId: id } });
    expect([await stateOf(id), papers.map((one) => one.kind)]).toEqual([
      "SUBMITTED",
      ["PRECHECK_OPINION"],
    ]);
    await expect(move(t.db, id, "accept", point.person)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await expect(move(t.db, id, "lapse", deal.seller)).rejects.toMatchObject({
      code: "wrong_actor",
    });
  });
});
