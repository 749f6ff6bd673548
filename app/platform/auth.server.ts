import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { twoFactor } from "better-auth/plugins/two-factor";
import { v7 } from "uuid";
import { z } from "zod";
import { type Db, getDb } from "./db.server";
import { appUrl, env } from "./env.server";
import { logger } from "./logger.server";

/** How long a sign-in lasts; it is not prolonged by use. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Header in which our own calls tell the address of the client; never read from outside. */
const CLIENT_IP_HEADER = "x-market-client-ip";

/**
 * Starts a session for a person who has just proved the address with a code. Server only: it is
 * reachable through `auth().api`, never over HTTP.
 */
const startSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw APIError.fromStatus("NOT_FOUND");
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ sessionId: session.id });
  },
);

function createAuth(db: Db) {
  const isSecure = appUrl().startsWith("https:");
  return betterAuth({
    appName: "Grand Market",
    baseURL: appUrl(),
    secret: env().APP_SECRET,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    user: {
      additionalFields: {
        locale: { type: "string", required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: {
        actingOrganisationId: { type: "string", required: false, input: false },
      },
    },
    // Our pages call the library in process; its own HTTP endpoints are not mounted, so the limits
    // of express-rate-limit and of limit-attempts.server.ts are the ones that count.
    rateLimit: { enabled: true, window: 60, max: env().AUTH_RATE_LIMIT },
    advanced: {
      cookiePrefix: "market",
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" },
      database: { generateId: () => v7() },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
    logger: {
      log(level, message) {
        logger[level]({ part: "auth" }, message);
      },
    },
    plugins: [
      twoFactor({ issuer: "Grand Market", twoFactorCookieMaxAge: 600 }),
      { id: "market-session", endpoints: { startSession } },
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

let built: { db: Db; auth: Auth } | undefined;

/** The authentication library over the process-wide database client, made at first use. */
export function auth(): Auth {
  const db = getDb();
  if (built?.db !== db) built = { db, auth: createAuth(db) };
  return built.auth;
}

/** Headers for a call into the library on behalf of a request. */
export function authHeaders(request: Request, clientIp: string): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set(CLIENT_IP_HEADER, clientIp);
  return headers;
}

/** The live session of a request's cookie, or null. One query. */
export async function findSession(
  headers: Headers,
): Promise<{ userId: string; sessionId: string; actingOrganisationId: string | null } | null> {
  if (!headers.get("cookie")?.includes("market.session_token")) return null;
  const found = await auth().api.getSession({
    headers,
    query: { disableCookieCache: true, disableRefresh: true },
  });
  if (!found) return null;
  return {
    userId: found.user.id,
    sessionId: found.session.id,
    actingOrganisationId: found.session.actingOrganisationId ?? null,
  };
}
