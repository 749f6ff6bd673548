import type { z } from "zod";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, refuseForm } from "../form.server";

/** Reads posted fields against a schema and runs the use case; a refusal comes back at its field. */
export function eventFormRunner(fields: FormData) {
  return async <S extends z.ZodType>(
    schema: S,
    work: (value: z.output<S>) => Promise<Response>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, () => work(form.value));
  };
}

/** Back to a page with a message of this area. */
export function backToEvent(path: string, message: string): Promise<Response> {
  return redirectWithFlash(path, { tone: "success", message: `roadshows:done.${message}` });
}
