import type { Server } from "socket.io";
import { startJobs } from "./jobs/runner.server";
import { closeDb, getDb } from "./platform/db.server";
import { logger } from "./platform/logger.server";
import { checkSearch } from "./platform/search.server";
import { checkStorage } from "./platform/storage.server";
import { attachRealtime } from "./realtime/attach.server";

export type HealthReport = Record<string, { ok: boolean; detail?: string }>;

async function probe(check: () => Promise<unknown>): Promise<{ ok: boolean; detail?: string }> {
  try {
    await check();
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message.slice(0, 200) : "failed" };
  }
}

/**
 * What the Express server needs from the built application. It is reached through the server build's
 * entry module, so that pages, jobs and sockets share one instance of everything.
 */
export const runtime = {
  logger,
  startJobs: () => startJobs(getDb(), logger),
  attachRealtime: (io: Server) => attachRealtime(io),
  async checkHealth(): Promise<HealthReport> {
    const [database, search, storage] = await Promise.all([
      probe(() => getDb().$queryRaw`SELECT 1`),
      probe(checkSearch),
      probe(checkStorage),
    ]);
    return { database, search, storage };
  },
  close: closeDb,
};
