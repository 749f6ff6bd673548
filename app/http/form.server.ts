import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import type { ErrorBody } from "./error-response.server";

/** Largest form without files, in bytes. */
const MAX_FORM_BYTES = 1_000_000;
const MAX_FIELDS = 2000;
const MAX_NAME_LENGTH = 200;
/** In a name such as `targets[12].name`: the parser would fill the gap before a large index. */
const LARGE_INDEX = /\[\d{4,}\]/;

/**
 * Reads an urlencoded or multipart form without files against a schema. Issue messages of the
 * schema are error codes (see error-code.ts). NUL characters, which PostgreSQL refuses, are dropped.
 * @throws an error page "body_too_large" (413) or "bad_form" (400), also outside of withErrors
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Submission<z.input<S>, string[], z.output<S>>> {
  return parseFormData(await readForm(request), schema);
}

/** The raw fields, for forms with several intents. */
export async function readForm(request: Request): Promise<FormData> {
  const raw = await readBody(request);
  const clean = new FormData();
  let count = 0;
  for (const [name, value] of raw) {
    count += 1;
    if (count > MAX_FIELDS || name.length > MAX_NAME_LENGTH || LARGE_INDEX.test(name)) {
      throw refusal("bad_form", 400);
    }
    if (typeof value === "string") clean.append(name, value.replaceAll("\u0000", ""));
  }
  return clean;
}

/** The body counted while it arrives: its announced length may be missing or wrong. */
async function readBody(request: Request): Promise<FormData> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > MAX_FORM_BYTES) throw refusal("body_too_large", 413);
  const chunks: BlobPart[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > MAX_FORM_BYTES) break;
      chunks.push(part.value);
    }
  } catch {
    throw refusal("bad_form", 400);
  }
  if (size > MAX_FORM_BYTES) throw refusal("body_too_large", 413);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(new Blob(chunks), { headers }).formData();
  } catch {
    throw refusal("bad_form", 400);
  }
}

/** A thrown answer and not a DomainError: forms are read outside of withErrors too. */
function refusal(code: string, status: number) {
  return data({ code, params: {} } satisfies ErrorBody, { status });
}

/** The same for fields already read. */
export function parseFormData<S extends z.ZodType>(
  fields: FormData,
  schema: S,
): Submission<z.input<S>, string[], z.output<S>> {
  return parseWithZod(fields, { schema }) as Submission<z.input<S>, string[], z.output<S>>;
}

type Reply = {
  reply(options?: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }): unknown;
};

/** The answer to a form that did not pass its schema: every error at its field, values kept. */
export function refuseForm(form: Reply) {
  return data(
    { result: form.reply() as ReturnType<Submission<unknown, string[]>["reply"]> },
    { status: 400 },
  );
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
