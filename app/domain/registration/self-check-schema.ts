import { z } from "zod";
import { parseYuan } from "~/domain/shared/money";
import { MONOPOLY_CLAUSES, NON_TECHNICAL_KINDS, SUB_KINDS } from "~/domain/shared/tech-contract";

/** Papers that are there; a tick says yes. */
export const PRESENT_PAPERS = [
  ...(["text", "names", "seals", "identity", "authority", "inForce"] as const),
  ...(["patentData", "certificates"] as const),
] as const;

/** Terms that the contract has. */
export const PRESENT_TERMS = [
  ...(["object", "targets", "plan", "confidentiality", "ownership", "acceptance"] as const),
  ...(["applicationRight", "price", "royaltyTerms"] as const),
] as const;

/** What makes a check apply. */
export const CIRCUMSTANCES = [
  ...(["department", "foreignParty", "foreignLanguage", "condition", "coOwners"] as const),
  ...(["serviceResult", "needsApproval", "mixed", "hardware", "related", "taxRelief"] as const),
] as const;

/** What speaks against a registration. */
export const OBSTACLES = [
  ...(["registered", "excludedWork", "basicResearch", "publicKnowhow", "prohibited"] as const),
  "stateSecret",
] as const;

/** Papers that answer a situation. */
export const PROOFS = [
  ...(["departmentAuthority", "exportPaper", "chineseCopy", "conditionProof"] as const),
  ...(["coOwnerConsent", "priorityWaiver", "approval", "pricedPart"] as const),
] as const;

export const PAYMENT_METHODS = [
  "LUMP_SUM",
  "INSTALMENTS",
  "ROYALTY",
  "ENTRY_FEE_ROYALTY",
  "EQUITY",
  "OTHER",
] as const;

const amount = z
  .string("not_an_amount")
  .optional()
  .transform((text, context) => {
    if (text === undefined || text.trim() === "") return null;
    const fen = parseYuan(text);
    if (fen !== null) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

const date = z.iso.date("not_a_date").optional();
const text = z.string().trim().max(200, "too_long").optional();

/** Name of the amount of one kind of non-technical cost. */
export const costField = (kind: (typeof NON_TECHNICAL_KINDS)[number]) => `cost${kind}` as const;

const costs = Object.fromEntries(NON_TECHNICAL_KINDS.map((kind) => [costField(kind), amount])) as {
  [K in ReturnType<typeof costField>]: typeof amount;
};

/** The short form of the self-check. Nothing of it is stored. */
export const selfCheckSchema = z.object({
  category: z.enum(SUB_KINDS, "required"),
  statedFamily: z.enum(["1", "2", "3", "4", "5"], "required").optional(),
  signedOn: date,
  total: amount,
  technical: amount,
  ...costs,
  paymentMethod: z.enum(PAYMENT_METHODS, "required").optional(),
  carrierSets: z
    .string()
    .regex(/^\d{1,4}$/, "not_a_number")
    .transform(Number)
    .optional(),
  licenceKind: z.enum(["EXCLUSIVE", "SOLE", "NON_EXCLUSIVE"], "required").optional(),
  licenceTerritory: text,
  licenceEndsOn: date,
  patentNumber: text,
  patentFiledOn: date,
  patentTermEndsOn: date,
  present: z.array(z.enum([...PRESENT_PAPERS, ...PRESENT_TERMS])).default([]),
  situation: z.array(z.enum([...CIRCUMSTANCES, ...OBSTACLES])).default([]),
  proof: z.array(z.enum(PROOFS)).default([]),
  clauses: z.array(z.enum(MONOPOLY_CLAUSES)).default([]),
});

export type SelfCheck = z.output<typeof selfCheckSchema>;
