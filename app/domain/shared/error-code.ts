/** A message code with the values of its placeholders, as one string that a form can carry. */
export function errorCode(code: string, params?: Record<string, string | number>): string {
  return params && Object.keys(params).length > 0 ? `${code}|${JSON.stringify(params)}` : code;
}

/** Takes apart what `errorCode` made. */
export function readErrorCode(text: string): {
  code: string;
  params: Record<string, string | number>;
} {
  const bar = text.indexOf("|");
  if (bar < 0) return { code: text, params: {} };
  try {
    const params: unknown = JSON.parse(text.slice(bar + 1));
    if (typeof params === "object" && params !== null) {
      return { code: text.slice(0, bar), params: params as Record<string, string | number> };
    }
  } catch {
    // Not ours: the whole text is the code.
  }
  return { code: text, params: {} };
}
