import type { Criterion } from "./roadshow-rules-schema";

// Starting points that every organiser may change: the lines of a provincial contest's score sheet for the
// stage, and what decides whether an achievement can be taken over for the selection.

export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { key: "research", label: "研发实力", weight: 20 },
  { key: "technology", label: "核心技术与产品", weight: 25 },
  { key: "team", label: "团队与成长性", weight: 15 },
  { key: "business", label: "商业模式与计划", weight: 20 },
  { key: "market", label: "行业与市场", weight: 20 },
];

export const DEFAULT_REVIEW_CRITERIA: readonly Criterion[] = [
  { key: "technology", label: "技术水平", weight: 30 },
  { key: "maturity", label: "成熟度", weight: 30 },
  { key: "rights", label: "知识产权", weight: 20 },
  { key: "readiness", label: "合作意愿与条件", weight: 20 },
];
