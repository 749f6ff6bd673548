/** One page of a list that is read by position after a cursor. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/** Cuts the one row too many that a query read to learn whether a next page exists. */
export function toPage<T extends { id: string }>(rows: T[], size: number): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? last.id : null };
}

/** Page number and size from a query string, held within limits. */
export function readPaging(
  params: URLSearchParams,
  size: number,
): { page: number; size: number; skip: number } {
  const asked = Number.parseInt(params.get("page") ?? "1", 10);
  const page = Number.isFinite(asked) ? Math.min(Math.max(asked, 1), 1000) : 1;
  return { page, size, skip: (page - 1) * size };
}
