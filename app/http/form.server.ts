import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";

/** Largest form without files, in bytes. */
const MAX_FORM_BYTES = 1_000_000;

/**
 * Reads an urlencoded or multipart form without files against a schema. Issue messages of the
 * schema are error codes (see error-code.ts). NUL characters, which PostgreSQL refuses, are dropped.
 * @throws DomainError "body_too_large" (413), "bad_form" (400)
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Submission<z.input<S>, string[], z.output<S>>> {
  return parseFormData(await readForm(request), schema);
}

/** The raw fields, for forms with several intents. */
export async function readForm(request: Request): Promise<FormData> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > MAX_FORM_BYTES) throw new DomainError("body_too_large", { status: 413 });
  let raw: FormData;
  try {
    raw = await request.formData();
  } catch {
    throw new DomainError("bad_form", { status: 400 });
  }
  const clean = new FormData();
  for (const [name, value] of raw) {
    if (typeof value === "string") clean.append(name, value.replaceAll("\u0000", ""));
  }
  return clean;
}

/** The same for fields already read. */
export function parseFormData<S extends z.ZodType>(
  fields: FormData,
  schema: S,
): Submission<z.input<S>, string[], z.output<S>> {
  return parseWithZod(fields, { schema }) as Submission<z.input<S>, string[], z.output<S>>;
}

type Reply = { reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): unknown };

/** The answer to a form that did not pass its schema: every error at its field, values kept. */
export function refuseForm(form: Reply) {
  return data({ result: form.reply() as ReturnType<Submission<unknown, string[]>["reply"]> }, { status: 400 });
}

/**
 * Runs the use case of a form; a refusal becomes an error at the field that it names, or of the
 * whole form, with what the person typed kept.
 */
export async function answerForm<T>(form: Reply, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = errorCode(error.code, error.params);
    const result = form.reply(
      error.field ? { fieldErrors: { [error.field]: [code] } } : { formErrors: [code] },
    ) as ReturnType<Submission<unknown, string[]>["reply"]>;
    return data({ result }, { status: error.status });
  }
}
