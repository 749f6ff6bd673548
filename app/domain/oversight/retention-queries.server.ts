import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { RETAINED, RETENTION_FLOOR_YEARS, type RetainedKind } from "./retention-rules";

export type RetentionLine = { kind: RetainedKind; rows: number; oldestAt: Date | null };

/** What is kept of trades, for how long, and how much there is. No code of the market deletes any of it. */
export async function getRetention(actor: Actor, db: DbOrTx) {
  assertCan(actor, "trade.watch");
  const parameter = await getPolicyNumber(db, "market.trade.retention_years");
  const lines: RetentionLine[] = [];
  for (const { kind, tables } of RETAINED) {
    let rows = 0;
    let oldestAt: Date | null = null;
    for (const { table, at } of tables) {
      // Names of tables and columns come from the list in retention-rules, never from outside.
      const [found] = await db.$queryRawUnsafe<{ rows: number; oldest: Date | null }[]>(
        `SELECT count(*)::int AS rows, ${at ? `min("${at}")` : "NULL::timestamptz"} AS oldest FROM "${table}"`,
      );
      rows += found?.rows ?? 0;
      if (found?.oldest && (!oldestAt || found.oldest < oldestAt)) oldestAt = found.oldest;
    }
    lines.push({ kind, rows, oldestAt });
  }
  return { years: Math.max(parameter, RETENTION_FLOOR_YEARS), floor: RETENTION_FLOOR_YEARS, lines };
}
