import type {
  BROKER_PAYERS,
  OWNERSHIPS,
  PRICE_KINDS,
  ROYALTY_BASES,
} from "~/domain/deals/term-sheet-schema";
import type { LicenceKind, NonTechnicalKind, SubKind } from "~/domain/shared/tech-contract";
import { familyOf } from "~/domain/shared/tech-contract";

/** Names of the sub-kinds as contracts use them. */
export const KIND_WORDS: Record<SubKind, string> = {
  "11": "委托开发合同",
  "12": "合作开发合同",
  "21": "专利权转让合同",
  "22": "专利申请权转让合同",
  "23": "技术秘密转让合同",
  "24": "计算机软件著作权转让合同",
  "25": "集成电路布图设计专有权转让合同",
  "26": "植物新品种权转让合同",
  "27": "生物、医药新品种权转让合同",
  "31": "专利实施许可合同",
  "32": "技术秘密使用许可合同",
  "33": "计算机软件著作权许可合同",
  "34": "集成电路布图设计专有权许可合同",
  "35": "植物新品种权许可合同",
  "36": "生物、医药新品种权许可合同",
  "40": "技术咨询合同",
  "51": "技术服务合同",
  "52": "技术中介合同",
  "53": "技术培训合同",
};

export const FAMILY_WORDS = {
  DEVELOPMENT: "技术开发合同",
  TRANSFER: "技术转让合同",
  LICENCE: "技术许可合同",
  CONSULTING: "技术咨询合同",
  SERVICE: "技术服务合同",
} as const;

export type RoleWords = { demand: string; supply: string };

/** What the parties are called by law in a contract of this sub-kind. */
export function roleWords(code: SubKind): RoleWords {
  if (code === "11") return { demand: "委托人", supply: "研究开发人" };
  if (code === "12") return { demand: "合作开发方", supply: "合作开发方" };
  if (code === "52") return { demand: "委托人", supply: "中介人" };
  if (code === "53") return { demand: "委托人", supply: "培训人" };
  switch (familyOf(code)) {
    case "TRANSFER":
      return { demand: "受让人", supply: "让与人" };
    case "LICENCE":
      return { demand: "被许可人", supply: "许可人" };
    default:
      return { demand: "委托人", supply: "受托人" };
  }
}

/** What the money is called (Civil Code art. 846: price, remuneration or fee for use). */
export function priceWord(code: SubKind): string {
  if (code === "12") return "合作开发投资款";
  if (code === "52") return "中介服务报酬";
  if (code === "53") return "培训费";
  switch (familyOf(code)) {
    case "DEVELOPMENT":
      return "研究开发经费和报酬";
    case "TRANSFER":
      return "转让费";
    case "LICENCE":
      return "许可使用费";
    case "CONSULTING":
      return "咨询报酬";
    default:
      return "服务报酬";
  }
}

export const LICENCE_WORDS: Record<LicenceKind, string> = {
  EXCLUSIVE: "独占许可",
  SOLE: "排他许可",
  NON_EXCLUSIVE: "普通许可",
};

/** Meaning of each licence kind (judicial interpretation on technology contracts, art. 25). */
export const LICENCE_MEANING: Record<LicenceKind, string> = {
  EXCLUSIVE:
    "在本合同约定的范围和期限内，仅甲方有权实施标的技术，乙方自己不实施，也不再许可任何第三人实施",
  SOLE: "在本合同约定的范围和期限内，乙方仅许可甲方一方实施标的技术，乙方自己可以实施，但不再许可任何第三人实施",
  NON_EXCLUSIVE:
    "在本合同约定的范围和期限内，乙方许可甲方实施标的技术，乙方自己可以实施，也可以许可第三人实施",
};

export const OWNERSHIP_WORDS: Record<(typeof OWNERSHIPS)[number], string> = {
  SUPPLY: "归乙方所有",
  DEMAND: "归甲方所有",
  JOINT: "归双方共有",
};

export const PRICE_KIND_WORDS: Record<(typeof PRICE_KINDS)[number], string> = {
  LUMP_SUM: "一次总付",
  INSTALMENTS: "分期支付",
  ROYALTY: "提成支付",
  ENTRY_AND_ROYALTY: "入门费加提成支付",
};

export const ROYALTY_BASE_WORDS: Record<(typeof ROYALTY_BASES)[number], string> = {
  NET_SALES: "净销售额",
  GROSS_SALES: "销售总额",
  OUTPUT: "新增产值",
  PROFIT: "新增利润",
};

/** How each base is counted, so that the royalty can be computed from the books. */
export const ROYALTY_BASE_MEANING: Record<(typeof ROYALTY_BASES)[number], string> = {
  NET_SALES:
    "净销售额是指甲方销售合同产品开具发票的不含增值税金额，扣除实际发生的退货、折让以及发票上单独列明的运输费和保险费后的余额",
  GROSS_SALES: "销售总额是指甲方销售合同产品开具发票的不含增值税金额，不作其他扣除",
  OUTPUT: "新增产值是指甲方实施标的技术后合同产品的产值高于实施前同口径产值的部分",
  PROFIT:
    "新增利润是指甲方实施标的技术后合同产品按企业会计准则核算的利润高于实施前同口径利润的部分",
};

export const NON_TECHNICAL_WORDS: Record<NonTechnicalKind, string> = {
  EQUIPMENT: "设备费",
  INSTRUMENTS: "仪器费",
  PARTS: "零部件费",
  MATERIALS: "原材料费",
  OTHER: "其他非技术性费用",
};

export const PAYER_WORDS: Record<(typeof BROKER_PAYERS)[number], string> = {
  SUPPLY: "由乙方承担",
  DEMAND: "由甲方承担",
  HALF_EACH: "由双方各承担一半",
};

/** Code list "ip-kinds". */
export const RIGHT_WORDS: Record<string, string> = {
  TRADE_SECRET: "技术秘密",
  PATENT: "专利",
  PATENT_INVENTION: "发明专利",
  PATENT_UTILITY: "实用新型专利",
  PATENT_DESIGN: "外观设计专利",
  SOFTWARE: "计算机软件著作权",
  IC_LAYOUT: "集成电路布图设计专有权",
  PLANT_VARIETY: "植物新品种权",
  BIOMED_VARIETY: "生物、医药新品种权",
  DESIGN_COPYRIGHT: "设计著作权",
};
