import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** The nonce of this response's Content-Security-Policy; set by `setNonce`. */
export function nonceOf(res: Response): string {
  return String(res.locals.cspNonce);
}

export const setNonce: RequestHandler = (_req, res, next) => {
  res.locals.cspNonce = randomBytes(16).toString("base64");
  next();
};

/**
 * Security headers of every answer. Scripts run only with the nonce; nothing may frame the market.
 * In development Vite's own inline scripts and its socket must work.
 */
export function securityHeaders(isDev: boolean): RequestHandler {
  const nonce = (_req: unknown, res: unknown) => `'nonce-${nonceOf(res as Response)}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: isDev ? ["'self'", "'unsafe-inline'", "'unsafe-eval'"] : ["'self'", nonce],
        scriptSrcAttr: ["'none'"],
        styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: isDev ? ["'self'", "ws:", "wss:"] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        // Without scripts, forms whose answer leads to a page of Stripe: paying, an account to receive.
        formAction: ["'self'", "https://checkout.stripe.com", "https://connect.stripe.com"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    // Browsers ignore it on http, but a proxy that ends TLS must be trusted for it to be sent.
    strictTransportSecurity: false,
    // "no-referrer", the default, would make browsers send `Origin: null` with every form.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
}

const HSTS_SECONDS = 365 * 24 * 3600;

/** Sent only over https, so that a trial run on http does not lock a host name out. */
export const strictTransport: RequestHandler = (req, res, next) => {
  res.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()");
  if (req.secure) {
    res.setHeader("Strict-Transport-Security", `max-age=${HSTS_SECONDS}; includeSubDomains`);
  }
  next();
};
