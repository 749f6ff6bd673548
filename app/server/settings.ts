import path from "node:path";
import { StartError } from "./friendly-errors.ts";

/** What the starter itself must know, before any part of the market is there. */
export interface Settings {
  isDev: boolean;
  role: "all" | "web" | "worker";
  port: number;
  host: string;
  dataDir: string;
  /** No DATABASE_URL (or MEILI_URL) given: the part is started by us. */
  embedsPostgres: boolean;
  embedsMeilisearch: boolean;
  /** Demo rows are wanted in an empty database. */
  wantsDemo: boolean;
}

/** @throws StartError naming the variable that is wrong. */
export function readSettings(argv: string[], env: NodeJS.ProcessEnv): Settings {
  const role = env.PROCESS || "all";
  if (role !== "all" && role !== "web" && role !== "worker") {
    throw new StartError(`PROCESS must be all, web or worker, not "${role}".`);
  }
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartError(`PORT must be a number from 0 to 65535, not "${env.PORT}".`);
  }
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    throw new StartError("DATABASE_URL must begin with postgresql://.");
  }
  const embedsPostgres = !env.DATABASE_URL;
  const embedsMeilisearch = !env.MEILI_URL;
  if (role !== "all" && (embedsPostgres || embedsMeilisearch || !env.APP_SECRET)) {
    throw new StartError(
      `PROCESS=${role} shares its services with other processes: set DATABASE_URL, MEILI_URL, MEILI_KEY and APP_SECRET.`,
    );
  }
  return {
    isDev: argv.includes("--dev"),
    role,
    port,
    host: env.HOST || "0.0.0.0",
    dataDir: path.resolve(env.DATA_DIR || ".data"),
    embedsPostgres,
    embedsMeilisearch,
    wantsDemo: env.SEED_DEMO ? env.SEED_DEMO === "1" : embedsPostgres,
  };
}
