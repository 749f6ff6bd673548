import { type TermSheetContent, termSheetSchema } from "~/domain/deals/term-sheet-schema";

const yuan = (amount: number) => String(amount * 100);
const common = {
  acceptance: {
    standard: "技术指标逐项达到为合格",
    method: "双方共同委托有资质的第三方机构检测",
    dispute: "对检测结果有异议的，另选一家机构复检，以复检结果为准",
  },
  liability: "一方逾期履行的，每日按合同总额的万分之五支付违约金，累计不超过合同总额的百分之十。",
  dispute: { way: "ARBITRATION", body: "济南仲裁委员会" },
} as const;

/** Term sheets of the demonstration's deals, with their dates counted from the day of signing. */
export function developmentTerms(day: (offset: number) => string): TermSheetContent {
  return termSheetSchema.parse({
    ...common,
    title: "耐潮型层状氧化物钠电正极材料中试工艺委托开发",
    categoryCode: "11",
    object: {
      description:
        "受托方在已有公斤级制备技术的基础上，为委托方开发空气中可存放、适于现有软包产线匀浆涂布的层状氧化物正极材料中试工艺，完成 50 公斤级放大验证并交付工艺包。",
      targets:
        "55% 相对湿度下放置 48 h 后首次库仑效率下降 ≤ 1%；0.1C 比容量 ≥ 125 mAh/g；1C 循环 1000 次容量保持率 ≥ 88%；单批 50 kg 批次间残碱差 ≤ 15%",
      deliverables: "工艺包文件 1 套、50 kg 级样品 3 批、第三方检测报告 1 份",
      plan: "前 4 个月完成包覆与掺杂配方定型，第 5 至 9 个月在受托方中试线放大，第 10 至 12 个月在委托方产线验证。",
    },
    price: {
      kind: "INSTALMENTS",
      totalFen: yuan(860_000),
      technicalFen: yuan(740_000),
      nonTechnical: [
        { kind: "MATERIALS", description: "中试用前驱体与包覆原料", amountFen: yuan(120_000) },
      ],
      instalments: [
        { title: "首付款", amountFen: yuan(260_000), dueOn: day(15), milestone: null },
        { title: "中试款", amountFen: yuan(300_000), dueOn: day(280), milestone: 0 },
        { title: "验收款", amountFen: yuan(300_000), dueOn: day(365), milestone: 1 },
      ],
    },
    term: { fromOn: day(0), toOn: day(365), place: "济南市" },
    milestones: [
      { title: "中试放大完成", dueOn: day(270), acceptance: "提交 3 批 50 kg 级样品及检测报告" },
      {
        title: "产线验证与验收",
        dueOn: day(350),
        acceptance: "在委托方产线涂布合格，指标逐项达到",
      },
    ],
    results: {
      ownership: "JOINT",
      applicationRight: "履行中产生的新成果由双方共同申请专利，一方放弃的由另一方单独申请",
      sharing: "对外许可收益受托方六成、委托方四成",
    },
    improvements: { ownership: "JOINT", note: "" },
    confidentiality: { scope: "配方、工艺参数、设备图纸和测试数据", years: 5 },
    special: "",
  });
}

/** The offer of the supply side, and the answer of the demand side to it. */
export function anodeTerms(isCounter: boolean, day: (offset: number) => string): TermSheetContent {
  const total = isCounter ? 520_000 : 680_000;
  return termSheetSchema.parse({
    ...common,
    title: "生物质硬碳负极连续炭化工艺委托开发",
    categoryCode: "11",
    object: {
      description:
        "以玉米芯为原料开发预氧化与分级炭化的连续工艺，使硬碳负极比容量和压实密度满足两轮车换电电芯要求。",
      targets: isCounter
        ? "可逆比容量 ≥ 310 mAh/g；首效 ≥ 88%；压实密度 ≥ 1.0 g/cm³；灰分 ≤ 0.5%"
        : "可逆比容量 ≥ 300 mAh/g；首效 ≥ 86%；压实密度 ≥ 0.98 g/cm³",
      deliverables: "工艺包文件 1 套、百公斤级样品 1 批、检测报告 1 份",
      plan: "实验室定型 4 个月，回转炉连续验证 6 个月。",
    },
    price: {
      kind: "INSTALMENTS",
      totalFen: yuan(total),
      technicalFen: yuan(total),
      instalments: [
        { title: "首付款", amountFen: yuan((total * 3) / 10), dueOn: day(20), milestone: null },
        { title: "验收款", amountFen: yuan((total * 7) / 10), dueOn: day(330), milestone: 0 },
      ],
    },
    term: { fromOn: day(0), toOn: day(330), place: "济南市" },
    milestones: [{ title: "连续验证验收", dueOn: day(300), acceptance: "百公斤级样品检测合格" }],
    results: {
      ownership: isCounter ? "JOINT" : "SUPPLY",
      applicationRight: "由成果所有方申请专利",
      sharing: isCounter ? "对外许可收益各半" : "委托方在两轮车领域免费使用",
    },
    improvements: { ownership: "JOINT", note: "" },
    confidentiality: { scope: "工艺参数与测试数据", years: 5 },
    special: "",
  });
}

/** A technical service: what stands in the office's queue. */
export function serviceTerms(day: (offset: number) => string): TermSheetContent {
  return termSheetSchema.parse({
    ...common,
    title: "转炉渣烟气碳化制备免烧砌块工艺优化技术服务",
    categoryCode: "51",
    object: {
      description:
        "针对委托方转炉渣游离钙高、砌块开裂率高的具体技术问题，受托方诊断配比与养护制度，提出并验证烟气碳化养护优化方案。",
      targets: "砌块 28 d 抗压强度 ≥ 15 MPa；开裂率由 12% 降至 3% 以下；每吨渣固碳 ≥ 90 kg",
      deliverables: "优化方案报告 1 份、现场调试记录 1 套、操作规程 1 份",
      plan: "诊断 1 个月，实验室验证 2 个月，现场调试 2 个月。",
    },
    price: {
      kind: "LUMP_SUM",
      totalFen: yuan(180_000),
      technicalFen: yuan(180_000),
      instalments: [{ title: "服务费", amountFen: yuan(180_000), dueOn: day(160), milestone: 0 }],
    },
    term: { fromOn: day(0), toOn: day(150), place: "济南市钢城区" },
    milestones: [{ title: "服务验收", dueOn: day(145), acceptance: "现场连续三批砌块检测合格" }],
    results: {
      ownership: "JOINT",
      applicationRight: "双方协商",
      sharing: "各自使用产生的收益归各自",
    },
    improvements: { ownership: "JOINT", note: "" },
    confidentiality: { scope: "配比、养护曲线与生产数据", years: 3 },
    special: "",
  });
}

/** A patent assignment by a university: its price is made public before it may be signed. */
export function assignmentTerms(
  right: { title: string; number: string; applicant: string; filedOn: string; expiresOn: string },
  day: (offset: number) => string,
): TermSheetContent {
  return termSheetSchema.parse({
    ...common,
    title: "棉织物低盐湿短蒸染色发明专利转让",
    categoryCode: "21",
    object: {
      description:
        "转让人将棉织物活性染料低盐湿短蒸连续染色的发明专利权转让给受让人，并交付实施所需的技术资料。",
      targets: "资料能使本领域技术人员实施；指导受让人完成首次试产",
      deliverables: "专利证书、说明书与工艺规程各 1 套",
      plan: "合同生效后 30 日内办理著录项目变更，60 日内完成技术交底。",
      rights: [{ kind: "PATENT_INVENTION", ...right, owner: right.applicant }],
    },
    price: {
      kind: "INSTALMENTS",
      totalFen: yuan(450_000),
      technicalFen: yuan(450_000),
      instalments: [
        { title: "首付款", amountFen: yuan(200_000), dueOn: day(30), milestone: null },
        { title: "变更登记后付款", amountFen: yuan(250_000), dueOn: day(120), milestone: 0 },
      ],
    },
    term: { fromOn: day(0), toOn: day(180), place: "济南市" },
    milestones: [
      { title: "著录项目变更完成", dueOn: day(100), acceptance: "国家知识产权局变更通知" },
    ],
    results: { ownership: "DEMAND", applicationRight: "后续改进各自申请", sharing: "归受让人" },
    improvements: { ownership: "JOINT", note: "" },
    confidentiality: { scope: "未公开的工艺参数", years: 5 },
    special: "",
  });
}
