import type { z } from "zod";
import { type Flash, redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, refuseForm } from "~/http/form.server";

/**
 * Reads a form of a tender's page against its schema, runs the use case and goes on with a message.
 * @param message key below the namespace `tenders`
 */
export async function runTenderForm<S extends z.ZodType>(
  fields: FormData,
  schema: S,
  next: { to: string; message: string; params?: Flash["params"] },
  work: (value: z.output<S>) => Promise<unknown>,
) {
  const form = parseFormData(fields, schema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await work(form.value);
    const { to, message, params = {} } = next;
    return redirectWithFlash(to, { tone: "success", message: `tenders:${message}`, params });
  });
}
