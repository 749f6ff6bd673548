import type { RequestHandler } from "express";
import type { MarketRuntime, RunningJobs } from "./app-build.ts";

/** Pages work without these: search answers from PostgreSQL, and jobs wait in it. */
const DISPENSABLE = new Set(["search", "jobs"]);
const PATIENCE_MS = 5000;

/**
 * GET /health: `ready`, `degraded` (200; a part is missing that pages can do without) or `unavailable`
 * (503), with the state of every part.
 */
export function healthHandler(
  runtime: MarketRuntime,
  jobs: RunningJobs | undefined,
  isStopping: () => boolean,
): RequestHandler {
  return async (_req, res) => {
    res.setHeader("Cache-Control", "no-store");
    if (isStopping()) {
      res.status(503).json({ status: "stopping" });
      return;
    }
    const parts = await checkInTime(runtime);
    if (jobs) parts.jobs = { ok: jobs.isWorking() };
    const missing = Object.entries(parts).filter(([, part]) => !part.ok);
    const isDown = missing.some(([name]) => !DISPENSABLE.has(name));
    const status = missing.length === 0 ? "ready" : isDown ? "unavailable" : "degraded";
    res.status(isDown ? 503 : 200).json({
      status,
      ...(missing.length > 0 && { missing: missing.map(([name]) => name) }),
      parts,
    });
  };
}

async function checkInTime(
  runtime: MarketRuntime,
): Promise<Record<string, { ok: boolean; detail?: string }>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, { ok: boolean; detail?: string }>>((resolve) => {
    timer = setTimeout(
      () => resolve({ health: { ok: false, detail: `no answer within ${PATIENCE_MS} ms` } }),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([runtime.checkHealth(), late]);
  } catch (error) {
    return { health: { ok: false, detail: error instanceof Error ? error.message : "failed" } };
  } finally {
    clearTimeout(timer);
  }
}
