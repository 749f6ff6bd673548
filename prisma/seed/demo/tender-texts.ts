import type { TenderBidContent } from "~/domain/tenders/tender-bid-schema";
import type { DemoMember } from "./tender-steps";

type Bid = readonly [player: string, content: Omit<TenderBidContent, "attachments">];

const CRITERIA = [
  { id: "c1", title: "投标报价", kind: "PRICE", weight: "30" },
  { id: "c2", title: "完成期限", kind: "DURATION", weight: "10" },
  {
    id: "c3",
    title: "技术方案",
    kind: "SCORE",
    weight: "45",
    maximum: "100",
    guidance: "路线依据、关键试验数据、对指标的逐项响应。",
  },
  {
    id: "c4",
    title: "团队与条件",
    kind: "SCORE",
    weight: "15",
    maximum: "100",
    guidance: "类似业绩、人员、试验和试制条件。",
  },
];

export const MONITOR_CALL = {
  title: "储能电池模组膨胀力在线监测装置开发",
  description:
    "开发用于 50 Ah 方形钠电电芯模组的膨胀力在线监测装置：薄膜压力阵列、采集单元和预警算法。量程 0–20 kN，精度 1%FS，-20–60 ℃ 连续工作 3 年零点漂移不超过 2%FS；提供 6 套样机，在招标人示范舱连续运行 90 天验收。",
  categoryCode: "11",
  qualification:
    "独立法人；近三年完成过压力或力传感监测装置开发不少于 1 项；项目负责人副高级以上。",
  contractTerms:
    "签约后 10 日内付 30%，样机到货验收付 40%，示范运行验收合格付 30%。新产生的专利归双方共有，招标人在储能领域享有独占实施权。",
  budget: "1800000",
  bond: "",
  criteria: CRITERIA,
  budgetIsCeiling: "on",
};

export const monitorBids: readonly Bid[] = [
  [
    "university",
    {
      priceFen: "162000000",
      durationDays: 210,
      answers: [
        {
          criterionId: "c3",
          text: "采用聚酰亚胺基压阻薄膜阵列，温漂在采集端以双桥差分补偿；零点漂移有 14 个月老化数据。预警以膨胀力斜率和簇内离散度双判据。",
        },
        {
          criterionId: "c4",
          text: "项目组 9 人，完成同类装置开发 3 项；有 -40–85 ℃ 步入式试验舱和 50 kN 标定台。",
        },
      ],
      statement: "接受全部合同条款。",
    },
  ],
  [
    "bluebay",
    {
      priceFen: "148600000",
      durationDays: 240,
      answers: [
        {
          criterionId: "c3",
          text: "采用碳纳米管压阻油墨印刷阵列，单模组 16 点；温度补偿用查表法，长期漂移按 1.8%FS 控制。",
        },
        { criterionId: "c4", text: "项目组 6 人，有印刷传感中试线一条，完成过纸机压区监测项目。" },
      ],
      statement: "接受全部合同条款。",
    },
  ],
  [
    "mine-safety",
    {
      priceFen: "171500000",
      durationDays: 180,
      answers: [
        {
          criterionId: "c3",
          text: "采用应变式轮辐传感器加承力板，精度 0.5%FS；与冲击地压监测同源的采集单元，已通过防爆认证。",
        },
        { criterionId: "c4", text: "项目组 12 人，矿用应力监测装置年供货 400 套。" },
      ],
      statement: "除付款节点建议细化外接受合同条款。",
    },
  ],
];

type Points = readonly [c3: number, c4: number];

const member = (
  player: string,
  kind: DemoMember["kind"],
  university: Points,
  bluebay: Points,
  mine: Points,
): DemoMember => {
  const of = ([c3, c4]: Points, comment: string) => ({ points: { c3, c4 }, comment });
  return {
    player,
    kind,
    scores: {
      university: of(university, "漂移数据完整"),
      bluebay: of(bluebay, "长期漂移缺实测数据"),
      "mine-safety": of(mine, "装置偏重，模组内布置空间不足"),
    },
  };
};

/** 4 experts of other houses and one of the buyer. */
export const MONITOR_COMMITTEE: readonly DemoMember[] = [
  member("bay", "EXPERT", [90, 88], [78, 75], [74, 86]),
  member("daiyue", "EXPERT", [87, 85], [80, 78], [70, 88]),
  member("qingzhou-cnc", "EXPERT", [91, 90], [76, 74], [78, 90]),
  member("muzhi", "EXPERT", [86, 87], [81, 77], [72, 85]),
  member("cashier", "BUYER", [88, 86], [79, 76], [73, 87]),
];

export const PUMP_CALL = {
  title: "40 MPa 柱塞泵关键摩擦副长寿命化开发",
  description:
    "针对额定 40 MPa、排量 71 mL/r 斜轴柱塞泵，开发配流副、柱塞副和滑靴副的材料与表面工程方案。台架寿命由 2500 h 提高到 5000 h，容积效率衰减不超过 3%；提供工艺文件、20 套摩擦副和全部试验记录。",
  categoryCode: "11",
  qualification: "独立法人；近五年有柱塞泵研制业绩；能提供磨损机理分析和台架试验人员。",
  contractTerms:
    "分三期付款：签约 30%，样件交付 30%，5000 h 试验通过 40%。工艺和专利归双方共有，招标人在液压元件领域独占实施。",
  budget: "2600000",
  bond: "",
  criteria: CRITERIA,
  priceFormula: "MEAN",
  aboveBp: "2",
  belowBp: "1",
  dropsExtremes: "on",
  budgetIsCeiling: "on",
};

export const pumpBids: readonly Bid[] = [
  [
    "university",
    {
      priceFen: "236000000",
      durationDays: 420,
      answers: [
        { criterionId: "c3", text: "激光微织构与类金刚石复合涂层组合，配流副先行，三轮台架迭代。" },
        {
          criterionId: "c4",
          text: "摩擦学团队 11 人，已有配流副复合涂层成果和两台高速摩擦试验机。",
        },
      ],
      statement: "接受全部合同条款。",
    },
  ],
  [
    "bluebay",
    {
      priceFen: "228800000",
      durationDays: 390,
      answers: [
        { criterionId: "c3", text: "滑靴副改用改性聚醚醚酮复合材料，柱塞副采用氮化加薄膜涂层。" },
        { criterionId: "c4", text: "有 200 吨级树脂中试线和涂层中试设备，与两家泵厂做过样件。" },
      ],
      statement: "接受全部合同条款。",
    },
  ],
];
