import type { IncomingHttpHeaders } from "node:http";

/**
 * Address that a socket comes from, read as Express reads it: proxies that are trusted name it in
 * X-Forwarded-For, from the right.
 * @param trust the variable TRUST_PROXY: "loopback", a number of proxies, "true", "false", or addresses
 */
export function socketAddress(peer: string, headers: IncomingHttpHeaders, trust: string): string {
  const header = headers["x-forwarded-for"];
  const named = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const chain = [...named, plain(peer)];
  if (trust === "true") return chain[0] ?? peer;
  const hops = /^\d+$/.test(trust) ? Number(trust) : null;
  let at = chain.length - 1;
  while (at > 0 && isTrusted(chain[at] ?? "", chain.length - 1 - at, trust, hops)) at -= 1;
  return chain[at] ?? peer;
}

function isTrusted(address: string, position: number, trust: string, hops: number | null): boolean {
  if (hops !== null) return position < hops;
  return trust.split(",").some((one) => {
    const name = one.trim();
    return name === "loopback"
      ? isLoopback(address)
      : name !== "" && plain(name) === plain(address);
  });
}

const plain = (address: string) => address.replace(/^::ffff:/, "");
const isLoopback = (address: string) => /^(127\.|::1$)/.test(plain(address));

/** Counts what an address does in the current minute. @returns whether it may go on */
export function perMinute(limit: () => number): (address: string, now?: number) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (address, now = Date.now()) => {
    const current = Math.floor(now / 60_000);
    if (current !== minute) {
      minute = current;
      counts.clear();
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= limit();
  };
}

/** A bucket of `size` requests that fills again by one every `refillMs`. */
export function tokenBucket(size: number, refillMs: number): (now?: number) => boolean {
  let tokens = size;
  let filledAt = Date.now();
  return (now = Date.now()) => {
    tokens = Math.min(size, tokens + Math.max(0, now - filledAt) / refillMs);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
