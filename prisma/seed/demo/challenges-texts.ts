type InDays = (days: number) => string;

/** 储能电池舱浸没式冷却液: as its poster writes it. */
export const coolantForm = (dueOn: string, finishOn: string) => ({
  listKind: "KEY_TASK",
  title: "储能电池舱浸没式冷却液长期相容性攻关",
  background:
    "在建 2 GWh 钠离子电芯产线配套的储能电池舱拟采用浸没式液冷。现用合成酯类冷却液在 60 ℃ 浸泡 1,500 h 后，极耳胶和密封圈体积变化超过 12%，介电强度下降约三成，无法满足 10 年免维护要求。",
  content:
    "研制与钠离子电芯封装材料、密封材料和铜铝导体长期相容的低黏度绝缘冷却液，给出配方、加速老化模型和在线油液监测方法，在一台 5 MWh 电池舱上连续验证 3,000 h。",
  targets: [
    {
      name: "密封材料体积变化率（85 ℃，2,000 h）",
      comparator: "LTE",
      value: "3",
      unit: "%",
      testMethod: "GB/T 1690，氟橡胶与三元乙丙各 5 个试样取最大值",
    },
    {
      name: "击穿电压（老化 2,000 h 后，2.5 mm）",
      comparator: "GTE",
      value: "45",
      unit: "kV",
      testMethod: "GB/T 507",
    },
    {
      name: "运动黏度（40 ℃）",
      comparator: "BETWEEN",
      value: "5 到 9",
      unit: "mm²/s",
      testMethod: "GB/T 265",
    },
    {
      name: "电池舱内电芯最大温差（0.5C 循环）",
      comparator: "LTE",
      value: "2.5",
      unit: "℃",
      testMethod: "5 MWh 舱内 128 个测点，连续 3,000 h",
    },
  ],
  fieldCodes: ["6.3", "4.2"],
  regionCode: "370112",
  cooperation: "JOINT",
  posterFen: "1800000",
  publicFen: "600000",
  publicSource: "市级科技计划揭榜挂帅项目配套，以主管部门批复为准",
  ipTerms:
    "配方专利由双方共有，发榜方在储能领域有五年独占实施权；老化模型软件著作权归揭榜方，发榜方永久免费使用。",
  eligibility:
    "高校、科研院所、企业或联合体，具有独立法人资格，与发榜方无控制、共同控制或重大影响关系；具备油液老化与电气性能测试条件。",
  takerMode: "ONE",
  maxTakers: "1",
  scoutShareBp: "3",
  intentionsDueOn: dueOn,
  finishOn,
  confidential:
    "一、现用冷却液为某合成酯 B 型，基础油羟值 4.2 mgKOH/g，抗氧剂 0.5%。\n二、极耳胶为改性聚丙烯，密封圈为 FKM 75A；失效均出现在极柱一侧，剖面可见溶胀分层。\n三、电池舱流量 2.4 m³/h，泵后允许压降 60 kPa。",
});

export const coolantQuestions = [
  {
    by: "university",
    text: "密封材料体积变化率是否允许用新型号密封件替换后测定？",
    answer: "允许替换一种密封件，但替换件须有现成供应商，且单舱成本增加不超过 800 元。",
  },
  {
    by: "bluebay",
    text: "5 MWh 电池舱由发榜方提供，还是计入揭榜方经费？",
    answer: "由发榜方提供，含安装和拆除；揭榜方只承担冷却液和监测传感器费用。",
  },
  { by: "hydraulics", text: "低温 -30 ℃ 启动的黏度是否有要求？" },
];

/** The one-page intention of one of its takers. */
export const coolantIntention = (inDays: InDays, by: "bluebay" | "university" = "bluebay") => ({
  team:
    by === "bluebay"
      ? "研究员 2 名、副研究员 3 名、工程师 6 名；承担过变压器绝缘油国产化项目。"
      : "材料学院功能流体课题组，教授 1 名、博士生 5 名。",
  research:
    by === "bluebay"
      ? "已有低极性聚 α-烯烃与酯复配体系，85 ℃ 浸泡 1,000 h 后氟橡胶体积变化 2.1%。"
      : "已完成三类基础油与五种密封材料的相容性筛查。",
  route:
    "以低极性基础油为主体，调节酯的支化度控制溶胀；以受阻酚与胺类协同抗氧；以 Arrhenius 与水分耦合模型外推寿命；用介损与中红外双通道监测油液。",
  basis: "200 吨级树脂中试线可改造为调合装置，具有 CNAS 认可的油液与电气实验室。",
  plan: "前 8 个月定配方并完成 2,000 h 老化，后 10 个月上舱验证；成果由发榜方在储能领域实施，许可收益按合同分配。",
  answers: [
    { value: "2.4 %", note: "两种橡胶最大值" },
    { value: "52 kV", note: "" },
    { value: "6.8 mm²/s", note: "" },
    { value: "2.2 ℃", note: "按仿真，舱上验证" },
  ],
  chiefName: "刘总师",
  chiefTitle: "研究员",
  stages: [
    { title: "配方定型", dueOn: inDays(240), target: "体积变化率 ≤ 3%，黏度达标" },
    { title: "2,000 h 老化", dueOn: inDays(360), target: "击穿电压 ≥ 45 kV" },
    { title: "电池舱验证", dueOn: inDays(540), target: "3,000 h 温差 ≤ 2.5 ℃" },
  ],
  budget: [
    { item: "材料与试制", amountFen: "760000" },
    { item: "测试与第三方检测", amountFen: "520000" },
    { item: "电池舱监测装置", amountFen: "480000" },
    { item: "人员与差旅", amountFen: "430000" },
  ],
});
