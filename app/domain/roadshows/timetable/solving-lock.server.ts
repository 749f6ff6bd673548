import type { Tx } from "~/platform/db.server";

/** Whether another session solves the version; if not, nobody else begins to until this one ends. */
export async function isBeingSolved(session: Tx, planId: string): Promise<boolean> {
  const [lock] = await session.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`roadshows.solve:${planId}`}, 0)) AS "isMine"`;
  return lock?.isMine !== true;
}
