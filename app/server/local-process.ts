import { spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** True when a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, or "" when it cannot be read: guards against recycled ids. */
export function commandLineOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.stdout ?? "";
  }
}

/**
 * Ends a process that an earlier, killed run left behind. `signal` asks for a clean stop;
 * after `patienceMs` it is killed.
 */
export async function endProcess(
  pid: number,
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in between.
    }
  };
  send(signal);
  const deadline = performance.now() + patienceMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      send("SIGKILL");
      await sleep(100);
      return;
    }
    await sleep(20);
  }
}

/** `preferred` when nothing listens there, else a port that the system picks. Loopback only. */
export async function findFreePort(preferred?: number): Promise<number> {
  for (const port of preferred ? [preferred, 0] : [0]) {
    const found = await new Promise<number | null>((resolve) => {
      const probe = net.createServer();
      probe.once("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        const chosen = typeof address === "object" && address ? address.port : null;
        probe.close(() => resolve(chosen));
      });
    });
    if (found) return found;
  }
  throw new Error("no free port on 127.0.0.1");
}

/** The number in a small file, or undefined when there is none. */
export function readNumber(file: string): number | undefined {
  try {
    const value = Number.parseInt(fs.readFileSync(file, "utf8"), 10);
    return Number.isInteger(value) && value > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The last lines of a log file, for an error message. */
export function tailOf(file: string, lines = 12): string {
  try {
    return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}

/** Settings of the machine (PGDATA, MEILI_… , LC_ALL …) must not leak into our own services. */
export function bareEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: process.env.PATH, ...extra };
}
