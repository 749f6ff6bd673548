/** Columns of a catalogue file that the market understands, with the headings they go by. */

export type ImportKind = "ACHIEVEMENT" | "NEED";

export const ACHIEVEMENT_FIELDS = [
  "externalId",
  "title",
  "titleEn",
  "summary",
  "description",
  "applications",
  "cooperationNote",
  "keywords",
  "fields",
  "industries",
  "region",
  "modes",
  "price",
  "trl",
  "ipKind",
  "ipNumber",
] as const;

export const NEED_FIELDS = [
  "externalId",
  "title",
  "titleEn",
  "summary",
  "background",
  "constraints",
  "keywords",
  "fields",
  "industries",
  "region",
  "modes",
  "budget",
  "trl",
  "deadline",
] as const;

export type ImportField = (typeof ACHIEVEMENT_FIELDS)[number] | (typeof NEED_FIELDS)[number];

/** Field of the market -> heading in the file. */
export type ColumnMapping = Partial<Record<ImportField, string>>;

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return kind === "ACHIEVEMENT" ? ACHIEVEMENT_FIELDS : NEED_FIELDS;
}

/** Fields without which no row can be read. */
export function requiredFieldsOf(kind: ImportKind): readonly ImportField[] {
  return kind === "ACHIEVEMENT"
    ? ["externalId", "title", "description"]
    : ["externalId", "title", "background"];
}

/**
 * Headings by field, the most telling first. The long text has different names on both sides, so
 * both kinds share one list.
 */
export const HEADINGS: Record<ImportField, readonly string[]> = {
  externalId: [
    "id",
    "编号",
    "序号",
    "成果编号",
    "需求编号",
    "项目编号",
    "外部编号",
    "externalid",
    "no",
    "code",
    "number",
  ],
  title: ["title", "name", "名称", "标题", "成果名称", "需求名称", "项目名称", "技术名称", "题目"],
  titleEn: ["titleen", "englishtitle", "nameen", "英文名称", "英文标题"],
  summary: [
    "summary",
    "abstract",
    "一句话介绍",
    "摘要",
    "简介",
    "概述",
    "成果简介",
    "需求简介",
    "项目简介",
    "一句话价值",
    "onelinevalue",
  ],
  description: [
    "description",
    "context",
    "content",
    "详情",
    "详细介绍",
    "成果介绍",
    "技术内容",
    "内容",
    "项目详情",
    "成果描述",
    "描述",
    "介绍",
  ],
  background: [
    "background",
    "context",
    "content",
    "description",
    "需求背景",
    "需求描述",
    "需求内容",
    "需求详情",
    "技术难题",
    "内容",
    "描述",
    "详情",
  ],
  applications: [
    "applications",
    "scope",
    "应用领域",
    "应用范围",
    "适用范围",
    "应用场景",
    "应用前景",
    "市场前景",
  ],
  constraints: ["constraints", "限制条件", "约束条件", "已有条件", "现有基础"],
  cooperationNote: ["cooperationnote", "合作说明", "合作要求", "合作条件", "noteoncooperation"],
  keywords: ["keywords", "tags", "关键词", "标签"],
  fields: [
    "field",
    "fields",
    "technologyfield",
    "techfield",
    "技术领域",
    "所属领域",
    "领域",
    "高新技术领域",
    "industry",
  ],
  industries: [
    "classification",
    "industries",
    "行业",
    "所属行业",
    "国民经济行业",
    "行业分类",
    "应用行业",
    "industry",
  ],
  region: ["region", "city", "地区", "区域", "所在地", "所属地区", "行政区划", "省市"],
  modes: [
    "cooperationmethod",
    "modes",
    "cooperation",
    "合作方式",
    "合作模式",
    "转化方式",
    "交易方式",
    "拟合作方式",
    "cooperationmodes",
  ],
  price: ["price", "价格", "报价", "转让价格", "意向价格", "拟转让金额", "交易价格", "参考价格"],
  budget: ["budget", "预算", "投入预算", "拟投入资金", "资金预算", "投入金额", "意向投入"],
  trl: [
    "trl",
    "maturity",
    "成熟度",
    "技术成熟度",
    "所处阶段",
    "技术阶段",
    "研发阶段",
    "成果阶段",
    "期望成熟度",
    "readiness",
  ],
  ipKind: [
    "ipkind",
    "ip",
    "知识产权类型",
    "知识产权",
    "知识产权形式",
    "专利类型",
    "专利信息",
    "zlxx",
    "kindofip",
  ],
  ipNumber: [
    "ipnumber",
    "patent",
    "patentno",
    "专利号",
    "专利申请号",
    "申请号",
    "知识产权编号",
    "patentapplicationnumber",
  ],
  deadline: [
    "deadline",
    "截止日期",
    "截止时间",
    "有效期",
    "有效期至",
    "需求有效期",
    "完成期限",
    "time",
  ],
};
