export type DomainErrorOptions = {
  /** Name of the form field that the message belongs to. */
  field?: string;
  /** Values for the placeholders of the translated message. */
  params?: Record<string, string | number>;
  /** HTTP status that the entrances answer with. Default 422. */
  status?: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
};

/**
 * A refusal that the user is told about. `code` is the key of the message in the `errors`
 * namespace of the translations.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;
  readonly status: number;

  constructor(code: string, options: DomainErrorOptions = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.field = options.field;
    this.params = options.params ?? {};
    this.status = options.status ?? 422;
  }
}

/** Throws "not_found" (404) for null and undefined. */
export function assertFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new DomainError("not_found", { status: 404 });
  return value;
}
