import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { LICENCE_KINDS, NON_TECHNICAL_KINDS, SUB_KINDS } from "~/domain/shared/tech-contract";

/** Fen as a decimal text, because the content is JSON. */
const fen = z.string("required").regex(/^\d{1,15}$/, "not_an_amount");
const date = z.iso.date("not_a_date");
const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");

export const PRICE_KINDS = ["LUMP_SUM", "INSTALMENTS", "ROYALTY", "ENTRY_AND_ROYALTY"] as const;
export const ROYALTY_BASES = ["NET_SALES", "GROSS_SALES", "OUTPUT", "PROFIT"] as const;
export const OWNERSHIPS = ["SUPPLY", "DEMAND", "JOINT"] as const;
export const DISPUTE_WAYS = ["COURT", "ARBITRATION"] as const;
export const BROKER_PAYERS = ["SUPPLY", "DEMAND", "HALF_EACH"] as const;

/** A right that the deal is about; Civil Code art. 845-3 wants these facts in the contract. */
export const dealRightSchema = z.object({
  kind: z.string("required").max(40), // code list "ip-kinds"
  title: text(200),
  number: text(40),
  applicant: text(200),
  owner: text(200),
  filedOn: date.nullable().default(null),
  expiresOn: date.nullable().default(null),
});

export const dealMilestoneSchema = z.object({
  title: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(120, errorCode("too_long", { max: 120 })),
  dueOn: date.nullable().default(null),
  acceptance: text(500),
});

export const dealInstalmentSchema = z.object({
  title: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(120, errorCode("too_long", { max: 120 })),
  amountFen: fen,
  dueOn: date.nullable().default(null),
  /** Index of the milestone that it follows; null: by date alone. */
  milestone: z.int().nonnegative().nullable().default(null),
});

/**
 * What the sides agree on, as data: the one source of contract, dossier, payment plan and incentives.
 * Amounts are texts of fen; the whole is stored as JSON and hashed as canonical JSON.
 */
export const termSheetSchema = z.object({
  /** Project name as it will stand in the contract and on the registration form. */
  title: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(120, errorCode("too_long", { max: 120 })),
  categoryCode: z.enum(SUB_KINDS, "required"),
  /** Answers of the category questions as their address has them; empty: chosen by hand. */
  categoryAnswers: text(600),
  object: z.object({
    description: z
      .string("required")
      .trim()
      .min(1, "required")
      .max(4000, errorCode("too_long", { max: 4000 })),
    targets: text(2000),
    deliverables: text(2000),
    /** Plan, place and manner of performance. */
    plan: text(2000),
    rights: z.array(dealRightSchema).max(20).default([]),
    /** Complete sets or test devices that carry the technology (rule 19); null: none. */
    carrierSets: z.int().nonnegative().nullable().default(null),
  }),
  licence: z
    .object({
      kind: z.enum(LICENCE_KINDS).nullable().default(null),
      territory: text(200),
      fieldOfUse: text(200),
      maySublicense: z.boolean().default(false),
      endsOn: date.nullable().default(null),
    })
    .nullable()
    .default(null),
  price: z.object({
    kind: z.enum(PRICE_KINDS, "required"),
    /** Null while a royalty cannot be determined. */
    totalFen: fen.nullable().default(null),
    technicalFen: fen.nullable().default(null),
    nonTechnical: z
      .array(
        z.object({
          kind: z.enum(NON_TECHNICAL_KINDS, "required"),
          description: text(200),
          amountFen: fen,
        }),
      )
      .max(30)
      .default([]),
    instalments: z.array(dealInstalmentSchema).max(30).default([]),
    entryFeeFen: fen.nullable().default(null),
    royalty: z
      .object({
        base: z.enum(ROYALTY_BASES, "required"),
        rateBp: z.int("required").min(1).max(10_000),
        fromOn: date.nullable().default(null),
        toOn: date.nullable().default(null),
        /** Settled every so many months. */
        everyMonths: z.int().min(1).max(24).default(12),
        mayInspectAccounts: z.boolean().default(true),
        capFen: fen.nullable().default(null),
      })
      .nullable()
      .default(null),
    includesTax: z.boolean().default(true),
    /** 作价投资: the price is paid in shares of the demand side; the total is their agreed value. */
    isEquity: z.boolean().default(false),
  }),
  term: z.object({
    fromOn: date.nullable().default(null),
    toOn: date.nullable().default(null),
    place: text(120),
  }),
  milestones: z.array(dealMilestoneSchema).max(30).default([]),
  acceptance: z.object({ standard: text(1000), method: text(500), dispute: text(500) }),
  results: z.object({
    ownership: z.enum(OWNERSHIPS).nullable().default(null),
    /** Who may apply for patents and who comes first (Civil Code arts 859, 860). */
    applicationRight: text(500),
    sharing: text(500),
  }),
  improvements: z.object({
    ownership: z.enum(OWNERSHIPS).nullable().default(null),
    note: text(500),
  }),
  confidentiality: z.object({
    scope: text(1000),
    years: z.int().min(0).max(50).nullable().default(null),
  }),
  liability: text(1000),
  dispute: z.object({ way: z.enum(DISPUTE_WAYS).nullable().default(null), body: text(120) }),
  broker: z
    .object({
      brokerId: z.uuid().nullable().default(null),
      name: text(120),
      services: text(500),
      feeFen: fen.nullable().default(null),
      feeBp: z.int().min(0).max(10_000).nullable().default(null),
      payer: z.enum(BROKER_PAYERS).nullable().default(null),
    })
    .nullable()
    .default(null),
  special: text(4000),
});

export type TermSheetContent = z.output<typeof termSheetSchema>;
export type DealRight = z.output<typeof dealRightSchema>;
