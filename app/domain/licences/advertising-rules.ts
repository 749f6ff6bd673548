/**
 * Words that praise instead of saying what is licensed: a declaration of an open licence takes none,
 * and superlatives are barred from advertisements (Advertising Law art. 9). Technical words such as
 * "最大功率" are no praise.
 */
const PRAISE = [
  "国家级",
  "最高级",
  "最佳",
  "最先进",
  "最好",
  "最优惠",
  "世界领先",
  "国际领先",
  "国内领先",
  "行业领先",
  "全球首创",
  "全国首创",
  "国内首创",
  "独一无二",
  "史上",
  "顶级",
  "极品",
  "王牌",
  "万能",
  "第一品牌",
  "唯一",
  "零风险",
  "稳赚",
  "包赚",
  "优惠",
  "特价",
  "促销",
  "抢购",
  "秒杀",
  "限时",
  "超值",
  "机不可失",
];

/** The first word of praise in the texts, or null. */
export function findPraise(...texts: readonly string[]): string | null {
  const whole = texts.join("\n").normalize("NFKC").replace(/\s/g, "");
  return PRAISE.find((word) => whole.includes(word)) ?? null;
}
