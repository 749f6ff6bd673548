import type { View } from "./challenges-steps";

type InDays = (days: number) => string;

/** 边缘侧析钠识别: as its poster writes it. */
export const meterForm = (dueOn: string, finishOn: string) => ({
  listKind: "ENTERPRISE_NEED",
  title: "钠离子电芯快充析钠边缘侧在线识别",
  background:
    "钠离子电芯在低温快充时负极可能析出金属钠，现有电池管理系统只能在容量衰减后事后判断，售后拆解发现析钠的模组占返修的 41%。",
  content:
    "在现有电池管理系统主控芯片上实现析钠在线识别，不增加传感器；算法在 -20–45 ℃ 全温区可用，给出可解释的判据和误报处置流程。",
  targets: [
    {
      name: "析钠事件识别准确率",
      comparator: "GTE",
      value: "95",
      unit: "%",
      testMethod: "第三方盲测 300 次充电，拆解与参比电极核对",
    },
    {
      name: "提前告警时间",
      comparator: "GTE",
      value: "3",
      unit: "min",
      testMethod: "参比电极电位过零时刻为准",
    },
    {
      name: "单次识别耗时",
      comparator: "LTE",
      value: "200",
      unit: "ms",
      testMethod: "现有主控芯片 168 MHz 实测",
    },
  ],
  fieldCodes: ["6.3"],
  regionCode: "370112",
  cooperation: "COMMISSIONED",
  posterFen: "900000",
  publicFen: "",
  publicSource: "",
  ipTerms: "算法著作权归揭榜方，发榜方获得永久、不可撤销的普通许可；判据参数由双方共有。",
  eligibility: "高校、科研院所或企业，独立法人，与发榜方无关联关系；有电池算法工程化经验。",
  takerMode: "RACE",
  maxTakers: "2",
  scoutShareBp: "",
  intentionsDueOn: dueOn,
  finishOn,
  confidential:
    "主控芯片为 Cortex-M4，浮点单元可用，剩余内存 38 KB；电压采样 1 mV、10 Hz。近两年返修模组 217 个，其中 89 个析钠，多发生在 -10 ℃ 以下 0.8C 充电末段。",
});

/** One-page intentions by the name of who hands them in, the first two of which are chosen. */
export const meterIntentions = (inDays: InDays): Record<string, Record<string, unknown>> => {
  const stages = [
    { title: "离线识别", dueOn: inDays(140), target: "离线准确率 ≥ 90%" },
    { title: "主控芯片实现", dueOn: inDays(260), target: "耗时 ≤ 200 ms" },
    { title: "盲测", dueOn: inDays(380), target: "三项指标全部达到" },
  ];
  const budget = [
    { item: "电芯与拆解试验", amountFen: "260000" },
    { item: "算法与嵌入式开发", amountFen: "340000" },
    { item: "第三方盲测", amountFen: "180000" },
  ];
  return {
    university: {
      team: "自动化学院与材料学院联合课题组，教授 2 名、副教授 2 名、研究生 8 名。",
      research: "已发表锂沉积弛豫电压识别方法，在 12 只钠离子软包电芯上复现。",
      route: "以充电后弛豫电压二阶导特征与 1 kHz 单频阻抗联合判据，按温度分段标定，定点化部署。",
      basis: "有参比电极三电极制备条件、高低温充放电设备 64 通道。",
      plan: "判据随电池管理系统软件升级下发，发榜方先行使用，其他车型另行许可。",
      answers: [
        { value: "96 %", note: "盲测前以交叉验证估计" },
        { value: "3 min", note: "" },
        { value: "120 ms", note: "" },
      ],
      chiefName: "赵总师",
      chiefTitle: "教授",
      stages,
      budget,
    },
    bluebay: {
      team: "储能材料诊断组，副研究员 2 名、算法工程师 4 名，累计采集电芯充放电数据 3.2 万小时。",
      research: "在自有电芯老化数据上训练了异常充电识别网络，离线准确率 89%。",
      route: "以长短期记忆网络提取充电曲线特征，蒸馏为小模型后部署在主控芯片。",
      basis: "有高低温电芯测试线和扫描电镜，可自行拆解核对。",
      plan: "算法先在发榜方返修模组上验证，随后用于新产线出厂检测。",
      answers: [
        { value: "95 %", note: "" },
        { value: "4 min", note: "" },
        { value: "180 ms", note: "" },
      ],
      chiefName: "孙总师",
      chiefTitle: "高级工程师",
      stages,
      budget: [{ item: "数据标注与模型开发", amountFen: "520000" }],
    },
    hydraulics: {
      team: "液压测控团队，工程师 3 名。",
      research: "有泵阀在线故障诊断经验，未做过电池。",
      route: "移植振动信号诊断框架，改用电流电压信号。",
      basis: "有嵌入式开发条件，电芯试验需外协。",
      plan: "成果用于自有电动液压泵站。",
      answers: [
        { value: "95 %", note: "" },
        { value: "3 min", note: "" },
        { value: "200 ms", note: "" },
      ],
      chiefName: "周总师",
      chiefTitle: "工程师",
      stages,
      budget: [{ item: "开发与外协试验", amountFen: "880000" }],
    },
  };
};

const view = (
  intentionId: string,
  points: readonly [number, number, number, number],
  recommendation: View["recommendation"],
  comment: string,
): View => {
  const [route, targets, team, industry] = points;
  return { intentionId, scores: { route, targets, team, industry }, recommendation, comment };
};

/** What each expert thinks of the three. */
export const meterViews = (ids: readonly string[]): Record<string, View[]> => {
  const [first = "", second = "", third = ""] = ids;
  const weak = "方案移植自其他领域，缺少电芯试验条件，指标依据不足。";
  return {
    "mine-safety": [
      view(first, [92, 90, 90, 80], "ADVANCE", "判据有物理依据，参比电极试验条件完备。"),
      view(second, [80, 84, 76, 88], "ADVANCE", "数据积累难得，模型可解释性需在第一阶段证明。"),
      view(third, [60, 64, 55, 62], "DECLINE", weak),
    ],
    daiyue: [
      view(first, [88, 86, 92, 82], "ADVANCE", "前期基础扎实，定点化部署路线可行。"),
      view(second, [78, 80, 80, 85], "ADVANCE", "数据规模有优势，建议补充拆解验证样本。"),
      view(third, [58, 66, 60, 64], "DECLINE", weak),
    ],
    bay: [
      view(first, [90, 88, 88, 84], "ADVANCE", "两种信号联合可降低误报，经费测算合理。"),
      view(second, [82, 78, 74, 86], "NOT_SURE", "神经网络方案可行，误报处置流程写得过于简单。"),
      view(third, [62, 60, 58, 60], "DECLINE", weak),
    ],
  };
};
