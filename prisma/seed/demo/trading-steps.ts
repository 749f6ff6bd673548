import { systemActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { addLotFile } from "~/domain/trading/add-lot-file.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { checkLot } from "~/domain/trading/check-lot.server";
import { createLot } from "~/domain/trading/create-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { lotApplicationSchema } from "~/domain/trading/lot-application-schema";
import {
  lotChecksFormSchema,
  lotPriceFormSchema,
  lotRulesFormSchema,
  lotSaleFormSchema,
} from "~/domain/trading/lot-draft-schema";
import { moveLot } from "~/domain/trading/move-lot.server";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import { saveLotDraft } from "~/domain/trading/save-lot-draft.server";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf, SCAN } from "./deal-cast";
import { payDeposit } from "./payments-story";
import type { DemoCast } from "./write-people";

const CLEAR = {
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
  note: "",
};

export type DemoLot = {
  /** Player who sells, and key of the achievement. */
  seller: string;
  achievement: string;
  /** Fields of the wizard's steps as a person types them. */
  sale: Record<string, string>;
  price: Record<string, string>;
  rules: Record<string, string>;
};

/** Writes a lot step by step, hands it in and lets the operator announce it. */
export async function offerLot(db: Db, cast: DemoCast, lot: DemoLot): Promise<string> {
  const seller = await playerOf(db, cast, lot.seller);
  const achievementId = await listingOf(db, "achievement", lot.achievement);
  const { organisationId } = await db.achievement.findUniqueOrThrow({
    where: { id: achievementId },
  });
  const { id: lotId } = await createLot({ organisationId, achievementId }, seller, db);
  const steps = [
    {
      step: "sale",
      form: lotSaleFormSchema.parse({ ...lot.sale, achievementIds: achievementId }),
    },
    { step: "price", form: lotPriceFormSchema.parse(lot.price) },
    { step: "rules", form: lotRulesFormSchema.parse(lot.rules) },
    { step: "checks", form: lotChecksFormSchema.parse(CLEAR) },
  ] as const;
  for (const [index, step] of steps.entries()) {
    await saveLotDraft({ ...step, lotId, revision: index + 1 }, seller, db);
  }
  const upload = { name: "转让决策会议纪要.pdf", bytes: SCAN.bytes };
  const decision = { purpose: "DECISION", visibility: "OFFICE", title: "决策会议纪要" } as const;
  await addLotFile({ ...decision, lotId, upload }, seller, db);
  await moveLot({ lotId, move: "submit" }, seller, db);
  const operator = await playerOf(db, cast, "operator");
  await checkLot({ lotId, decision: "announce" }, operator, db);
  return lotId;
}

/** A player's organisation applies for a lot. */
export async function applyTo(
  db: Db,
  cast: DemoCast,
  lotId: string,
  name: string,
): Promise<string> {
  const player = await playerOf(db, cast, name);
  const lot = await db.lot.findUniqueOrThrow({ where: { id: lotId } });
  const form = lotApplicationSchema.parse({
    organisationId: assertFound(player.organisationId),
    contactName: player.name,
    contactPhone: "0531-8888 0000",
    isRelated: "NO",
    rulesHash: lot.rulesHash,
    accept: "on",
  });
  const { id } = await applyForLot({ ...form, number: lot.number }, player, db);
  return id;
}

/** The same, found qualified and, where a deposit is asked, with the deposit paid by transfer. */
export async function admit(db: Db, cast: DemoCast, lotId: string, name: string): Promise<void> {
  const applicationId = await applyTo(db, cast, lotId, name);
  const operator = await playerOf(db, cast, "operator");
  await decideLotApplication({ applicationId, decision: "qualify" }, operator, db);
  const { depositPaymentId } = await db.lotApplication.findUniqueOrThrow({
    where: { id: applicationId },
  });
  if (!depositPaymentId) return;
  await payDeposit(db, cast, depositPaymentId, name);
  await noteLotPayment(depositPaymentId, systemActor("payments"), db);
}
