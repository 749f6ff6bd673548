import { afterEach, describe, expect, it } from "vitest";
import { acceptTerms } from "~/domain/deals/accept-terms.server";
import { answerTerms } from "~/domain/deals/answer-terms.server";
import { declareRelatedParty } from "~/domain/deals/declare-related-party.server";
import { declareRightHolder } from "~/domain/deals/declare-right-holder.server";
import { offerTerms } from "~/domain/deals/offer-terms.server";
import {
  findRightHolderCheck,
  listContractBlockers,
} from "~/domain/deals/right-holder-queries.server";
import { saveTermsDraft } from "~/domain/deals/save-terms-draft.server";
import { termSheetConduct } from "~/domain/deals/term-sheet-conduct.server";
import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { getTermsEditor } from "~/domain/deals/terms-editor-queries.server";
import { emptyForm } from "~/domain/deals/terms-form-rules";
import {
  compareTerms,
  getTermsOverview,
  getTermsVersion,
} from "~/domain/deals/terms-version-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { firings } from "~/jobs/procedures/firings.server";
import {
  addParticipant,
  makeDeal,
  makeSignedContract,
  type TestDeal,
  termSheet,
} from "../../factories/deals";
import { actorOf, addMember, makeStranger, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const offer = (
  deal: TestDeal,
  actor: UserActor,
  answersId: string | null,
  overrides: Parameters<typeof termSheet>[0] = {},
) =>
  offerTerms({ dealId: deal.id, content: termSheet(overrides), note: "", answersId }, actor, t.db);

async function accept(id: string, actor: UserActor) {
  const { contentHash } = await t.db.termSheet.findUniqueOrThrow({ where: { id } });
  await acceptTerms({ termSheetId: id, contentHash }, actor, t.db);
}

async function codesOf(work: readonly Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(work);
  return results
    .map((one) =>
      one.status === "fulfilled" ? "done" : String((one.reason as { code?: string }).code),
    )
    .sort();
}

async function eventsOf(dealId: string): Promise<string[]> {
  const rows = await t.db.dealMessage.findMany({ where: { dealId }, orderBy: { sequence: "asc" } });
  return rows.map((row) => (row.event as { code: string }).code);
}

const CHEAPER: TermSheetContent["price"] = {
  ...termSheet().price,
  kind: "LUMP_SUM",
  totalFen: "55000000",
  technicalFen: "55000000",
  nonTechnical: [],
  instalments: [],
};

describe("a term sheet", () => {
  it("goes from offer over counter-offer to the one accepted version", async () => {
    const deal = await makeDeal(t.db);
    const first = await offer(deal, deal.seller, null);
    const second = await offer(deal, deal.buyer, first.id, { price: CHEAPER });
    const states = await t.db.termSheet.findMany({
      where: { dealId: deal.id },
      orderBy: { number: "asc" },
    });
    expect(states.map((one) => one.state)).toEqual(["SUPERSEDED", "PROPOSED"]);
    const view = await getTermsOverview(deal.id, 1, deal.seller, t.db);
    expect(view.open?.answers.map((one) => [one.move, one.refusal])).toEqual([
      ["accept", null],
      ["counter", null],
      ["reject", null],
    ]);
    expect(view.open?.previous?.changes.map((one) => one.path)).toContain("price.totalFen");
    const compared = await compareTerms(deal.id, { before: 1, after: 2 }, deal.buyer, t.db);
    expect(compared.changes).toEqual(view.open?.previous?.changes);

    await expect(accept(second.id, deal.buyer)).rejects.toMatchObject({ code: "wrong_actor" });
    await accept(second.id, deal.seller);
    expect(await findAcceptedTerms(t.db, deal.id)).toMatchObject({ id: second.id, number: 2 });
    expect((await t.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).state).toBe("AGREED");
    expect(await eventsOf(deal.id)).toEqual(["termsOffered", "termsCountered", "termsAccepted"]);
    const told = await t.db.notification.findMany({ where: { userId: deal.buyer.userId } });
    expect(told.map((one) => one.kind)).toEqual(["termsOffered", "termsAccepted"]);
    const moves = await t.db.procedureMove.findFirstOrThrow({
      where: { subjectId: second.id, move: "accept" },
    });
    expect(JSON.stringify(moves.evidence)).toContain("same-text");
  });

  it("gives way to another accepted version, before signing and after it", async () => {
    const deal = await makeDeal(t.db);
    const first = await offer(deal, deal.seller, null);
    await accept(first.id, deal.buyer);
    const second = await offer(deal, deal.buyer, null, { price: CHEAPER });
    await accept(second.id, deal.seller);
    const accepted = await findAcceptedTerms(t.db, deal.id);
    expect(accepted?.id).toBe(second.id);
    const former = await t.db.termSheet.findUniqueOrThrow({ where: { id: first.id } });
    expect(former.state).toBe("REPLACED");

    const third = await offer(deal, deal.seller, null);
    const contract = await makeSignedContract(
      t.db,
      deal,
      accepted ?? { id: "", content: termSheet() },
    );
    await t.db.$transaction([
      t.db.$executeRaw`SELECT set_config('market.procedure', 'Contract', true)`,
      t.db.contract.update({ where: { id: contract.id }, data: { state: "SIGNING" } }),
    ]);
    await expect(accept(third.id, deal.buyer)).rejects.toMatchObject({
      code: "terms_contract_frozen",
    });
    expect((await findAcceptedTerms(t.db, deal.id))?.id).toBe(second.id);
  });

  it("is answered once when both sides, or two of one side, answer at once", async () => {
    const deal = await makeDeal(t.db);
    const first = await offer(deal, deal.seller, null);
    expect(
      await codesOf([
        accept(first.id, deal.buyer),
        answerTerms({ termSheetId: first.id, answer: "withdraw", note: "" }, deal.seller, t.db),
        answerTerms({ termSheetId: first.id, answer: "reject", note: "太贵" }, deal.buyer, t.db),
      ]),
    ).toEqual(["done", "wrong_state", "wrong_state"]);

    const other = await makeDeal(t.db);
    const open = await offer(other, other.seller, null);
    const codes = await codesOf([
      offer(other, other.buyer, open.id, { price: CHEAPER }),
      offer(other, other.seller, open.id, { liability: "每日万分之三" }),
      accept(open.id, other.buyer),
    ]);
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    const standing = { dealId: other.id, state: { in: ["PROPOSED", "ACCEPTED"] } };
    expect(await t.db.termSheet.count({ where: standing })).toBe(1);
  });

  it("is refused to people without the right, the level or the same text", async () => {
    const deal = await makeDeal(t.db);
    const { id } = await offer(deal, deal.seller, null);
    const same = { termSheetId: id, contentHash: "0".repeat(64) };
    await expect(acceptTerms(same, deal.buyer, t.db)).rejects.toMatchObject({
      code: "terms_other_text",
    });
    const publisher = await makeUser(t.db, { realNameLevel: 2 });
    await addMember(t.db, deal.demand.id, publisher.id, "MEMBER", ["PUBLISH"]);
    await addParticipant(t.db, deal.id, publisher.id, {
      role: "DEMAND",
      organisationId: deal.demand.id,
    });
    await expect(accept(id, await actorOf(t.db, publisher.id))).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await expect(accept(id, { ...deal.buyer, realNameLevel: 1 })).rejects.toMatchObject({
      code: "terms_real_name",
    });
    const stranger = await makeStranger(t.db);
    await expect(accept(id, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(getTermsVersion(deal.id, 1, stranger, t.db)).rejects.toMatchObject({
      status: 404,
    });
    const broken = termSheet({ price: { ...termSheet().price, technicalFen: "1" } });
    await expect(
      offerTerms({ dealId: deal.id, content: broken, note: "", answersId: id }, deal.buyer, t.db),
    ).rejects.toMatchObject({ code: "terms_inconsistent" });
    await expect(offer(deal, deal.buyer, null)).rejects.toMatchObject({ code: "terms_moved_on" });
    await expect(offer(deal, deal.buyer, id)).rejects.toMatchObject({ code: "terms_unchanged" });
    await expect(
      answerTerms({ termSheetId: id, answer: "reject", note: " " }, deal.buyer, t.db),
    ).rejects.toMatchObject({ code: "note_required" });
    await expect(
      t.db.termSheet.update({ where: { id }, data: { contentHash: "0".repeat(64) } }),
    ).rejects.toThrow(/never edited/);
  });

  it("reminds the receiving side once when the time to answer is over", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const deal = await makeDeal(t.db);
    await offer(deal, deal.seller, null);
    testClock.advance(16 * 86_400_000);
    await sweepClocks(t.db, firings);
    await sweepClocks(t.db, firings);
    const kind = "termsUnanswered";
    const userId = deal.buyer.userId;
    expect(await t.db.notification.count({ where: { userId, kind } })).toBe(1);
    expect(termSheetConduct.procedure.clocks.answer.fires).toBeNull();
  });
});

describe("a side's draft", () => {
  it("is prefilled from what this side may read, kept per side and guarded by its revision", async () => {
    const deal = await makeDeal(t.db);
    await t.db.achievement.update({
      where: { id: deal.achievementId },
      data: { description: "只给签约方看的工艺", sectionVisibility: { description: "NDA" } },
    });
    const ours = await getTermsEditor(deal.id, deal.seller, t.db);
    const theirs = await getTermsEditor(deal.id, deal.buyer, t.db);
    expect(ours.form.values["object.description"]).toBe("只给签约方看的工艺");
    expect(JSON.stringify(theirs)).not.toContain("只给签约方看的工艺");
    const form = emptyForm();
    form.values.title = "我方草稿";
    const save = (revision: number) =>
      saveTermsDraft({ dealId: deal.id, revision, form }, deal.seller, t.db);
    expect(await codesOf([save(0), save(0)])).toEqual(["done", "stale_revision"]);
    expect((await save(1)).revision).toBe(2);
    await expect(save(1)).rejects.toMatchObject({ code: "stale_revision", status: 409 });
    expect(JSON.stringify(await getTermsOverview(deal.id, 1, deal.buyer, t.db))).not.toContain(
      "我方草稿",
    );
    expect((await getTermsEditor(deal.id, deal.seller, t.db)).form.values.title).toBe("我方草稿");
  });
});

describe("checks and declarations", () => {
  it("are given by whom they concern and stand in the way until they are clean", async () => {
    const deal = await makeDeal(t.db);
    const answers = {
      coOwners: "NO_CONSENT",
      licences: "NONE",
      pledge: "NONE",
      annuities: "PAID",
      dispute: "NONE",
      openLicence: "NONE",
      ownPractice: "STOPS",
      completers: "WAIVED",
      abroad: "NO",
      stateSecret: "NO",
      note: "",
    } as const;
    const { id } = await offer(deal, deal.seller, null, {
      categoryCode: "21",
      object: {
        description: "转让涂覆方法专利权",
        rights: [{ kind: "PATENT_INVENTION", title: "涂覆方法", number: "201710601862.3" }],
      },
    });
    await accept(id, deal.buyer);
    expect((await listContractBlockers(t.db, deal.id)).map((one) => one.kind)).toEqual([
      "RIGHT_HOLDER_MISSING",
      "RELATED_PARTY_MISSING",
      "RELATED_PARTY_MISSING",
    ]);
    const check = { dealId: deal.id, answers };
    await expect(declareRightHolder(check, deal.buyer, t.db)).rejects.toMatchObject({
      status: 403,
    });
    await declareRightHolder(check, deal.seller, t.db);
    const declaration = { isRelated: "NO", kinds: [], note: "", confirmed: "on" } as const;
    for (const actor of [deal.seller, deal.buyer]) {
      await declareRelatedParty({ ...declaration, kinds: [], dealId: deal.id }, actor, t.db);
    }
    expect(await listContractBlockers(t.db, deal.id)).toEqual([
      { kind: "RIGHT_HOLDER", id: "coOwners", reason: "NO_CONSENT" },
    ]);
    const consented = { ...answers, coOwners: "CONSENT" } as const;
    await declareRightHolder({ dealId: deal.id, answers: consented }, deal.seller, t.db);
    expect(await listContractBlockers(t.db, deal.id)).toEqual([]);
    expect((await findRightHolderCheck(t.db, deal.id))?.answers.coOwners).toBe("CONSENT");
    expect(await t.db.rightHolderCheck.count({ where: { dealId: deal.id } })).toBe(2);
  });
});
