import { answerMandate } from "~/domain/brokers/answer-mandate.server";
import { attachBrokerFile } from "~/domain/brokers/attach-broker-file.server";
import type {
  CertificateValues,
  PersonValues,
  WorkValues,
} from "~/domain/brokers/broker-profile-schema";
import { confirmIntroduction } from "~/domain/brokers/confirm-introduction.server";
import { decideBrokerProfile } from "~/domain/brokers/decide-broker-profile.server";
import { giveConsent } from "~/domain/brokers/give-consent.server";
import { introductionRecordSchema } from "~/domain/brokers/introduction-record-schema";
import { mandateSchema } from "~/domain/brokers/mandate-schema";
import { moveBrokerProfile } from "~/domain/brokers/move-broker-profile.server";
import { moveMandate } from "~/domain/brokers/move-mandate.server";
import { offerMandate } from "~/domain/brokers/offer-mandate.server";
import { recordIntroduction } from "~/domain/brokers/record-introduction.server";
import { saveBrokerProfile } from "~/domain/brokers/save-broker-profile.server";
import { startBrokerProfile } from "~/domain/brokers/start-broker-profile.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { addMonths } from "~/domain/shared/working-days";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf, SCAN } from "./deal-cast";
import type { DealStep } from "./deals";
import type { DemoCast } from "./write-people";

type DemoBroker = {
  account: string;
  organisation: string;
  person: Omit<PersonValues, "agencyId">;
  certificate: Omit<CertificateValues, "certificateExpiresOn">;
  /** How long the certificate still holds when its owner applies. */
  certificateMonths?: number;
  work: WorkValues;
};

const BROKERS: DemoBroker[] = [
  {
    account: "broker",
    organisation: "quanyong",
    person: {
      displayName: "示例·技术经纪人",
      regionCode: "370102",
      poolMemberSince: "2024-05-20",
    },
    certificate: {
      level: "SENIOR",
      certificateNumber: "DEMO-SD-2024-000118",
      certificateIssuedOn: "2024-04-26",
      certificateBase: "示例·技术转移人才培养基地",
    },
    certificateMonths: 20,
    work: {
      intro:
        "从事化工新材料和新能源领域技术转移十一年，先做中试工程师，后做技术经理人。熟悉委托开发和专利许可的定价、分期与验收安排，能把实验室指标翻译成产线验证方案，并陪同双方走完认定登记。",
      fieldCodes: ["4", "6"],
      regionCodes: ["370000", "320000"],
      serviceCodes: ["DISCOVERY", "MATURING", "MATCHING", "NEGOTIATION", "CONTRACT", "PROMOTION"],
      languageCodes: ["zh", "en"],
      availability: "OPEN",
      conflictStatement:
        "在泉涌技术转移服务有限公司任职，未持有委托方或交易对方股份；出现利益关系时立即书面披露。",
    },
  },
  {
    account: "park",
    organisation: "minghu",
    person: { displayName: "示例·园区管理员", regionCode: "370102", poolMemberSince: undefined },
    certificate: {
      level: "INTERMEDIATE",
      certificateNumber: "DEMO-SD-2025-000341",
      certificateIssuedOn: "2025-06-12",
      certificateBase: "示例·技术转移人才培养基地",
    },
    work: {
      intro:
        "为园区内装备与电子信息企业寻找技术来源，擅长需求挖掘、路演组织和政策申报，每年走访企业约 90 家。",
      fieldCodes: ["1", "8"],
      regionCodes: ["370100"],
      serviceCodes: ["DISCOVERY", "INCUBATION", "PROMOTION", "MATCHING", "POLICY"],
      languageCodes: ["zh"],
      availability: "LIMITED",
      conflictStatement: "任职于明湖园区运营方；涉及园区自有企业的事项不接受委托。",
    },
  },
];

/** Brokers of the demonstration, and a mandate from its offer to the fee that was received. */
export async function brokerStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.brokerProfile.count()) > 0) return [];
  return [
    ...BROKERS.map((one) => applied(db, cast, one)),
    ...paidMandate(db, cast),
    lead(db, cast),
  ];
}

function applied(db: Db, cast: DemoCast, one: DemoBroker): DealStep {
  return {
    daysAgo: 90,
    async run() {
      const person = await playerOf(db, cast, one.account);
      const agencyId = cast.organisations.get(one.organisation)?.id ?? null;
      const profileId = await startBrokerProfile(person, db);
      const values = { ...one.person, agencyId };
      await saveBrokerProfile({ step: "person", values }, person, db);
      const months = one.certificateMonths;
      const certificateExpiresOn = months
        ? addMonths(calendarDate(clock.now()), months)
        : undefined;
      const certificate = { ...one.certificate, certificateExpiresOn };
      await saveBrokerProfile({ step: "certificate", values: certificate }, person, db);
      await saveBrokerProfile({ step: "work", values: one.work }, person, db);
      await attachBrokerFile({ kind: "certificate", upload: SCAN }, person, db);
      await giveConsent({ publication: true, photo: false }, person, db);
      await moveBrokerProfile({ move: "submit" }, person, db);
      const officer = await playerOf(db, cast, "talent-pool");
      await decideBrokerProfile({ profileId, move: "verify", note: "" }, officer, db);
    },
  };
}

async function offerTo(
  db: Db,
  cast: DemoCast,
  client: string,
  values: { title: string; scope: string; achievementId?: string; needId?: string },
): Promise<string> {
  const broker = await playerOf(db, cast, "broker");
  const today = calendarDate(clock.now());
  const form = mandateSchema.parse({
    brokerId: broker.brokerId,
    ...values,
    duties: ["SEARCH", "INTRODUCE", "NEGOTIATE", "CONTRACT"],
    successDefinition: "与经纪人引荐的一方签订技术合同",
    feeKind: "STEPS",
    steps: [
      { upto: "1000000", rate: "3" },
      { upto: "", rate: "1.5" },
    ],
    costsBorneBy: "BROKER",
    startsOn: today,
    endsOn: addMonths(today, 12),
    consent: "on",
  });
  return offerMandate(form, await playerOf(db, cast, client), db);
}

/** Given before the room that leads to the registered contract; the broker comes into it by this. */
function paidMandate(db: Db, cast: DemoCast): DealStep[] {
  let mandateId = "";
  return [
    {
      daysAgo: 48,
      async run() {
        mandateId = await offerTo(db, cast, "university", {
          title: "为层状氧化物正极材料寻找合作企业",
          scope:
            "在省内寻找具备钠电正极产线或中试条件的企业，组织两次以上技术交流，促成委托开发或许可。",
          achievementId: await listingOf(db, "achievement", "a-na-layered"),
        });
        const broker = await playerOf(db, cast, "broker");
        const answer = { answer: "accept", conflict: "NONE", conflictText: "" } as const;
        await answerMandate({ mandateId, ...answer }, broker, db);
      },
    },
    {
      daysAgo: 43,
      async run() {
        const where = { id: await listingOf(db, "need", "n-na-cathode-life") };
        const need = await db.need.findUniqueOrThrow({ where, select: { number: true } });
        const record = introductionRecordSchema.parse({
          mandateId,
          needNumber: String(need.number),
          note: "在企业产线现场介绍双方认识，留有会议纪要。",
        });
        const id = await recordIntroduction(record, await playerOf(db, cast, "broker"), db);
        await confirmIntroduction(id, await playerOf(db, cast, "firm"), db);
        await confirmIntroduction(id, await playerOf(db, cast, "university"), db);
      },
    },
    {
      daysAgo: 27,
      async run() {
        const broker = await playerOf(db, cast, "broker");
        await moveMandate({ mandateId, move: "claimFee", turnoverFen: null }, broker, db);
      },
    },
    {
      daysAgo: 16,
      async run() {
        const receivedOn = calendarDate(clock.now());
        const broker = await playerOf(db, cast, "broker");
        await moveMandate({ mandateId, move: "confirmPaid", receivedOn }, broker, db);
      },
    },
  ];
}

/** A fresh offer that waits for the broker's answer. */
function lead(db: Db, cast: DemoCast): DealStep {
  return {
    daysAgo: 2,
    async run() {
      await offerTo(db, cast, "firm", {
        title: "寻找生物质硬碳负极的第二来源",
        scope: "在全国高校院所中寻找三家以上可比的硬碳负极技术来源，整理性能与价格对照表并引荐。",
        needId: await listingOf(db, "need", "n-biochar-anode"),
      });
    },
  };
}
