import { describe, expect, it } from "vitest";
import type { MonopolyClause } from "~/domain/shared/tech-contract";
import { findMonopolyClauses, MONOPOLY_SOURCE } from "./monopoly-rules";

const typesIn = (body: string) =>
  findMonopolyClauses([{ key: "own-1", heading: "其他", body, isEdited: true }]).map(
    (one) => one.type,
  );

const HITS: [type: MonopolyClause, text: string][] = [
  ["IMPROVEMENT_BAN", "甲方不得对标的技术进行任何改进。"],
  ["IMPROVEMENT_BAN", "未经乙方书面同意，甲方不得在标的技术基础上从事后续研究。"],
  ["IMPROVEMENT_BAN", "甲方无权在合同产品上使用改进后的技术。"],
  ["IMPROVEMENT_BAN", "被许可人对技术的改进应当取得许可人的同意后方可实施。"],
  ["GRANT_BACK", "甲方应当将其作出的改进成果无偿提供给乙方使用。"],
  ["GRANT_BACK", "甲方对标的技术的改进及其知识产权归乙方所有。"],
  ["GRANT_BACK", "被许可人的后续改进归许可人单独享有。"],
  ["GRANT_BACK", "甲方应当免费向乙方许可其改进技术。"],
  ["RIVAL_TECHNOLOGY_BAN", "合同期内甲方不得采用与标的技术类似的技术。"],
  ["RIVAL_TECHNOLOGY_BAN", "甲方不得从第三方引进同类技术。"],
  ["RIVAL_TECHNOLOGY_BAN", "受让人不得生产与合同产品相竞争的产品。"],
  ["RIVAL_TECHNOLOGY_BAN", "甲方只能使用乙方提供的技术。"],
  ["OUTPUT_LIMITS", "合同产品的年产量不得超过五百吨。"],
  ["OUTPUT_LIMITS", "合同产品的销售价格由许可人确定。"],
  ["OUTPUT_LIMITS", "合同产品的售价不得低于每吨三万元。"],
  ["OUTPUT_LIMITS", "甲方不得将合同产品出口。"],
  ["OUTPUT_LIMITS", "合同产品的销售渠道须经乙方批准。"],
  ["TIED_PURCHASE", "甲方必须向乙方购买生产所用的原材料。"],
  ["TIED_PURCHASE", "涂布设备应当从乙方指定的供应商采购专用设备。"],
  ["TIED_PURCHASE", "甲方不得向其他供应商采购浆料所用的原材料。"],
  ["TIED_PURCHASE", "甲方应当一并购买乙方的其他技术。"],
  ["NO_CHALLENGE", "甲方不得对专利权的有效性提出异议。"],
  ["NO_CHALLENGE", "被许可人不得请求宣告该专利权无效。"],
  ["NO_CHALLENGE", "甲方提出专利权无效宣告请求的，乙方有权解除合同。"],
];

const NEAR_MISSES: string[] = [
  "任何一方均可以在标的技术基础上继续研究开发。",
  "乙方不得限制甲方对标的技术进行改进。",
  "甲方不得以正在进行技术改进为由拒绝付款。",
  "甲方不得向第三人披露乙方的改进技术。",
  "双方互相提供改进成果的，条件应当对等，可以互相无偿使用。",
  "一方作出的改进成果归改进方所有。",
  "甲方使用乙方的改进成果，应当支付合理的费用。",
  "甲方不得向与乙方有竞争关系的第三人披露技术秘密。",
  "乙方不得利用甲方的保密信息开发竞争产品。",
  "甲方可以采用其他来源的同类技术。",
  "中试产量不得低于每日二十平方米，作为验收条件。",
  "提成按销售数量计算，每年结算一次。",
  "许可地域：山东省。",
  "本合同价格不因原材料市场变化调整。",
  "甲方可以自主选择原材料和设备的供应商。",
  "为保证涂层质量所必需的专用浆料，甲方应当向乙方采购该材料，质量标准见附件。",
  "乙方应当向甲方提供技术资料和必要的设备清单。",
  "专利权被宣告无效的，尚未支付的使用费不再支付。",
  "双方不得以内部管理变化为由主张本合同无效。",
  "甲方对验收结论有异议的，可以申请复检。",
];

describe("findMonopolyClauses", () => {
  it.each(HITS)("%s: %s", (type, text) => {
    expect(typesIn(text)).toContain(type);
  });

  it.each(NEAR_MISSES)("nothing in: %s", (text) => {
    expect(typesIn(text)).toEqual([]);
  });

  it("names clause, sentence and place in the law", () => {
    const body = "双方友好合作。甲方不得对专利权的有效性提出异议；其他照旧。";
    expect(findMonopolyClauses([{ key: "own-9", heading: "x", body, isEdited: true }])).toEqual([
      {
        clauseKey: "own-9",
        type: "NO_CHALLENGE",
        sentence: "甲方不得对专利权的有效性提出异议；",
        source: MONOPOLY_SOURCE.NO_CHALLENGE,
      },
    ]);
  });
});
