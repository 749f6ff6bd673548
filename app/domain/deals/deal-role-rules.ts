export const DEAL_SIDES = ["SUPPLY", "DEMAND"] as const;
export type DealSide = (typeof DEAL_SIDES)[number];

export const DEAL_ROLES = ["SUPPLY", "DEMAND", "BROKER", "LAWYER", "EVALUATOR"] as const;
export type DealRole = (typeof DEAL_ROLES)[number];

export function otherSide(side: DealSide): DealSide {
  return side === "SUPPLY" ? "DEMAND" : "SUPPLY";
}
