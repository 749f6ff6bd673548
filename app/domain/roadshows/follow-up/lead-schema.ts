import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** What a lead came from: the three kinds of card, a meeting that was held, a signing. */
export const LEAD_REASONS = ["MEET", "MATERIAL", "INVEST", "MEETING", "SIGNING"] as const;
export type LeadReason = (typeof LEAD_REASONS)[number];

/** Why nothing more is done about a lead; WITHDRAWN is for the market only. */
export const DROP_CODES = ["NO_ANSWER", "NO_FIT", "NOT_NOW", "OTHER_PARTNER", "OTHER"] as const;
export const WITHDRAWN = "WITHDRAWN";
export const STORED_DROP_CODES = [...DROP_CODES, WITHDRAWN] as const;
export type DropCode = (typeof STORED_DROP_CODES)[number];

const NOTE_MAX = 1000;
const note = z
  .string()
  .trim()
  .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
  .default("");

export const dropLeadSchema = z.object({ dropCode: z.enum(DROP_CODES, "required"), note });
export const noteLeadSchema = z.object({ note });

/** Filters of the list of leads, as they stand in the page's address. */
export type LeadFilter = {
  state: "NEW" | "CONTACTED" | "ROOM" | "DROPPED" | null;
  isMine: boolean;
  roadshowId: string | null;
};
