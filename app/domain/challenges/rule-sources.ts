// Where the rules of an open challenge come from, as the evidence of a move names it.

export const JINAN = "济南市 2025 年“揭榜挂帅”工作通知（所读到的内容）";
export const MARKET_RULE = "the market's own rule on open challenges";
export const CONFLICT_SOURCE = "回避规则：本人、本单位及关联方的事项不得审核、评审";
export const RELATED_SOURCE =
  "济南市 2025 年“揭榜挂帅”：揭榜方与发榜方不得存在关联关系（控制、共同控制、重大影响）";
export const DILIGENCE_SOURCE =
  "促进科技成果转化法 and 条例：尽职免责 — diligent work, kept records, no gain";
