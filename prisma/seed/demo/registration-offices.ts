import { dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

const SOURCE = "demonstration data; a real office is entered by the operator";
/** 2020 notice on entrusting recognition: below 10,000,000 yuan to 13 cities. */
const NOTICE = "山东省 2020 年委托认定登记通知（tmwww.cn/news/1715）";
const TEN_MILLION_YUAN_FEN = 1_000_000_000n;
const FROM = dateColumn("2020-01-01");

type DemoOffice = {
  code: string;
  kind: "OFFICE" | "SERVICE_POINT";
  level: "DISTRICT" | "CITY" | "PROVINCE";
  regionCode: string;
  nameZh: string;
  nameEn: string;
  address: string;
  forwardsTo?: string;
  belowFen?: bigint;
};

const offices: DemoOffice[] = [
  {
    code: "370000-01",
    kind: "OFFICE",
    level: "PROVINCE",
    regionCode: "370000",
    nameZh: "示例·山东省技术合同登记机构",
    nameEn: "Demo registration office of Shandong",
    address: "济南市历下区",
  },
  {
    code: "370100-01",
    kind: "OFFICE",
    level: "CITY",
    regionCode: "370100",
    nameZh: "示例·济南市技术合同登记机构",
    nameEn: "Demo registration office of Jinan",
    address: "济南市历下区虞舜街10号",
  },
  {
    code: "370300-01",
    kind: "OFFICE",
    level: "CITY",
    regionCode: "370300",
    nameZh: "示例·淄博市技术合同登记机构",
    nameEn: "Demo registration office of Zibo",
    address: "淄博市张店区",
    belowFen: TEN_MILLION_YUAN_FEN,
  },
  {
    code: "370102-S1",
    kind: "SERVICE_POINT",
    level: "DISTRICT",
    regionCode: "370102",
    nameZh: "示例·历下区技术合同登记服务点",
    nameEn: "Demo service point of Lixia",
    address: "济南市历下区",
    forwardsTo: "370100-01",
  },
];

/** Registration offices, service points and who handles what; those that exist are kept. */
export async function writeRegistrationOffices(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ids = new Map<string, string>();
    for (const { belowFen, forwardsTo, ...one } of offices) {
      const where = { code: one.code };
      const known = await tx.registrationOffice.findUnique({ where, select: { id: true } });
      const id = known?.id ?? newId();
      ids.set(one.code, id);
      if (known) continue;
      await tx.registrationOffice.create({
        data: {
          id,
          ...one,
          issuingAuthority: one.nameZh,
          mayCertify: one.kind === "OFFICE",
          forwardsToId: forwardsTo ? (ids.get(forwardsTo) ?? null) : null,
          validFrom: FROM,
          source: SOURCE,
        },
      });
      if (one.kind === "SERVICE_POINT") continue;
      await tx.registrationDelegation.create({
        data: {
          id: newId(),
          officeId: id,
          regionCode: one.regionCode,
          belowFen: belowFen ?? null,
          validFrom: FROM,
          source: belowFen ? NOTICE : SOURCE,
          confidence: belowFen ? "medium" : "assumed",
        },
      });
    }
  });
}
