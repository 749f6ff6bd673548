import type { View } from "./challenges-steps";

type InDays = (days: number) => string;

/** 钢渣安定性快检: as its poster writes it. */
export const slagForm = (dueOn: string, finishOn: string) => ({
  listKind: "COUNTY_INDUSTRY",
  title: "钢渣粗骨料安定性车载快速检测方法",
  background:
    "钢渣粗骨料游离氧化钙不均匀，压蒸法出结果需要 24 h 以上，逐车放行只能靠经验，每年因膨胀开裂赔付约 70 万元。",
  content: "研制 2 h 内给出结论的快速检测方法和车载仪器，与压蒸法结论一致，形成企业标准。",
  targets: [
    {
      name: "单车检测时间",
      comparator: "LTE",
      value: "2",
      unit: "h",
      testMethod: "自取样至出结论，连续 30 车实测",
    },
    {
      name: "与压蒸法结论一致率",
      comparator: "GTE",
      value: "95",
      unit: "%",
      testMethod: "GB/T 24175，比对样本不少于 90 组",
    },
    {
      name: "单次检测耗材成本",
      comparator: "LTE",
      value: "15",
      unit: "元",
      testMethod: "按三个月采购台账核算",
    },
  ],
  fieldCodes: ["7.3"],
  regionCode: "370117",
  cooperation: "JOINT",
  posterFen: "500000",
  publicFen: "200000",
  publicSource: "区级产业技术攻关配套，以区科技局批复为准",
  ipTerms: "检测方法专利双方共有，发榜方在建材领域优先实施。",
  eligibility: "高校、科研院所或检测机构，独立法人，与发榜方无关联关系。",
  takerMode: "ONE",
  maxTakers: "1",
  scoutShareBp: "",
  intentionsDueOn: dueOn,
  finishOn,
  confidential:
    "2 号破碎线日产 3,200 t，成品堆场按 60 车一批放行；近三年赔付 14 起，均为游离氧化钙高于 2.1% 的批次。",
});

export const slagIntention = (inDays: InDays) => ({
  team: "土木工程材料课题组，教授 1 名、讲师 2 名、研究生 6 名，参与过钢渣骨料地方标准编制。",
  research: "实验室蒸压加速法 3 h 出结论，与压蒸法一致率 93%。",
  route: "微波与蒸压联合加速，激光位移测量膨胀，按粒级修正判据。",
  basis: "有 2 台蒸压装置和激光位移测量平台。",
  plan: "仪器由发榜方自用，方法写入企业标准，三年内申报团体标准。",
  answers: [
    { value: "1.8 h", note: "" },
    { value: "96 %", note: "" },
    { value: "13 元", note: "" },
  ],
  chiefName: "孟总师",
  chiefTitle: "教授",
  stages: [
    { title: "加速条件确定", dueOn: inDays(130), target: "检测时间 ≤ 3 h" },
    { title: "产线比对", dueOn: inDays(300), target: "三项指标全部达到" },
  ],
  budget: [
    { item: "仪器试制", amountFen: "310000" },
    { item: "比对试验", amountFen: "220000" },
    { item: "人员", amountFen: "120000" },
  ],
});

export const slagViews = (intentionId: string): Record<string, View[]> => {
  const of = (points: number, comment: string): View[] => [
    {
      intentionId,
      scores: { route: points, targets: points + 2, team: points + 3, industry: points - 4 },
      recommendation: "ADVANCE",
      comment,
    },
  ];
  return {
    "mine-safety": of(88, "加速机理清楚，比对样本数量充分。"),
    daiyue: of(85, "车载化难度不大，建议增加冬季样本。"),
    bay: of(86, "团队熟悉标准，产业化路径明确。"),
  };
};
