import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

const note = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));
const optional = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");
const id = z.uuid("not_an_id");

/** A bank's own number of a transfer, written one way. */
export const bankReference = note(60).transform((text) =>
  text.normalize("NFKC").replace(/\s+/g, "").toUpperCase(),
);

/** Yuan as typed, fen as read. */
const yuan = z.string("required").transform((text, context) => {
  if (text.trim() === "") {
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  }
  const fen = parseYuan(text);
  if (fen !== null && fen > 0n) return fen;
  context.addIssue({ code: "custom", message: "not_an_amount" });
  return z.NEVER;
});

export const transferSchema = z.object({
  amount: yuan,
  paidOn: z.iso.date("not_a_date"),
  bankReference,
});

export const proofStepSchema = z.object({ proofId: id });
export const proofRejectSchema = z.object({ proofId: id, note: note(1000) });

/** What an operator does with a refund or a payout. */
export const sendTransferSchema = z.object({ id, bankReference });
export const idSchema = z.object({ id });
export const takeBackSchema = z.object({ id, note: note(1000) });
/** An operator proposes the booking of a line of the bank; an outgoing one names what it returns. */
export const proposeLineSchema = z.object({ id, returns: note(60).optional() });
export const retryRefundSchema = z.object({
  id,
  note: note(1000),
  method: z.enum(["STRIPE", "TRANSFER"], "not_a_choice"),
});

export const linkAccountSchema = z.object({
  uscc: note(18).transform((text) => text.toUpperCase()),
  accountId: note(60).regex(/^acct_\w+$/, "stripe_account_unknown"),
});

export const INVOICE_KINDS = ["ORDINARY", "SPECIAL"] as const;

export const invoiceSchema = z
  .object({
    title: note(200),
    uscc: z
      .string("required")
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{15,20}$/, "not_a_tax_number"),
    address: optional(300),
    bankAccount: optional(200),
    kind: z.enum(INVOICE_KINDS, "not_a_choice"),
  })
  .superRefine((value, context) => {
    if (value.kind !== "SPECIAL") return;
    for (const field of ["address", "bankAccount"] as const) {
      if (value[field] === "") {
        context.addIssue({ code: "custom", message: "required", path: [field] });
      }
    }
  });

export const invoiceIssuedSchema = z.object({
  issuedNumber: note(60),
  issuedOn: z.iso.date("not_a_date"),
});
