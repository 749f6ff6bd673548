import { systemActor } from "~/domain/identity/actor";
import { createLicenceOffer } from "~/domain/licences/create-licence-offer.server";
import { issueLicence } from "~/domain/licences/issue-licence.server";
import { type LicenceForm, licenceFormSchema } from "~/domain/licences/licence-schema";
import { moveLicenceOffer } from "~/domain/licences/move-licence-offer.server";
import { noteLicencePayment } from "~/domain/licences/note-licence-payment.server";
import { saveLicenceOffer } from "~/domain/licences/save-licence-offer.server";
import { takeLicence } from "~/domain/licences/take-licence.server";
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

/** Two licences on offer, an open patent licence and an express one; one of them has been taken. */
export async function licenceStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.licenceOffer.count()) > 0) return [];
  let clampId = "";
  let softwareId = "";
  return [
    {
      daysAgo: 33,
      async run() {
        const owner = await playerOf(db, cast, "university");
        const clamp = await listingOf(db, "achievement", "a-open-licence-clamp");
        const spindle = await listingOf(db, "achievement", "a-spindle-thermal");
        const offer = async (
          achievementId: string,
          kind: "OPEN_PATENT" | "EXPRESS",
          form: LicenceForm,
        ) => {
          const { id } = await createLicenceOffer({ achievementId, kind }, owner, db);
          await saveLicenceOffer({ offerId: id, form }, owner, db);
          await moveLicenceOffer({ offerId: id, move: "submit" }, owner, db);
          return id;
        };
        clampId = await offer(clamp, "OPEN_PATENT", clampForm());
        softwareId = await offer(spindle, "EXPRESS", softwareForm());
      },
    },
    {
      daysAgo: 31,
      async run() {
        const operator = await playerOf(db, cast, "operator");
        for (const offerId of [clampId, softwareId]) {
          await moveLicenceOffer({ offerId, move: "open" }, operator, db);
        }
      },
    },
    {
      daysAgo: 20,
      run: () => takeClamp(db, cast, clampId),
    },
  ];
}

/** A maker of hydraulic parts takes the open licence and pays by bank transfer. */
async function takeClamp(db: Db, cast: DemoCast, offerId: string): Promise<void> {
  const buyer = await playerOf(db, cast, "hydraulics");
  const offer = await db.licenceOffer.findUniqueOrThrow({
    where: { id: offerId },
    select: { number: true, textHash: true },
  });
  const person = assertFound(demoPeople.find((one) => one.email === buyer.email));
  const { purchaseId, paymentId } = await takeLicence(
    {
      number: offer.number,
      organisationId: assertFound(cast.organisations.get("hydraulics")).id,
      textHash: offer.textHash ?? "",
      secret: person.password,
      headers: new Headers(),
      ipAddress: null,
    },
    buyer,
    db,
  );
  await payDeposit(db, cast, assertFound(paymentId), "hydraulics");
  // What the queue would do by itself stands in the past like everything else.
  await noteLicencePayment(assertFound(paymentId), systemActor("payments"), db);
  await issueLicence(purchaseId, db);
}
