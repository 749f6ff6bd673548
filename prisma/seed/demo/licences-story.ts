import { systemActor } from "~/domain/identity/actor";
import { createLicenceOffer } from "~/domain/licences/create-licence-offer.server";
import { issueLicence } from "~/domain/licences/issue-licence.server";
import { type LicenceForm, licenceFormSchema } from "~/domain/licences/licence-schema";
import { moveLicenceOffer } from "~/domain/licences/move-licence-offer.server";
import { noteLicencePayment } from "~/domain/licences/note-licence-payment.server";
import { saveLicenceOffer } from "~/domain/licences/save-licence-offer.server";
import { takeLicence } from "~/domain/licences/take-licence.server";
import { importBankList } from "~/domain/payments/import-bank-list.server";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import { patentNumber } from "./numbers";
import { payDeposit } from "./payments-story";
import { demoPeople } from "./people";
import type { DemoCast } from "./write-people";

const CLEAR = {
  exclusive: "NONE",
  suspension: "NONE",
  fees: "PAID",
  pledge: "NONE",
  coOwners: "NONE",
  licensor: "DOMESTIC",
} as const;

const clampForm = (): LicenceForm =>
  licenceFormSchema.parse({
    revision: "1",
    title: "薄壁套类零件液性塑料夹具",
    summary: "许可制造和使用液性塑料薄壁夹具，随许可提供标准图纸、介质配方和充填工艺卡。",
    declarationNumber: "示例2026370010001",
    fee: "20000",
    termMonths: "12",
    territory: "中华人民共和国境内",
    fieldOfUse: "机械加工用夹具的制造、使用和销售",
    patents: [
      {
        number: patentNumber("202029812241"),
        title: "一种液性塑料薄壁夹具",
        holder: "泉城理工大学",
        feesPaidUntil: "2029-11-30",
        expiresOn: "2030-12-10",
      },
    ],
    ...CLEAR,
    evaluationReports: "示例评价报告 2026-0412",
  });

const softwareForm = (): LicenceForm =>
  licenceFormSchema.parse({
    revision: "1",
    title: "机床热误差在线补偿软件单机许可",
    summary: "在一台数控机床上安装和使用补偿软件，随许可提供安装包、标定说明和通信接口文档。",
    fee: "48000",
    termMonths: "36",
    territory: "中华人民共和国境内",
    fieldOfUse: "被许可人自有数控机床的热误差补偿，每份许可限一台",
    maxLicensees: "50",
    ...CLEAR,
    fees: "NOT_APPLICABLE",
  });

const modelForm = (): LicenceForm =>
  licenceFormSchema.parse({
    revision: "1",
    title: "主轴热误差建模方法许可",
    summary: "许可使用热误差建模方法和测点布置说明，用于被许可人自有机床的误差标定。",
    fee: "12000",
    termMonths: "24",
    territory: "中华人民共和国境内",
    fieldOfUse: "被许可人自有数控机床的误差标定",
    ...CLEAR,
    fees: "NOT_APPLICABLE",
  });

/** The bank's list of that day: the fee of the licence, and money that names no payment. */
function bankList(fee: { reference: string; bankReference: string; paidOn: Date }): string {
  const day = fee.paidOn.toISOString().slice(0, 10);
  const unknown = `${day.replaceAll("-", "")}99000017`;
  return [
    "流水号,日期,金额,对方户名,摘要",
    `${fee.bankReference},${day},20000.00,邹鲁精工液压有限公司,${fee.reference} 许可使用费`,
    `${unknown},${day},1500.00,明湖科技园运营有限公司,场地服务费`,
  ].join("\n");
}

async function paymentOf(db: Db, offerId: string) {
  const payment = await db.payment.findFirstOrThrow({
    where: { caseType: "LICENCE", caseId: offerId },
    select: { reference: true, proofs: { select: { bankReference: true, paidOn: true } } },
  });
  return { reference: payment.reference, ...assertFound(payment.proofs[0]) };
}

/** Two licences on offer, an open patent licence and an express one; taken, paid and to be paid. */
export async function licenceStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.licenceOffer.count()) > 0) return [];
  const owner = await playerOf(db, cast, "university");
  const operator = await playerOf(db, cast, "operator");
  const offerOf = async (listing: string, kind: "OPEN_PATENT" | "EXPRESS", form: LicenceForm) => {
    const achievementId = await listingOf(db, "achievement", listing);
    const { id } = await createLicenceOffer({ achievementId, kind }, owner, db);
    await saveLicenceOffer({ offerId: id, form }, owner, db);
    await moveLicenceOffer({ offerId: id, move: "submit" }, owner, db);
    return id;
  };
  let clampId = "";
  let softwareId = "";
  return [
    {
      daysAgo: 33,
      async run() {
        clampId = await offerOf("a-open-licence-clamp", "OPEN_PATENT", clampForm());
        softwareId = await offerOf("a-spindle-thermal", "EXPRESS", softwareForm());
      },
    },
    {
      daysAgo: 31,
      async run() {
        for (const offerId of [clampId, softwareId]) {
          await moveLicenceOffer({ offerId, move: "open" }, operator, db);
        }
      },
    },
    {
      daysAgo: 20,
      run: () => takeClamp(db, cast, clampId),
    },
    {
      daysAgo: 18,
      async run() {
        await importBankList(bankList(await paymentOf(db, clampId)), operator, db);
      },
    },
    {
      daysAgo: 1,
      async run() {
        // One fee waits for the operators, one for its payer, and one offer for its check.
        const shown = await takeAs(db, cast, softwareId, "park");
        await payDeposit(db, cast, shown.paymentId, "park", "shown");
        await takeAs(db, cast, softwareId, "hydraulics");
        await offerOf("a-spindle-thermal", "EXPRESS", modelForm());
      },
    },
  ];
}

/** A maker of hydraulic parts takes the open licence and pays by bank transfer. */
async function takeClamp(db: Db, cast: DemoCast, offerId: string): Promise<void> {
  const { purchaseId, paymentId } = await takeAs(db, cast, offerId, "hydraulics");
  await payDeposit(db, cast, paymentId, "hydraulics");
  // What the queue would do by itself stands in the past like everything else.
  await noteLicencePayment(paymentId, systemActor("payments"), db);
  await issueLicence(purchaseId, db);
}

/** Somebody confirms the text of a licence in the name of their organisation. */
async function takeAs(db: Db, cast: DemoCast, offerId: string, name: string) {
  const buyer = await playerOf(db, cast, name);
  const offer = await db.licenceOffer.findUniqueOrThrow({
    where: { id: offerId },
    select: { number: true, textHash: true },
  });
  const person = assertFound(demoPeople.find((one) => one.email === buyer.email));
  const { purchaseId, paymentId } = await takeLicence(
    {
      number: offer.number,
      organisationId: assertFound(buyer.memberships[0]).organisationId,
      textHash: offer.textHash ?? "",
      secret: person.password,
      headers: new Headers(),
      ipAddress: null,
    },
    buyer,
    db,
  );
  return { purchaseId, paymentId: assertFound(paymentId) };
}
