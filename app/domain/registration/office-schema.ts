import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");
const needed = (max: number) =>
  z.string().trim().min(1, "required").max(max, errorCode("too_long", { max }));
const region = z.string().regex(/^\d{6}$/, "required");
const date = z.iso.date("not_a_date");

export const OFFICE_KINDS = ["OFFICE", "SERVICE_POINT"] as const;
export const OFFICE_LEVELS = ["DISTRICT", "CITY", "PROVINCE"] as const;
export const SEAT_ROLES = ["REGISTRAR", "CHIEF", "PRECHECK"] as const;

/** A registration office or a service point. */
export const officeSchema = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}-[0-9A-Z]{1,4}$/, "office_code_form"),
    kind: z.enum(OFFICE_KINDS, "required"),
    level: z.enum(OFFICE_LEVELS, "required"),
    regionCode: region,
    nameZh: needed(120),
    nameEn: needed(120),
    issuingAuthority: needed(120),
    mayCertify: z.literal("on").optional(),
    forwardsToId: z.uuid("not_a_choice").optional(),
    address: text(200),
    phone: text(30),
    validFrom: date,
    validTo: date.optional(),
    source: needed(300),
  })
  .refine((one) => !one.validTo || one.validTo > one.validFrom, {
    path: ["validTo"],
    message: "dates_reversed",
  })
  .refine((one) => one.kind === "OFFICE" || one.forwardsToId !== undefined, {
    path: ["forwardsToId"],
    message: "office_forwards_missing",
  });
export type OfficeInput = z.output<typeof officeSchema>;

export const delegationSchema = z
  .object({
    regionCode: region,
    below: z
      .string()
      .default("")
      .transform((typed, context) => {
        if (typed.trim() === "") return null;
        const fen = parseYuan(typed);
        if (fen !== null && fen > 0n) return fen;
        context.addIssue({ code: "custom", message: "not_an_amount" });
        return z.NEVER;
      }),
    validFrom: date,
    validTo: date.optional(),
    source: needed(300),
    confidence: needed(40),
  })
  .refine((one) => !one.validTo || one.validTo > one.validFrom, {
    path: ["validTo"],
    message: "dates_reversed",
  });
export type DelegationInput = z.output<typeof delegationSchema>;

export const seatSchema = z.object({
  email: z.email("not_an_email"),
  role: z.enum(SEAT_ROLES, "required"),
});

export const endSchema = z.object({ rowId: z.uuid("not_found") });
