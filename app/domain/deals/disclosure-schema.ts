import { z } from "zod";

const THING = /^(section:[a-zA-Z]{2,20}|file:[0-9a-f-]{36})$/;

/** What is opened, to whom, and until the end of which day. */
export const grantSchema = z.object({
  things: z
    .array(z.string().regex(THING, "deal_not_grantable"))
    .min(1, "deal_choose")
    .max(40, "deal_not_grantable"),
  userIds: z.array(z.uuid("deal_grantee")).min(1, "deal_choose").max(40, "deal_grantee"),
  until: z
    .union([z.iso.date("not_a_date"), z.literal("")])
    .optional()
    .transform((value) => (value ? value : null)),
});

export const revokeSchema = z.object({ grantId: z.uuid("bad_form") });

export const ndaSchema = z.object({
  textHash: z.string().regex(/^[0-9a-f]{64}$/, "deal_nda_changed"),
  agree: z.literal("on", "deal_nda_required"),
});

export type GrantInput = z.output<typeof grantSchema>;
