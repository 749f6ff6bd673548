import type { DbOrTx } from "~/platform/db.server";
import { HELD_BACK_TO } from "./contract-figure-rules";

export type RoadshowFigures = {
  /** Events that were reported, and the projects that were on their stages. */
  events: number;
  pitches: number;
  /** Contracts that are registered and whose room came from a lead of a roadshow. */
  registrations: number;
  /** Null: held back, because one or two contracts could be made out. */
  totalFen: bigint | null;
};

/** Public figures of roadshows. */
export async function readRoadshowFigures(db: DbOrTx): Promise<RoadshowFigures> {
  const [row] = await db.$queryRaw<
    { events: number; pitches: number; registrations: number; total: string }[]
  >`
    WITH held AS (
      SELECT id FROM "Roadshow" WHERE state IN ('REPORTED', 'FOLLOW_UP', 'CLOSED')),
    registered AS (
      SELECT r."totalFen" FROM "Registration" r JOIN "Deal" d ON d.id = r."dealId"
      WHERE d.origin = 'ROADSHOW' AND r."registrationNo" IS NOT NULL
        AND r.state NOT IN ('CANCELLED', 'REVOKED'))
    SELECT (SELECT count(*)::int FROM held) AS events,
      (SELECT count(*)::int FROM "RoadshowProject" p JOIN held ON held.id = p."roadshowId"
        WHERE p."presentedAt" IS NOT NULL) AS pitches,
      (SELECT count(*)::int FROM registered) AS registrations,
      (SELECT coalesce(sum("totalFen"), 0)::text FROM registered) AS total`;
  const registrations = row?.registrations ?? 0;
  const isHeldBack = registrations > 0 && registrations <= HELD_BACK_TO;
  return {
    events: row?.events ?? 0,
    pitches: row?.pitches ?? 0,
    registrations,
    totalFen: isHeldBack ? null : BigInt(row?.total ?? 0),
  };
}
