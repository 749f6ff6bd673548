import type { Request, RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that another site's page sends with our cookies. Every current browser says where a
 * write comes from (Sec-Fetch-Site, Origin); a client that says neither is not a browser and carries
 * no cookies of its own accord. Webhooks prove themselves by signature.
 */
export function refuseCrossSitePosts(publicUrl: string | undefined): RequestHandler {
  const ownOrigin = publicUrl ? new URL(publicUrl).origin : null;
  return (req, res, next) => {
    if (SAFE_METHODS.has(req.method) || req.path.startsWith("/api/webhooks/")) return next();
    if (isSameOrigin(req, ownOrigin)) return next();
    sendPlainPage(req, res, 403, "crossSite");
  };
}

function isSameOrigin(req: Request, ownOrigin: string | null): boolean {
  const origin = req.get("origin");
  // A sandboxed frame, or a page that hides where it comes from: nobody can say whose it is.
  if (origin === "null") return false;
  if (origin && origin === ownOrigin) return true;
  const site = req.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  if (!origin) return true;
  try {
    return new URL(origin).host === req.get("host");
  } catch {
    return false;
  }
}
