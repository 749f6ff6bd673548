import { createHash, randomBytes } from "node:crypto";
import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { LOT_CHECK_RULES_VERSION } from "./lot-check-rules";
import { readLotChecks } from "./lot-checks-schema";
import type { LotStepForm } from "./lot-draft-schema";
import type { LotRow } from "./lot-rows.server";
import { lotTermsSchema, readLotTerms } from "./lot-terms-schema";
import { sealReserve } from "./reserve-cipher.server";
import { reserveCommitmentText } from "./reserve-commitment-rules";

type Columns = Prisma.LotUncheckedUpdateInput;
type FormOf<S extends LotStepForm["step"]> = Extract<LotStepForm, { step: S }>["form"];

/** Items of a lot are achievements of its own organisation, proven here. */
async function writeItems(tx: Tx, lot: LotRow, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)].slice(0, 20);
  const own = await tx.achievement.count({
    where: {
      id: { in: wanted },
      organisationId: lot.organisationId,
      state: "PUBLISHED",
      isBlinded: false,
    },
  });
  if (own !== wanted.length) {
    throw new DomainError("lot_items_not_published", { field: "achievementIds" });
  }
  await tx.lotItem.deleteMany({ where: { lotId: lot.id } });
  await tx.lotItem.createMany({
    data: wanted.map((achievementId, sort) => ({ lotId: lot.id, achievementId, sort })),
  });
}

function saleColumns(lot: LotRow, form: FormOf<"sale">): Columns {
  const { achievementIds, title, description, defects, categoryCode, ...sale } = form;
  const terms = readLotTerms(lot.conditions);
  const conditions = lotTermsSchema.parse({
    ...terms,
    sale: { ...sale, licenceKind: sale.licenceKind ?? null },
  });
  return { title, description, defects, categoryCode, conditions };
}

/** A new secret has a nonce of its own; what was announced of an earlier one tells nothing of it. */
function reserveColumns(lot: LotRow, form: FormOf<"price">): Columns {
  if (form.reserveKind === "KEEP") return {};
  const none = {
    reserveEncrypted: null,
    reserveHash: null,
    reserveIsPublic: false,
    reserveFen: null,
  };
  if (form.reserve === null || form.reserveKind === "NONE") return none;
  if (form.reserveKind === "PUBLIC") {
    return { ...none, reserveIsPublic: true, reserveFen: form.reserve };
  }
  const reserve = { amountFen: form.reserve, nonce: randomBytes(16).toString("hex") };
  const committed = reserveCommitmentText({
    amountFen: reserve.amountFen.toString(),
    nonce: reserve.nonce,
  });
  return {
    ...none,
    reserveEncrypted: sealReserve(reserve, lot.id),
    reserveHash: createHash("sha256").update(committed, "utf8").digest("hex"),
  };
}

function priceColumns(lot: LotRow, form: FormOf<"price">): Columns {
  return {
    mode: form.mode,
    startPriceFen: form.startPrice,
    stepFen: form.step,
    depositFen: form.deposit,
    priceBasis: form.priceBasis,
    priceBasisNote: form.priceBasisNote,
    feePayer: form.feePayer,
    feeBp: form.feePercent,
    ...reserveColumns(lot, form),
  };
}

function rulesColumns(lot: LotRow, form: FormOf<"rules">): Columns {
  const { isAuction, isTraining, qualification, drop } = form;
  const terms = readLotTerms(lot.conditions);
  // A field that the form has left empty takes the plan's own default.
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
  const conditions = lotTermsSchema.parse({
    ...terms,
    plan: {
      ...given,
      dropFen: drop && drop > 0n ? drop.toString() : null,
      timeFactor: isTraining ? (form.timeFactor ?? 1) : 1,
    },
  });
  return {
    qualification,
    isTraining,
    conditions,
    auctionHouse: isAuction ? form.auctionHouse : null,
    auctionLicence: isAuction ? form.auctionLicence : null,
    auctioneer: isAuction ? form.auctioneer : null,
  };
}

function checksColumns(lot: LotRow, form: FormOf<"checks">): Columns {
  const { note, ...answers } = form;
  const checks = {
    ...readLotChecks(lot.checks),
    answers,
    note,
    rulesVersion: LOT_CHECK_RULES_VERSION,
  };
  return { checks };
}

/** What a step of the wizard writes; items are written on the way. */
export async function lotDraftColumns(tx: Tx, lot: LotRow, input: LotStepForm): Promise<Columns> {
  switch (input.step) {
    case "sale":
      await writeItems(tx, lot, input.form.achievementIds);
      return saleColumns(lot, input.form);
    case "price":
      return priceColumns(lot, input.form);
    case "rules":
      return rulesColumns(lot, input.form);
    case "checks":
      return checksColumns(lot, input.form);
  }
}
