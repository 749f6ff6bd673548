import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export interface MarketProcess {
  child: ChildProcess;
  url: string;
  /** All that it printed so far. */
  output(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** The same for a market that ought to end: it is killed after a minute. */
  end(): Promise<number | string>;
}

/** A first start builds, seeds and fills the index. */
const READY_PATIENCE_MS = 180_000;
const END_PATIENCE_MS = 60_000;

/** Runs `npm start` as it is, with these settings on top of the environment. */
export function startMarket(env: Record<string, string>): MarketProcess {
  const child = spawn(process.execPath, ["app/server/start.mjs"], {
    env: { ...withoutTestSettings(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  const end = async () => {
    const late = setTimeout(() => child.kill("SIGKILL"), END_PATIENCE_MS);
    const code = await ended;
    clearTimeout(late);
    return code;
  };
  return { child, url: `http://localhost:${env.PORT}`, output: () => output, ended, end };
}

/** Waits until GET /health answers `ready`. @throws Error with the output when the market ends before. */
export async function waitUntilReady(market: MarketProcess): Promise<void> {
  const deadline = performance.now() + READY_PATIENCE_MS;
  while (performance.now() < deadline) {
    if (market.child.exitCode !== null || market.child.signalCode !== null) break;
    const answer = await fetch(`${market.url}/health`).catch(() => null);
    if (answer?.ok && ((await answer.json()) as { status: string }).status === "ready") return;
    await sleep(100);
  }
  throw new Error(`The market did not become ready:\n${market.output()}`);
}

/** Settings of a test run must not reach a market that a test starts. */
function withoutTestSettings(): NodeJS.ProcessEnv {
  const names = ["DATABASE_URL", "MEILI_URL", "MEILI_KEY", "MEILI_PREFIX", "DATA_DIR", "APP_URL"];
  names.push("APP_SECRET", "DEMO", "LOG_LEVEL", "PORT", "VITEST", "NODE_OPTIONS");
  const kept = Object.entries(process.env).filter(([name]) => !names.includes(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production" };
}
