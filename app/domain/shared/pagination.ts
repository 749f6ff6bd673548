/** Page number and size from a query string, held within limits. */
export function readPaging(
  params: URLSearchParams,
  size: number,
): { page: number; size: number; skip: number } {
  const asked = Number.parseInt(params.get("page") ?? "1", 10);
  const page = Number.isFinite(asked) ? Math.min(Math.max(asked, 1), 1000) : 1;
  return { page, size, skip: (page - 1) * size };
}
