import type { IncomingMessage } from "node:http";

/** A form field of Stripe's encoding: `a[b][0]=c` nests. */
export type Fields = { [name: string]: string | Fields };

const MAX_BYTES = 200_000;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw new StandInError(413, "invalid_request_error", "body_too_large", "");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export function parseFields(text: string): Fields {
  const root: Fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name
      .replaceAll("]", "")
      .split("[")
      .map((part) => part || "0");
    let here = root;
    for (const part of path.slice(0, -1)) {
      const next = here[part];
      const child: Fields = typeof next === "object" ? next : Object.create(null);
      here[part] = child;
      here = child;
    }
    here[path.at(-1) ?? ""] = value;
  }
  return root;
}

export function textAt(fields: Fields, ...path: string[]): string | null {
  let here: string | Fields | undefined = fields;
  for (const part of path) {
    if (typeof here !== "object") return null;
    here = here[part];
  }
  return typeof here === "string" ? here : null;
}

export function mapAt(fields: Fields, ...path: string[]): Record<string, string> {
  let here: string | Fields | undefined = fields;
  for (const part of path) here = typeof here === "object" ? here[part] : undefined;
  if (typeof here !== "object") return {};
  const pairs = Object.entries(here);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

/** An answer in the shape of Stripe's errors. */
export class StandInError extends Error {
  readonly status: number;
  readonly body: { error: { type: string; code: string; message: string; param?: string } };

  constructor(status: number, type: string, code: string, message: string, param?: string) {
    super(message);
    this.status = status;
    this.body = { error: { type, code, message, ...(param ? { param } : {}) } };
  }
}

export function missing(kind: string, id: string): StandInError {
  return new StandInError(
    404,
    "invalid_request_error",
    "resource_missing",
    `No such ${kind}: '${id}'`,
    "id",
  );
}

export function invalid(param: string, message: string): StandInError {
  return new StandInError(400, "invalid_request_error", "parameter_invalid", message, param);
}
