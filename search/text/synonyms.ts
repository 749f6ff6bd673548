/**
 * Groups of expressions that a searcher means alike. Each member finds all others; groups are small
 * and narrow on purpose, a broad one (battery = energy) would only add noise. Written for the fields
 * that technology markets list most; names of institutions come last.
 */
export const TECHNICAL_SYNONYMS: readonly (readonly string[])[] = [
  // Energy storage and power
  ["钠电池", "钠离子电池", "钠电", "sodium ion battery", "sodium battery"],
  ["锂电池", "锂离子电池", "锂电", "lithium ion battery", "lithium battery"],
  ["固态电池", "全固态电池", "solid state battery"],
  ["液流电池", "全钒液流电池", "flow battery"],
  ["动力电池", "车用电池", "power battery"],
  ["退役电池回收", "废旧电池回收", "动力电池回收", "battery recycling"],
  ["燃料电池", "氢燃料电池", "fuel cell"],
  ["质子交换膜", "pem膜", "proton exchange membrane"],
  ["电解水制氢", "水电解制氢", "绿氢", "water electrolysis"],
  ["储氢", "氢气储存", "hydrogen storage"],
  ["光伏", "太阳能发电", "太阳能电池", "photovoltaic", "solar cell"],
  ["钙钛矿电池", "钙钛矿太阳能电池", "perovskite solar cell"],
  ["风电", "风力发电", "wind power"],
  ["余热回收", "废热利用", "余热利用", "waste heat recovery"],
  ["热泵", "heat pump"],
  ["超级电容", "超级电容器", "supercapacitor"],
  ["电池管理系统", "bms"],
  ["逆变器", "变流器", "inverter"],
  ["微电网", "微网", "microgrid"],
  // Machines, processes
  ["机器视觉", "视觉检测", "工业视觉", "machine vision"],
  ["缺陷检测", "瑕疵检测", "表面缺陷", "defect detection"],
  ["激光熔覆", "激光涂覆", "laser cladding"],
  ["激光焊接", "激光焊", "laser welding"],
  ["增材制造", "3d打印", "三维打印", "additive manufacturing", "3d printing"],
  ["搅拌摩擦焊", "fsw", "friction stir welding"],
  ["数控机床", "cnc", "加工中心"],
  ["减速器", "减速机", "谐波减速器"],
  ["工业机器人", "机械臂", "机械手", "robot arm"],
  ["协作机器人", "cobot"],
  ["自动导引车", "agv", "移动机器人", "amr"],
  ["数字孪生", "digital twin"],
  ["预测性维护", "故障预测", "健康管理", "predictive maintenance"],
  ["无损检测", "无损探伤", "ndt"],
  ["表面处理", "表面改性", "surface treatment"],
  ["热障涂层", "隔热涂层", "thermal barrier coating"],
  ["防腐涂料", "防腐涂层", "anticorrosion coating"],
  ["物理气相沉积", "pvd", "磁控溅射"],
  ["化学气相沉积", "cvd"],
  ["有限元", "有限元分析", "fea"],
  // Materials
  ["石墨烯", "graphene"],
  ["碳纤维", "碳纤维复合材料", "cfrp", "carbon fiber"],
  ["碳纳米管", "cnt", "carbon nanotube"],
  ["气凝胶", "aerogel"],
  ["高温合金", "镍基合金", "superalloy"],
  ["铝合金", "aluminium alloy", "aluminum alloy"],
  ["镁合金", "magnesium alloy"],
  ["钛合金", "titanium alloy"],
  ["稀土永磁", "钕铁硼", "ndfeb"],
  ["可降解塑料", "生物降解塑料", "聚乳酸", "pla", "biodegradable plastic"],
  ["分子筛", "沸石", "zeolite"],
  ["金属有机框架", "mof"],
  ["碳化硅", "sic", "silicon carbide"],
  ["氮化镓", "gan", "gallium nitride"],
  ["聚氨酯", "pu", "polyurethane"],
  ["环氧树脂", "epoxy resin"],
  ["橡胶", "弹性体", "elastomer"],
  ["阻燃", "防火阻燃", "flame retardant"],
  // Information
  ["人工智能", "ai", "artificial intelligence"],
  ["深度学习", "神经网络", "deep learning"],
  ["大语言模型", "大模型", "llm"],
  ["图像识别", "图像分类", "目标检测", "image recognition"],
  ["语音识别", "asr", "speech recognition"],
  ["物联网", "iot", "internet of things"],
  ["区块链", "blockchain"],
  ["激光雷达", "lidar"],
  ["毫米波雷达", "millimeter wave radar"],
  ["无人机", "无人飞行器", "uav", "drone"],
  ["北斗", "卫星导航", "gnss"],
  ["传感器", "sensor"],
  ["光纤传感", "光纤光栅", "fbg"],
  ["印制电路板", "印刷电路板", "pcb"],
  ["芯片", "集成电路", "ic设计", "chip"],
  ["微机电系统", "mems"],
  // Environment, chemistry
  ["污水处理", "废水处理", "wastewater treatment"],
  ["污水", "废水"],
  ["膜分离", "膜过滤", "反渗透", "membrane separation"],
  ["脱硫脱硝", "烟气净化", "desulfurization"],
  ["挥发性有机物", "voc", "vocs", "有机废气"],
  ["二氧化碳捕集", "碳捕集", "ccus", "carbon capture"],
  ["固废处理", "固体废物", "固废资源化"],
  ["土壤修复", "土壤改良", "soil remediation"],
  ["催化剂", "触媒", "catalyst"],
  ["重金属去除", "重金属吸附"],
  ["海水淡化", "苦咸水淡化", "desalination"],
  // Life sciences, agriculture
  ["单克隆抗体", "单抗", "monoclonal antibody"],
  ["基因编辑", "crispr"],
  ["体外诊断", "ivd"],
  ["干细胞", "stem cell"],
  ["核酸检测", "pcr"],
  ["医疗影像", "医学影像", "medical imaging"],
  ["生物医用材料", "生物材料", "biomaterial"],
  ["中药", "中草药", "traditional chinese medicine"],
  ["益生菌", "乳酸菌", "probiotics"],
  ["水肥一体化", "滴灌", "fertigation"],
  ["微生物菌剂", "微生物肥料", "生物肥"],
  ["病虫害防治", "植保", "pest control"],
  ["育种", "品种选育", "breeding"],
  ["水产养殖", "aquaculture"],
  ["冷链", "冷链物流", "cold chain"],
];

/** Short names of institutions that are not part of their legal names. */
export const ORGANISATION_SYNONYMS: readonly (readonly string[])[] = [
  ["北大", "北京大学", "peking university"],
  ["清华", "清华大学", "tsinghua university"],
  ["浙大", "浙江大学", "zhejiang university"],
  ["复旦", "复旦大学", "fudan university"],
  ["上海交大", "上海交通大学", "shanghai jiao tong university"],
  ["西交大", "西安交通大学"],
  ["中科大", "中国科学技术大学", "ustc"],
  ["中科院", "中国科学院", "chinese academy of sciences"],
  ["哈工大", "哈尔滨工业大学"],
  ["华科", "华中科技大学"],
  ["山大", "山东大学", "shandong university"],
  ["海大", "中国海洋大学", "ocean university of china"],
  ["石油大学", "中国石油大学"],
  ["山科大", "山东科技大学"],
  ["齐鲁工大", "齐鲁工业大学"],
  ["青科大", "青岛科技大学"],
  ["青大", "青岛大学"],
  ["济大", "济南大学"],
  ["山理工", "山东理工大学"],
  ["研究院", "研究所", "institute"],
];

/** Meilisearch's form: every member of a group points at all others. */
export function toSynonymSettings(
  groups: readonly (readonly string[])[],
): Record<string, string[]> {
  const settings: Record<string, string[]> = {};
  for (const group of groups) {
    for (const member of group) {
      const others = group.filter((other) => other !== member);
      settings[member] = [...new Set([...(settings[member] ?? []), ...others])];
    }
  }
  return settings;
}
