import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { STRIKE_KINDS } from "./strike-rules";

/** A written reason of this area. */
export const reasonText = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));

export const decisionSchema = z.object({ note: reasonText(1000) });

export const recordStrikeSchema = z.object({
  organisationId: z.uuid("not_a_choice"),
  kind: z.enum(STRIKE_KINDS, "not_a_choice"),
  reason: reasonText(300),
});
