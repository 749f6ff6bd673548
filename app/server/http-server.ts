import http from "node:http";
import type { Express } from "express";
import express from "express";
import { sendPlainPage } from "./plain-page.ts";

export interface MarketServer {
  server: http.Server;
  port: number;
  /** From now on requests reach the application. */
  open(app: Express): void;
  /** Takes no new connection, lets running requests end for up to `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/**
 * Takes the port before anything slow begins, so that a busy port is known at once and people who come
 * early are told that the market is starting.
 */
export async function listen(port: number, host: string): Promise<MarketServer> {
  let app: http.RequestListener = startingApp();
  const server = http.createServer((req, res) => app(req, res));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.requestTimeout = 120_000;
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address ? address.port : port,
    open(ready) {
      app = ready;
    },
    async close(patienceMs) {
      const closed = new Promise<void>((resolve) => server.once("close", () => resolve()));
      if (server.listening) server.close();
      server.closeIdleConnections();
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const forced = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(forced);
    },
  };
}

function startingApp(): Express {
  const app = express();
  app.disable("x-powered-by");
  app.get("/health", (_req, res) => void res.status(503).json({ status: "starting" }));
  app.use((req, res) => sendPlainPage(req, res, 503, "starting", 3));
  return app;
}
