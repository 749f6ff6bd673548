import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { sendPlainPage } from "./plain-page.ts";

const MINUTE_MS = 60_000;
const AUTH_WINDOW_MS = 10 * MINUTE_MS;
/** Posts where guessing or flooding pays. Remix sends the same posts to `….data` when JavaScript runs. */
const AUTH_POSTS =
  /^\/(sign-in|sign-up|two-factor|verify|forgot-password|reset-password|reset|accept-invitation|invitations|publicity)(\/|\.data|$)/;
/** What the phones of a whole hall ask behind one address, again every few seconds where no socket gets through. */
const LIVE_READS = /^\/roadshows\/[^/]+\/(live(\.data)?|stage\/[^/]+\/state)\/?$/;
/** Questions, votes and cards from those same phones; of one person each is limited by its own use case. */
const LIVE_POSTS = /^\/roadshows\/[^/]+\/live(\.data)?\/?$/;
/** What the devices at the door send behind that same address. */
const DOOR = /^\/desk\/roadshows\/[^/]+\/check-in\/(batch|list)\/?$/;
/** How many times the general limit a hall full of phones may ask. */
const HALL_FACTOR = 30;
const DOOR_FACTOR = 5;
/** Posts a minute of one phone: more than a person can tap, and far less than its hall may send. */
const PHONE_POSTS = 120;

const isLiveRead = (path: string, method: string) =>
  (method === "GET" || method === "HEAD") && LIVE_READS.test(path);
const isLivePost = (path: string, method: string) => method === "POST" && LIVE_POSTS.test(path);

/**
 * `generalLimit` requests a minute and address over all pages, and `authLimit` posts in ten minutes
 * over the sign-in pages. A hall's phones and the devices at its door have limits of their own, so that
 * neither stops the other; what a phone posts is counted for its session. Counted per process; accounts have their own lock-out in the database.
 */
export function rateLimits(generalLimit: number, authLimit: number): RequestHandler[] {
  return [
    limiter(MINUTE_MS, generalLimit, (path, method) => {
      const isOfDay = isLiveRead(path, method) || isLivePost(path, method) || DOOR.test(path);
      return path === "/health" || isOfDay;
    }),
    limiter(MINUTE_MS, generalLimit * HALL_FACTOR, (path, method) => !isLiveRead(path, method)),
    // Cookies can be made up: the address is counted too.
    limiter(MINUTE_MS, generalLimit * HALL_FACTOR, (path, method) => !isLivePost(path, method)),
    limiter(
      MINUTE_MS,
      Math.min(PHONE_POSTS, generalLimit),
      (path, method) => !isLivePost(path, method),
      sessionOf,
    ),
    limiter(MINUTE_MS, generalLimit * DOOR_FACTOR, (path) => !DOOR.test(path)),
    limiter(MINUTE_MS, generalLimit, (path) => !DOOR.test(path), sessionOf),
    limiter(AUTH_WINDOW_MS, authLimit, (path, method) => {
      return method !== "POST" || !(AUTH_POSTS.test(path) || path.startsWith("/api/auth/"));
    }),
  ];
}

const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? "");

/** The session's cookie, or the address of who has none. */
function sessionOf(req: Request): string {
  const cookie = /market\.session_token=([^;]+)/.exec(req.headers.cookie ?? "")?.[1];
  return cookie ? `session:${cookie}` : addressOf(req);
}

function limiter(
  windowMs: number,
  limit: number,
  skip: (path: string, method: string) => boolean,
  keyGenerator: (req: Request) => string = addressOf,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    keyGenerator,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    skip: (req) => skip(req.path, req.method),
    handler: (req, res) => sendPlainPage(req, res, 429, "tooMany"),
  });
}
