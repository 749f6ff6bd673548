import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { readOrCreateSecret } from "./data-folder.ts";
import { StartError } from "./friendly-errors.ts";
import {
  bareEnvironment,
  commandLineOf,
  endProcess,
  findFreePort,
  isAlive,
  readNumber,
  tailOf,
} from "./local-process.ts";
import {
  type Account,
  findUnprivilegedAccount,
  isReachable,
  preparePostgresBinaries,
} from "./postgres-binaries.ts";
import { type SupervisedProcess, startSupervised } from "./supervised-process.ts";

export interface EmbeddedPostgres extends SupervisedProcess {
  /** Connection string of the market's database; over the Unix socket where the path is short enough. */
  url: string;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** Extra server settings, e.g. `{ fsync: "off" }` for tests. */
  settings?: Record<string, string>;
}

const DATABASE = "market";
const MAX_SOCKET_PATH_BYTES = 100;

/** Sized for a small machine: the market, its jobs and its sockets share about 60 connections. */
const SETTINGS: Record<string, string> = {
  max_connections: "80",
  shared_buffers: "96MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  lc_messages: "C",
};

/**
 * Starts PostgreSQL with its data in DATA_DIR/postgres, creating the cluster at the first start.
 * As root the server runs as `nobody`. A server left by a killed run is ended first.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const account = findUnprivilegedAccount();
  const native = preparePostgresBinaries(account);
  const room = prepareRoom(options.dataDir, account);
  const cluster = path.join(room, "cluster");
  const logFile = path.join(options.dataDir, "logs", "postgres.log");
  const password = readOrCreateSecret(path.join(room, "password"));
  giveTo(account, path.join(room, "password"));

  if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) {
    createCluster({ native, room, cluster, account, logFile });
  }
  await endLeftover(cluster);

  const portFile = path.join(room, "port");
  const port = await findFreePort(readNumber(portFile));
  fs.writeFileSync(portFile, `${port}\n`);
  const socketDir = Buffer.byteLength(room) <= MAX_SOCKET_PATH_BYTES ? room : "";
  const urlOf = (database: string) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${database}${
      socketDir ? `?host=${encodeURIComponent(socketDir)}` : ""
    }`;

  const settings = { ...SETTINGS, ...options.settings, unix_socket_directories: socketDir };
  const server = await startSupervised({
    name: "PostgreSQL",
    command: path.join(native, "bin", "postgres"),
    args: [
      ...["-D", cluster, "-p", String(port), "-h", "127.0.0.1"],
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    options: { cwd: "/", env: bareEnvironment({ LC_ALL: "C", TZ: "UTC" }), ...account },
    logFile,
    stopSignal: "SIGINT",
    killSignal: "SIGQUIT",
    patienceMs: 120_000,
    isReady: () => canConnect(urlOf("postgres")),
  });
  await createDatabase(urlOf("postgres"));
  return { ...server, url: urlOf(DATABASE) };
}

/**
 * DATA_DIR/postgres holds everything of the database. Where the server's account cannot reach
 * DATA_DIR (root, below /root), the place becomes a link to a folder under /var/lib.
 */
function prepareRoom(dataDir: string, account: Account | undefined): string {
  const place = path.join(dataDir, "postgres");
  if (!fs.existsSync(place)) {
    fs.rmSync(place, { force: true }); // A link whose target is gone.
    if (account && !isReachable(dataDir, account)) {
      fs.mkdirSync("/var/lib/grand-market", { recursive: true, mode: 0o711 });
      fs.symlinkSync(fs.mkdtempSync("/var/lib/grand-market/postgres-"), place);
    } else {
      fs.mkdirSync(place, { mode: 0o700 });
    }
  }
  const room = fs.realpathSync(place);
  fs.chmodSync(room, 0o700);
  giveTo(account, room);
  return room;
}

/** The cluster appears under its final name only when it is complete. */
function createCluster(plan: {
  native: string;
  room: string;
  cluster: string;
  account: Account | undefined;
  logFile: string;
}) {
  const unfinished = path.join(plan.room, "cluster.new");
  fs.rmSync(unfinished, { recursive: true, force: true });
  const log = fs.openSync(plan.logFile, "a", 0o600);
  // --locale=C would silently give empty trigrams for Chinese text.
  const flags = ["--encoding=UTF8", "--locale-provider=builtin"];
  flags.push("--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--auth=scram-sha-256");
  flags.push("--username=postgres", `--pwfile=${path.join(plan.room, "password")}`);
  const done = spawnSync(path.join(plan.native, "bin", "initdb"), ["-D", unfinished, ...flags], {
    cwd: "/",
    env: bareEnvironment({ LC_ALL: "C", TZ: "UTC" }),
    stdio: ["ignore", log, log],
    ...plan.account,
  });
  fs.closeSync(log);
  if (done.error) throw done.error;
  if (done.status !== 0) {
    throw new StartError(
      `The database could not be created. The end of ${plan.logFile}:\n${tailOf(plan.logFile)}`,
    );
  }
  fs.renameSync(unfinished, plan.cluster);
}

/** After a kill -9 of this program the server lives on: it is ours, and is asked to stop. */
async function endLeftover(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, "postmaster.pid");
  const pid = readNumber(pidFile);
  if (!pid) return;
  if (isAlive(pid) && commandLineOf(pid).includes(cluster)) await endProcess(pid, "SIGINT", 10_000);
  else if (isAlive(pid)) fs.rmSync(pidFile, { force: true }); // The id now belongs to another program.
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42P04") throw error; // It exists.
  } finally {
    await client.end();
  }
}

function giveTo(account: Account | undefined, file: string): void {
  if (account) fs.chownSync(file, account.uid, account.gid);
}
