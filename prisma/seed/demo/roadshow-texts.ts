/** What the roadshows of the demonstration say of themselves. Projects come from the listings. */

export interface DemoPitch {
  side: "SUPPLY" | "DEMAND";
  /** Account that submits and presents. */
  by: string;
  listing: string;
  presenterTitle: string;
  summary: string;
  highlights: string;
  cooperationWish: string;
  priceWish: string;
  ipNote: string;
  novelty: "FILED" | "DISCLOSED" | null;
}

export interface DemoVisitor {
  by: string;
  title: string;
  interests: string;
  fields: string[];
}

export interface DemoRoadshow {
  title: string;
  intro: string;
  fields: string[];
  pitches: DemoPitch[];
  visitors: DemoVisitor[];
}

const spindle: DemoPitch = {
  side: "SUPPLY",
  by: "researcher",
  listing: "a-spindle-thermal",
  presenterTitle: "教授、课题负责人",
  summary:
    "在机床上实时补偿主轴热伸长。用六个测点和现场标定的模型替代恒温车间，已在三家用户的加工中心上连续运行一年以上，可随新机配套，也可对在役机床改造。",
  highlights: "热误差由 38 µm 降到 6 µm 以内；改造一台机床不超过两天。",
  cooperationWish: "普通许可或合作开发，愿意派人到现场标定。",
  priceWish: "单机许可 4.8 万元起",
  ipNote: "发明专利已申请，软件著作权已登记。",
  novelty: "FILED",
};

const gasLaser: DemoPitch = {
  side: "SUPPLY",
  by: "mine-safety",
  listing: "a-coal-gas-laser",
  presenterTitle: "监测技术研究所副所长",
  summary:
    "面向井下的激光甲烷遥测终端，免现场标定，适合采空区和回风巷长期值守。样机通过防爆检验，在两座矿井试用。",
  highlights: "量程 0–100 %，零点漂移每年小于 0.03 %；电池供电可达 90 天。",
  cooperationWish: "寻找有矿用产品生产资质的企业，专利实施许可并联合取证。",
  priceWish: "入门费加销售额提成",
  ipNote: "两项发明专利已授权。",
  novelty: "FILED",
};

const pumpLife: DemoPitch = {
  side: "DEMAND",
  by: "hydraulics",
  listing: "n-pump-life",
  presenterTitle: "研发中心主任",
  summary:
    "企业出题：高压柱塞泵在含水液压油中寿命不足，需要摩擦副材料或表面处理的成套办法，愿意提供台架和三台样机做对比试验。",
  highlights: "额定压力 35 MPa，目标寿命 10,000 小时。",
  cooperationWish: "委托开发，成果共有；通过台架试验后小批量采购。",
  priceWish: "研发预算见需求页面",
  ipNote: "",
  novelty: null,
};

const seat = (
  by: string,
  title: string,
  interests: string,
  fields: string[] = ["4"],
): DemoVisitor => ({ by, title, interests, fields });

export const machineryDay: DemoRoadshow = {
  title: "高端装备与数字化成果路演",
  intro:
    "围绕机床、液压和矿山安全三个方向，请高校、院所讲成果，也请企业出题。每个项目讲解 8 分钟、问答 7 分钟，评委现场打分；下午安排一对一对接。",
  fields: ["4", "2"],
  pitches: [spindle, gasLaser, pumpLife],
  visitors: [
    seat("firm", "总经理", "电芯产线的在线检测和精密装备改造", ["4"]),
    seat("hydraulics", "研发中心主任", "柱塞泵摩擦副、电液控制", ["4"]),
    seat("engineer", "研发工程师", "机床热误差、传感器", ["4", "2"]),
  ],
};

const layered: DemoPitch = {
  side: "SUPPLY",
  by: "university",
  listing: "a-na-layered",
  presenterTitle: "成果转化办公室主任（代课题组）",
  summary:
    "钠离子电池层状氧化物正极材料，公斤级样品已交三家电芯企业评测，正在准备吨级中试。希望与有烧结产线的企业共建中试线。",
  highlights: "1C 循环 3,000 次容量保持率 82 %；原料不含钴、镍用量减半。",
  cooperationWish: "独占许可或作价入股，学校提供中试技术团队。",
  priceWish: "面议",
  ipNote: "四项发明专利已申请，其中两项已授权。",
  novelty: "FILED",
};

const prepreg: DemoPitch = {
  side: "SUPPLY",
  by: "bluebay",
  listing: "a-t800-prepreg",
  presenterTitle: "复合材料事业部部长",
  summary:
    "T800 级碳纤维中温固化预浸料，面向体育器材和无人机结构件，可提供 50 千克以内的试料和铺层建议。",
  highlights: "固化温度 120 ℃，室温操作期 30 天。",
  cooperationWish: "技术转让或配方许可，附三个月驻厂指导。",
  priceWish: "入门费 120 万元起，可谈",
  ipNote: "配方以技术秘密保护，工艺专利已授权。",
  novelty: "DISCLOSED",
};

const antifouling: DemoPitch = {
  side: "SUPPLY",
  by: "bay",
  listing: "a-antifouling",
  presenterTitle: "海洋材料课题组教授",
  summary:
    "不含铜的低表面能防污涂层，在胶州湾挂板三年，适合养殖网箱和中小船舶。现有百公斤级配方，求涂料企业放大生产。",
  highlights: "静态挂板 36 个月污损面积小于 8 %。",
  cooperationWish: "普通许可，按年产量收费。",
  priceWish: "每吨提成 600 元起",
  ipNote: "发明专利已授权。",
  novelty: "FILED",
};

export const materialsDay: DemoRoadshow = {
  title: "新材料与绿色化工成果路演",
  intro:
    "面向正极材料、复合材料和海洋涂料，汇集省内高校院所可中试的成果。现场路演后设对接区，每场对接 20 分钟，双方都同意才安排。",
  fields: ["5", "4"],
  pitches: [layered, prepreg, antifouling],
  visitors: [
    seat("firm", "总经理", "钠离子正极材料，循环寿命和成本", ["5"]),
    seat("ruixi", "技术副总", "水性树脂、船舶与海工涂料配方", ["5"]),
    seat("broker", "技术经理人", "为两家涂料企业和一家电芯企业找成果", ["5", "4"]),
  ],
};

export const healthDay: DemoRoadshow = {
  title: "海洋食品与健康成果对接会",
  intro:
    "征集海洋食品保鲜、海藻资源利用和快速检测方向的成果与企业难题。入选项目免费参加，主办方协助准备讲稿和展板。",
  fields: ["7", "8"],
  pitches: [],
  visitors: [],
};
