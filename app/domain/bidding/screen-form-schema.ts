import { z } from "zod";
import { parseYuan } from "~/domain/shared/money";

const MAX_FEN = 10n ** 15n;

const amount = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const fen = parseYuan(text);
    if (fen !== null && fen > 0n && fen <= MAX_FEN) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

/** Made by the page; the amount is added to it, so that another amount is another request. */
const clientKey = z.string("bad_form").regex(/^[\w-]{8,44}$/, "bad_form");
const by = z.string().optional();

/** A bid or a maximum as the forms of the live page send it. */
export const amountFormSchema = z.object({
  amount,
  clientKey,
  by,
  isConfirmed: z
    .string()
    .optional()
    .transform((text) => text === "on"),
});

/** Forms without an amount. */
export const pressFormSchema = z.object({ clientKey, by });
