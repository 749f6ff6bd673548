import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { sendPlainPage } from "./plain-page.ts";

const MINUTE_MS = 60_000;
const AUTH_WINDOW_MS = 10 * MINUTE_MS;
/** Posts where guessing or flooding pays. Remix sends the same posts to `….data` when JavaScript runs. */
const AUTH_POSTS =
  /^\/(sign-in|sign-up|two-factor|verify|forgot-password|reset-password|reset|accept-invitation|invitations|publicity)(\/|\.data|$)/;

/**
 * `generalLimit` requests a minute and address over all pages, and `authLimit` posts in ten minutes
 * over the sign-in pages. Counted per process; accounts have their own lock-out in the database.
 */
export function rateLimits(generalLimit: number, authLimit: number): RequestHandler[] {
  return [
    limiter(MINUTE_MS, generalLimit, (path) => path === "/health"),
    limiter(AUTH_WINDOW_MS, authLimit, (path, method) => {
      return method !== "POST" || !(AUTH_POSTS.test(path) || path.startsWith("/api/auth/"));
    }),
  ];
}

function limiter(
  windowMs: number,
  limit: number,
  skip: (path: string, method: string) => boolean,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    skip: (req) => skip(req.path, req.method),
    handler: (req, res) => sendPlainPage(req, res, 429, "tooMany"),
  });
}
