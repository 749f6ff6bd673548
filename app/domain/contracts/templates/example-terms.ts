import { type TermSheetContent, termSheetSchema } from "~/domain/deals/term-sheet-schema";
import type { SubKind } from "~/domain/shared/tech-contract";
import type { ContractFacts } from "./contract-facts";

type Input = Parameters<typeof termSheetSchema.parse>[0] & object;

const RIGHT_OF: Record<string, string> = {
  "1": "PATENT_INVENTION",
  "4": "SOFTWARE",
  "5": "PLANT_VARIETY",
  "6": "BIOMED_VARIETY",
};

function rightKind(code: SubKind): string {
  if (code === "22") return "PATENT_INVENTION";
  if (code === "23" || code === "32") return "TRADE_SECRET";
  if (code === "24" || code === "33") return "SOFTWARE";
  if (code === "25" || code === "34") return "IC_LAYOUT";
  if (code === "26" || code === "35") return "PLANT_VARIETY";
  if (code === "27" || code === "36") return "BIOMED_VARIETY";
  return RIGHT_OF[code.charAt(1)] ?? "PATENT_INVENTION";
}

/** Complete terms of a sub-kind for tests; overrides replace members. */
export function exampleTerms(code: SubKind, overrides: Partial<Input> = {}): TermSheetContent {
  const isLicence = code.startsWith("3");
  return termSheetSchema.parse({
    title: "耐高温无纺布锂电池隔膜涂覆技术",
    categoryCode: code,
    object: {
      description:
        "适用于动力锂离子电池的耐高温无纺布复合隔膜涂覆工艺，包括浆料配方、涂布和干燥参数。",
      targets: "热收缩率（180℃，1 h）≤ 2%；透气度 ≤ 250 s/100 mL",
      deliverables: "工艺包文件 1 套、样品 200 m²、测试报告 1 份",
      plan: "先小试后中试，在甲方产线完成验证",
      rights: /^[23]/.test(code)
        ? [
            {
              kind: rightKind(code),
              title: "一种无纺布复合隔膜及其制备方法",
              number: "ZL202210123456.7",
              applicant: "泉城大学",
              owner: "泉城大学",
              filedOn: "2022-02-10",
              expiresOn: "2042-02-09",
            },
          ]
        : [],
    },
    licence: isLicence
      ? {
          kind: "SOLE",
          territory: "山东省",
          fieldOfUse: "动力电池隔膜的制造和销售",
          maySublicense: false,
          endsOn: "2031-11-30",
        }
      : null,
    price: {
      kind: "INSTALMENTS",
      totalFen: "60000000",
      technicalFen: "50000000",
      nonTechnical: [{ kind: "EQUIPMENT", description: "中试涂布模头", amountFen: "10000000" }],
      instalments: [
        { title: "首付款", amountFen: "20000000", dueOn: "2026-12-31", milestone: null },
        { title: "验收款", amountFen: "40000000", dueOn: "2027-11-30", milestone: 0 },
      ],
    },
    term: { fromOn: "2026-12-01", toOn: "2031-11-30", place: "济南市" },
    milestones: [{ title: "中试验收", dueOn: "2027-10-31", acceptance: "按技术指标逐项检测" }],
    acceptance: {
      standard: "技术指标逐项达到",
      method: "双方共同委托有资质的机构检测",
      dispute: "委托另一家机构复检",
    },
    results: { ownership: "JOINT", applicationRight: "双方共同申请专利", sharing: "收益各半" },
    improvements: { ownership: null, note: "" },
    confidentiality: { scope: "工艺参数、配方和测试数据", years: 5 },
    liability: "逾期付款的，每日按逾期金额的万分之五支付违约金",
    dispute: { way: "ARBITRATION", body: "济南仲裁委员会" },
    broker: {
      name: "山东泉涌技术转移有限公司",
      services: "寻找合作方、组织洽谈",
      feeBp: 300,
      payer: "HALF_EACH",
    },
    special: "甲方安排专人配合现场验证，派出人员的费用自理。",
    ...overrides,
  });
}

/** The same with two parties. */
export function exampleFacts(terms: TermSheetContent): ContractFacts {
  return {
    terms,
    supply: {
      name: "泉城大学",
      uscc: "12370000495570303U",
      address: "山东省济南市历下区山大路1号",
      legalRepresentative: "王泉",
      contact: "李研",
    },
    demand: {
      name: "济南纳储新能源材料有限公司",
      uscc: "91370100MA3C0AAA0P",
      address: "山东省济南市历城区工业北路2号",
      legalRepresentative: "赵储",
      contact: "钱采",
    },
    dealNumber: 12,
  };
}
