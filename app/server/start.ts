import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ViteDevServer } from "vite";
import { printBanner } from "./banner.ts";
import { buildIfNeeded, generateClient } from "./build-if-needed.ts";
import { lockDataFolder, prepareDataFolder, readOrCreateSecret } from "./data-folder.ts";
import { startEmbeddedMeilisearch } from "./embedded-meilisearch.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { explainStartError } from "./friendly-errors.ts";
import { listen, type MarketServer } from "./http-server.ts";
import { clearInterruptedDemo } from "./interrupted-demo.ts";
import { applyMigrations } from "./migrate.ts";
import { migrateQueue } from "./migrate-queue.ts";
import { seedOnce } from "./seed-once.ts";
import { writeServicesFile } from "./services-file.ts";
import { readSettings, type Settings } from "./settings.ts";
import { Shutdown } from "./shutdown.ts";
import { type StripeStandIn, startStripeStandIn } from "./stripe-stand-in.ts";
import { deliverTo } from "./stripe-stand-in-webhooks.ts";

const DRAIN_MS = 10_000;
const shutdown = new Shutdown();
const startedAt = performance.now();

/**
 * Starts the market, or prints the one sentence that says why not and exits with code 1.
 * `releaseLoader` takes TypeScript's loader away once no source file is to be loaded any more.
 */
export async function runMarket(releaseLoader: () => Promise<void>): Promise<void> {
  try {
    await start(readSettings(process.argv.slice(2), process.env), releaseLoader);
  } catch (error) {
    if (shutdown.isStopping) return;
    const sentence = explainStartError(error);
    process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    await shutdown.exit(1);
  }
}

/** Brings the market up in the order that its parts need. */
async function start(settings: Settings, releaseLoader: () => Promise<void>): Promise<void> {
  process.env.NODE_ENV ||= settings.isDev ? "development" : "production";
  shutdown.listen();
  const dataDir = prepareDataFolder(settings.dataDir);
  if (settings.embedsPostgres || settings.embedsMeilisearch) {
    const unlock = lockDataFolder(dataDir);
    shutdown.add({ name: "data folder", stop: async () => unlock(), urgently: unlock });
  }
  const http = settings.role === "worker" ? undefined : await listen(settings.port, settings.host);
  process.env.PORT = String(http?.port ?? settings.port);
  process.env.DATA_DIR = dataDir;
  process.env.APP_SECRET ||= readOrCreateSecret(path.join(dataDir, "secret"));

  const built = settings.isDev ? generateClient() : buildIfNeeded(announce);
  await Promise.all([startServices(settings, dataDir), built]);
  const removeFile = writeServicesFile(dataDir);
  shutdown.add({ name: "services file", stop: async () => removeFile(), urgently: removeFile });
  const databaseUrl = process.env.DATABASE_URL ?? "";
  await clearInterruptedDemo(databaseUrl, announce);
  await applyMigrations(databaseUrl, "prisma/migrations");
  await migrateQueue(databaseUrl);
  await seedOnce(databaseUrl, settings.wantsDemo, announce);
  const standIn = await startStandIn(settings, dataDir);
  await serve(settings, http, standIn, releaseLoader);
  printBanner(settings, http?.port, performance.now() - startedAt);
}

/** Starts the embedded parts and names them in the environment, as if they had been given. */
async function startServices(settings: Settings, dataDir: string): Promise<void> {
  const postgres = async () => {
    if (!settings.embedsPostgres) return;
    const service = await startEmbeddedPostgres({ dataDir });
    shutdown.add({ name: "PostgreSQL", stop: service.stop, urgently: service.kill });
    process.env.DATABASE_URL = service.url;
    process.env.DEMO ||= "1";
  };
  const meilisearch = async () => {
    if (!settings.embedsMeilisearch) return;
    const service = await startEmbeddedMeilisearch({ dataDir });
    shutdown.add({ name: "Meilisearch", stop: service.stop, urgently: service.kill });
    process.env.MEILI_URL = service.url;
    process.env.MEILI_KEY = service.key;
  };
  await Promise.all([postgres(), meilisearch()]);
}

/**
 * A demonstration without Stripe's keys talks to a stand-in of Stripe. Only where one process does
 * everything: two would have two of them.
 */
async function startStandIn(
  settings: Settings,
  dataDir: string,
): Promise<StripeStandIn | undefined> {
  const { env } = process;
  if (env.STRIPE_SECRET_KEY || env.DEMO !== "1" || settings.role !== "all") return;
  const standIn = await startStripeStandIn({
    deliver: deliverTo(() => `http://127.0.0.1:${env.PORT}/api/webhooks/stripe`),
    publicUrl: () => (env.APP_URL || `http://localhost:${env.PORT}`).replace(/\/$/, ""),
    stateFile: path.join(dataDir, "stripe-stand-in.json"),
  });
  shutdown.add({ name: "stand-in of Stripe", stop: standIn.stop });
  env.STRIPE_SECRET_KEY = standIn.secretKey;
  env.STRIPE_WEBHOOK_SECRET = standIn.webhookSecret;
  env.STRIPE_API_BASE = standIn.url;
  // Transfers are played too: an account that nobody can mistake for a real one.
  env.BANK_ACCOUNT_NAME ||= "示例收款账户（演示，请勿汇款）";
  env.BANK_ACCOUNT_NUMBER ||= "0000 0000 0000 0000";
  env.BANK_NAME ||= "示例银行";
  return standIn;
}

/** Loads the application, which reads the environment, and opens it to requests, sockets and jobs. */
async function serve(
  settings: Settings,
  http: MarketServer | undefined,
  standIn: StripeStandIn | undefined,
  releaseLoader: () => Promise<void>,
): Promise<void> {
  const [{ loadBuild, loadDevBuild }, { createRealtimeServer }, { createExpressApp }] =
    await Promise.all([
      import("./app-build.ts"),
      import("./realtime-server.ts"),
      import("./express-app.ts"),
    ]);
  await releaseLoader();
  const vite = settings.isDev && http ? await startVite(http) : undefined;
  const app = vite ? await loadDevBuild(vite) : await loadBuild();
  shutdown.add({ name: "application", stop: () => app.runtime.close() });

  const shared = settings.embedsPostgres ? undefined : process.env.DATABASE_URL;
  const realtime = await createRealtimeServer(http?.server, shared);
  await app.runtime.attachRealtime(realtime.io);
  const jobs = settings.role === "web" ? undefined : await app.runtime.startJobs();
  if (jobs) shutdown.add({ name: "jobs", stop: () => jobs.stop() });
  if (http) {
    http.open(
      createExpressApp(app, { vite, jobs, standIn, isStopping: () => shutdown.isStopping }),
    );
  }
  shutdown.add({
    name: "requests and sockets",
    stop: async () => void (await Promise.all([http?.close(DRAIN_MS), realtime.close()])),
  });
}

async function startVite(http: MarketServer): Promise<ViteDevServer> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: http.server } },
  });
  shutdown.add({ name: "Vite", stop: () => vite.close() });
  return vite;
}

function announce(text: string): void {
  process.stdout.write(`${text}\n`);
}

// Named to Node directly, with a loader of its own.
if (process.argv[1] === fileURLToPath(import.meta.url)) await runMarket(async () => {});
