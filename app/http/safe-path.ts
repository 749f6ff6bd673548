/** A path of this site from an untrusted `next` parameter; "/" for anything that leads elsewhere. */
export function safePath(target: string | null | undefined, fallback = "/"): string {
  if (!target?.startsWith("/") || target.startsWith("//") || target.includes("\\")) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters in URLs
  if (/[\u0000-\u001f]/.test(target)) return fallback;
  const base = "http://market.invalid";
  const url = URL.canParse(target, base) ? new URL(target, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
