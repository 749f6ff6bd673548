import { z } from "zod";
import { TRADE_CASE_TYPES } from "./strike-rules";
import { reasonText } from "./strike-schema";

const CASE = new RegExp(`^(${TRADE_CASE_TYPES.join("|")}):[0-9a-f-]{36}$`);

export const disputeSchema = z.object({
  /** "LOT:<id>" as the choice of cases has it. */
  trade: z.string("required").regex(CASE, "not_a_choice"),
  text: reasonText(2000),
});

export const DISPUTE_DECISIONS = ["uphold", "reject"] as const;

export const disputeDecisionSchema = z.object({
  move: z.enum(DISPUTE_DECISIONS, "not_a_choice"),
  note: reasonText(2000),
});

/** Page of a dispute for whoever raised it. */
export function disputeHref(disputeId: string): string {
  return `/desk/disputes/${disputeId}`;
}
