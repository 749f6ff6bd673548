import { describe, expect, it } from "vitest";
import { addLotFile } from "~/domain/trading/add-lot-file.server";
import { auctionRulesSchema } from "~/domain/trading/auction-rules-schema";
import { checkLot } from "~/domain/trading/check-lot.server";
import { createLot } from "~/domain/trading/create-lot.server";
import { hashOfRules } from "~/domain/trading/hash-of-rules.server";
import {
  lotChecksFormSchema,
  lotPriceFormSchema,
  lotRulesFormSchema,
  lotSaleFormSchema,
} from "~/domain/trading/lot-draft-schema";
import { getLotWizard } from "~/domain/trading/lot-wizard-queries.server";
import { moveLot } from "~/domain/trading/move-lot.server";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { saveLotDraft } from "~/domain/trading/save-lot-draft.server";
import { lotInCheck, makeTrader } from "../../factories/lots";
import { transferReceipt } from "../../factories/payments";
import { makeOfficer, makeStranger } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

const answers = {
  coOwners: "NONE",
  licences: "NONE",
  pledge: "NONE",
  annuities: "PAID",
  dispute: "NONE",
  openLicence: "NONE",
  ownPractice: "STOPS",
  completers: "WAIVED",
  abroad: "NO",
  stateSecret: "NO",
};
const price = {
  mode: "ASCENDING",
  startPrice: "1,000,000",
  step: "10000",
  deposit: "100000",
  reserveKind: "SECRET",
  reserve: "1234567.89",
  priceBasis: "INQUIRY",
};

async function draft(kind: "ENTERPRISE" | "UNIVERSITY" = "ENTERPRISE") {
  const seller = await makeTrader(t.db, kind);
  const achievement = await makeAchievement(t.db, seller.organisationId);
  const { organisationId, actor } = seller;
  const input = { organisationId, achievementId: achievement.id };
  const { id: lotId } = await createLot(input, actor, t.db);
  return { ...seller, lotId, achievementId: achievement.id };
}

async function fillIn(made: Awaited<ReturnType<typeof draft>>): Promise<void> {
  const { lotId, actor, achievementId } = made;
  const sale = lotSaleFormSchema.parse({
    achievementIds: achievementId,
    title: "隔膜涂覆工艺专利权",
    description: "发明专利一件。",
    categoryCode: "21",
  });
  const rules = lotRulesFormSchema.parse({ extensionsMax: "1", isRelatedAllowed: "on" });
  const steps = [
    { step: "sale", form: sale },
    { step: "price", form: lotPriceFormSchema.parse(price) },
    { step: "rules", form: rules },
    { step: "checks", form: lotChecksFormSchema.parse(answers) },
  ] as const;
  for (const [index, step] of steps.entries()) {
    await saveLotDraft({ ...step, lotId, revision: index + 1 }, actor, t.db);
  }
}

describe("writing a lot", () => {
  it("leads from the wizard to an announcement with frozen rules, their hash and notice 1", async () => {
    const made = await draft();
    await fillIn(made);
    await moveLot({ lotId: made.lotId, move: "submit" }, made.actor, t.db);
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
    await checkLot({ lotId: made.lotId, decision: "announce" }, operator, t.db);
    const row = await t.db.lot.findUniqueOrThrow({ where: { id: made.lotId } });
    const rules = auctionRulesSchema.parse(row.rules);
    expect(rules).toMatchObject({ startPriceFen: "100000000", stepFen: "1000000" });
    expect(row.rulesHash).toBe(hashOfRules(rules));
    expect(rules.reserve).toEqual({ kind: "SECRET", commitment: row.reserveHash });
    const view = await getPublicLot(t.db, row.number, null, "zh-CN");
    expect(view.notices.map((one) => one.kind)).toEqual(["ANNOUNCED"]);
    expect(view.isOpen).toBe(true);
  });

  it("tells an older form that it is older and keeps what is stored", async () => {
    const { lotId, actor } = await draft();
    const form = lotPriceFormSchema.parse({ ...price, reserveKind: "NONE" });
    await saveLotDraft({ step: "price", form, lotId, revision: 1 }, actor, t.db);
    const again = saveLotDraft({ step: "price", form, lotId, revision: 1 }, actor, t.db);
    await expect(again).rejects.toMatchObject({ code: "stale_revision" });
  });

  it("is nobody else's: no save, no file, no step, no page", async () => {
    const { lotId } = await draft();
    const stranger = await makeStranger(t.db);
    const form = lotPriceFormSchema.parse(price);
    const file = { purpose: "OTHER", visibility: "PUBLIC", title: "" } as const;
    const tries = [
      () => saveLotDraft({ step: "price", form, lotId, revision: 1 }, stranger, t.db),
      () => addLotFile({ ...file, lotId, upload: transferReceipt() }, stranger, t.db),
      () => moveLot({ lotId, move: "submit" }, stranger, t.db),
      () => getLotWizard(t.db, lotId, stranger, "zh-CN"),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ status: 404 });
  });

  it("takes no achievement of another organisation, and none that is blinded", async () => {
    const { lotId, actor, organisationId } = await draft();
    const other = await makeTrader(t.db);
    const theirs = await makeAchievement(t.db, other.organisationId);
    const blinded = await makeAchievement(t.db, organisationId, { isBlinded: true });
    for (const achievementIds of [theirs.id, blinded.id]) {
      const form = lotSaleFormSchema.parse({ achievementIds });
      await expect(
        saveLotDraft({ step: "sale", form, lotId, revision: 1 }, actor, t.db),
      ).rejects.toMatchObject({ code: "lot_items_not_published", field: "achievementIds" });
    }
  });

  it("wants the decision of a government-run unit on file, which the public never sees", async () => {
    const made = await draft("UNIVERSITY");
    await fillIn(made);
    const submit = () => moveLot({ lotId: made.lotId, move: "submit" }, made.actor, t.db);
    await expect(submit()).rejects.toMatchObject({ code: "lot_decision_missing" });
    const file = { purpose: "DECISION", visibility: "PUBLIC", title: "" } as const;
    await addLotFile({ ...file, lotId: made.lotId, upload: transferReceipt() }, made.actor, t.db);
    await submit();
    const stored = await t.db.lotFile.findFirstOrThrow({ where: { lotId: made.lotId } });
    expect(stored.visibility).toBe("OFFICE");
  });

  it("answers with the field where the figures are wrong", async () => {
    const made = await draft();
    await fillIn(made);
    const wrong = [
      [{ deposit: 10_000_00n }, "lot_deposit_range", "deposit"],
      [{ reserve: 999_999_00n }, "lot_reserve_unsound", "reserve"],
      [{ step: 2_000_000_00n }, "lot_step_unsound", "step"],
    ] as const;
    for (const [change, code, field] of wrong) {
      const { revision } = await t.db.lot.findUniqueOrThrow({ where: { id: made.lotId } });
      // The form refuses what it can see by itself; a submission looks again at all of it.
      const form = { ...lotPriceFormSchema.parse(price), ...change };
      const saved = { step: "price", form, lotId: made.lotId, revision } as const;
      await saveLotDraft(saved, made.actor, t.db);
      await expect(
        moveLot({ lotId: made.lotId, move: "submit" }, made.actor, t.db),
      ).rejects.toMatchObject({ code, field });
    }
  });
});

describe("the market's check", () => {
  it("returns with comments at the steps, which go when it is submitted again", async () => {
    const lot = await lotInCheck(t);
    const comments = [{ field: "price", text: "请补充询价记录" }];
    const back = { lotId: lot.id, decision: "return", note: "见意见", comments } as const;
    await checkLot(back, lot.operator, t.db);
    const wizard = await getLotWizard(t.db, lot.id, lot.seller, "zh-CN");
    expect(wizard.comments).toMatchObject([{ field: "price", text: "请补充询价记录" }]);
    await moveLot({ lotId: lot.id, move: "submit" }, lot.seller, t.db);
    expect(await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } })).toMatchObject({
      state: "CHECK",
    });
  });

  it("is refused to the seller, to strangers and outside of the region", async () => {
    const lot = await lotInCheck(t);
    const others = [
      lot.seller,
      await makeStranger(t.db),
      await makeOfficer(t.db, "REVIEWER", null),
      await makeOfficer(t.db, "MARKET_OPERATOR", "320000"),
    ];
    for (const actor of others) {
      const attempt = checkLot({ lotId: lot.id, decision: "announce" }, actor, t.db);
      await expect(attempt).rejects.toMatchObject({ status: 403 });
    }
  });

  it("announces one of two lots with the same achievement, however close they come", async () => {
    const first = await lotInCheck(t);
    const { sellerId: organisationId, seller: actor, achievementIds } = first;
    const second = await lotInCheck(t, { seller: { organisationId, actor }, achievementIds });
    // Both stand in CHECK: each would refuse the other, so one of them is put back first.
    const announce = (lot: typeof first) =>
      checkLot({ lotId: lot.id, decision: "announce" }, lot.operator, t.db);
    await expect(announce(first)).rejects.toMatchObject({ code: "lot_items_taken" });
    await moveLot({ lotId: second.id, move: "recall" }, actor, t.db);
    const results = await Promise.allSettled([
      announce(first),
      moveLot({ lotId: second.id, move: "submit" }, actor, t.db),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("announces once when two operators press at the same moment", async () => {
    const lot = await lotInCheck(t);
    const announce = () => checkLot({ lotId: lot.id, decision: "announce" }, lot.operator, t.db);
    const results = await Promise.allSettled([announce(), announce()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await t.db.lotNotice.count({ where: { lotId: lot.id } })).toBe(1);
  });
});
