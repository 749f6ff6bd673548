import { randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
} from "express";
import { pinoHttp } from "pino-http";
import type { ViteDevServer } from "vite";
import { env } from "../platform/env.server.ts";
import type { AppBuild, RunningJobs } from "./app-build.ts";
import { refuseCrossSitePosts } from "./cross-site-posts.ts";
import { healthHandler } from "./health.ts";
import { loggedPath } from "./logged-path.ts";
import { sendPlainPage } from "./plain-page.ts";
import { rateLimits } from "./rate-limits.ts";
import { nonceOf, securityHeaders, setNonce, strictTransport } from "./security-headers.ts";
import { CHECKOUT_PATH, type StripeStandIn } from "./stripe-stand-in.ts";

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The Express application around the built pages. */
export function createExpressApp(
  app: AppBuild,
  options: {
    vite?: ViteDevServer | undefined;
    jobs?: RunningJobs | undefined;
    /** Shows the payment page of a demonstration. */
    standIn?: StripeStandIn | undefined;
    isStopping: () => boolean;
  },
): Express {
  const { runtime } = app;
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", readTrustProxy(env().TRUST_PROXY));

  server.use(
    pinoHttp({
      logger: runtime.logger,
      genReqId: (req, res) => {
        const given = String(req.headers["x-request-id"] ?? "");
        const id = REQUEST_ID.test(given) ? given : randomUUID();
        res.setHeader("x-request-id", id);
        return id;
      },
      serializers: {
        req: (req: { id: string; method: string; url: string }) => ({
          id: req.id,
          method: req.method,
          path: loggedPath(req.url),
        }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
      autoLogging: {
        ignore: (req) => /^\/(assets\/|health|favicon|socket\.io)/.test(req.url ?? ""),
      },
      customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? "error" : "debug"),
    }),
  );
  server.use(setNonce, securityHeaders(Boolean(options.vite)), strictTransport);
  server.get("/health", healthHandler(runtime, options.jobs, options.isStopping));
  server.use(compression());
  if (options.vite) {
    server.use(options.vite.middlewares);
  } else {
    const files = "build/client";
    server.use("/assets", express.static(`${files}/assets`, { immutable: true, maxAge: "1y" }));
    // A missing asset must not fall through to a page.
    server.use("/assets", (_req, res) => void res.status(404).type("text").send("Not found"));
    server.use(express.static(files, { maxAge: "1h", index: false }));
  }
  server.use(readToTheEnd, refuseOddRequests);
  server.use(rateLimits(env().RATE_LIMIT, env().AUTH_RATE_LIMIT));
  server.use(refuseCrossSitePosts(env().APP_URL));
  const { standIn } = options;
  if (standIn) {
    server.use(CHECKOUT_PATH, (req, res, next) => {
      standIn.answerPage(req, res, nonceOf(res)).catch(next);
    });
  }
  server.all(
    "*",
    createRequestHandler({
      build: app.build,
      mode: process.env.NODE_ENV,
      getLoadContext: (req, res) => ({
        cspNonce: nonceOf(res),
        requestId: String(req.id),
        clientIp: req.ip ?? "",
      }),
    }),
  );
  server.use(answerFailure);
  return server;
}

/**
 * Takes in what is left of a body that was refused before its end. Otherwise the browser, still
 * sending, would see a broken connection in place of the answer. The request timeout bounds it.
 */
const readToTheEnd: RequestHandler = (req, res, next) => {
  res.once("finish", () => {
    if (req.complete) return;
    req.removeAllListeners("data");
    req.resume();
  });
  next();
};

const PAGE_METHODS = ["GET", "HEAD", "POST"];
const API_METHODS = [...PAGE_METHODS, "PUT", "PATCH", "DELETE", "OPTIONS"];

/** No page lies as deep. Remix matches every folder of an address against all routes: 5 ms each. */
const DEEPEST_PATH = 16;
const isTooDeep = (path: string) => path.split("/").length > DEEPEST_PATH;

/** The addresses that a request names: its own and, of the manifest of pages, those that it asks for. */
const addressesOf = (req: Request): string[] =>
  req.path === "/__manifest" ? new URLSearchParams(req.url.split("?")[1]).getAll("p") : [req.path];

/**
 * Pages are read and posted to; a method that Remix cannot pass on must not become a failure, and
 * neither must a NUL in an address, which PostgreSQL takes in no text.
 */
const refuseOddRequests: RequestHandler = (req, res, next) => {
  if (req.path.includes("%00")) return void sendPlainPage(req, res, 400, "unreadable");
  if (addressesOf(req).some(isTooDeep)) return void sendPlainPage(req, res, 404, "unreadable");
  const allowed = req.path.startsWith("/api/") ? API_METHODS : PAGE_METHODS;
  if (allowed.includes(req.method)) return next();
  res.status(405).set("Allow", allowed.join(", ")).type("text").send("Method not allowed");
};

/** Express takes four parameters as the sign of an error handler. */
const answerFailure: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  const status = statusOf(error);
  const level = status >= 500 ? "error" : "debug";
  req.log[level]({ err: error }, "request failed outside the application");
  if (res.headersSent) res.destroy();
  else sendPlainPage(req, res, status, status >= 500 ? "failed" : "unreadable");
};

/** Malformed URLs and bodies carry their own 4xx. */
function statusOf(error: unknown): number {
  const status = (error as { status?: unknown }).status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

/** "1" is a number of proxies, "true" and "false" are switches, all else is a list of addresses. */
function readTrustProxy(value: string): boolean | number | string {
  if (value === "true" || value === "false") return value === "true";
  return /^\d+$/.test(value) ? Number(value) : value;
}
