/** Whether a browser fetches a page before anybody has asked to see it. */
export function isFetchAhead(request: Request): boolean {
  const purpose = request.headers.get("sec-purpose") ?? request.headers.get("purpose") ?? "";
  return purpose.includes("prefetch");
}
