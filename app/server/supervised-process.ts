import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./friendly-errors.ts";
import { tailOf } from "./local-process.ts";

export interface ProcessPlan {
  /** Shown to people: "PostgreSQL". */
  name: string;
  command: string;
  args: string[];
  options: SpawnOptions;
  logFile: string;
  stopSignal: NodeJS.Signals;
  killSignal: NodeJS.Signals;
  /** Milliseconds the process may take to answer after its start (crash recovery included). */
  patienceMs: number;
  /** Resolves true as soon as the process serves requests. */
  isReady(): Promise<boolean>;
  onStarted?(pid: number): void;
}

export interface SupervisedProcess {
  pid(): number | undefined;
  stop(): Promise<void>;
  /** Ends it without ceremony; its own crash recovery repairs what is left. */
  kill(): void;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const RESTART_DELAYS_MS = [500, 1000, 2000, 5000, 10_000, 30_000];

/**
 * Starts a child process, waits until it is ready, and starts it again when it dies on its own.
 * A first start that ends early is tried again for some seconds: a predecessor that was killed may
 * still hold the data. Throws StartError with the end of its log when it does not come up.
 */
export async function startSupervised(plan: ProcessPlan): Promise<SupervisedProcess> {
  if (sizeOf(plan.logFile) > LOG_LIMIT_BYTES) fs.truncateSync(plan.logFile);
  let child: ChildProcess | undefined;
  let stopping = false;
  let deaths = 0;

  function launch(): ChildProcess {
    const log = fs.openSync(plan.logFile, "a", 0o600);
    // Its own process group: Ctrl-C in the terminal must reach us only, and we stop it in order.
    const started = spawn(plan.command, plan.args, {
      ...plan.options,
      detached: true,
      stdio: ["ignore", log, log],
    });
    fs.closeSync(log);
    started.on("error", (error) => fs.appendFileSync(plan.logFile, `${error.message}\n`));
    if (started.pid) plan.onStarted?.(started.pid);
    return started;
  }

  function watch(watched: ChildProcess) {
    watched.once("exit", async () => {
      if (stopping) return;
      const delay = RESTART_DELAYS_MS[Math.min(deaths, RESTART_DELAYS_MS.length - 1)] ?? 0;
      deaths += 1;
      process.stderr.write(`${plan.name} ended unexpectedly; starting it again in ${delay} ms.\n`);
      await sleep(delay);
      if (stopping) return;
      child = launch();
      watch(child);
      if (await waitUntilReady(plan, child)) deaths = 0;
    });
  }

  const deadline = performance.now() + Math.min(plan.patienceMs, 20_000);
  for (;;) {
    child = launch();
    if (await waitUntilReady(plan, child)) break;
    if (!hasEnded(child)) {
      child.kill("SIGKILL");
    } else if (performance.now() < deadline) {
      await sleep(500);
      continue;
    }
    throw new StartError(describeFailure(plan));
  }
  watch(child);

  return {
    pid: () => child?.pid,
    async stop() {
      stopping = true;
      if (!child || hasEnded(child)) return;
      const ended = new Promise<void>((resolve) => child?.once("exit", () => resolve()));
      child.kill(plan.stopSignal);
      const forced = setTimeout(() => child?.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(forced);
    },
    kill() {
      stopping = true;
      child?.kill(plan.killSignal);
    },
  };
}

async function waitUntilReady(plan: ProcessPlan, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + plan.patienceMs;
  while (performance.now() < deadline && !hasEnded(child)) {
    if (await plan.isReady()) return true;
    await sleep(25);
  }
  return false;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function describeFailure(plan: ProcessPlan): string {
  return `${plan.name} did not start. The end of ${plan.logFile}:\n${tailOf(plan.logFile)}`;
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
