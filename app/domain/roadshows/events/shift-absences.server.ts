import type { Tx } from "~/platform/db.server";

/**
 * Hours in which people and presenters cannot come move with the days of the event: "not in the first
 * hour" is still said. Whom it does not fit any more is told and says so anew. The event is locked.
 */
export async function shiftAbsences(tx: Tx, roadshowId: string, days: number): Promise<void> {
  if (days === 0) return;
  for (const table of ["RoadshowParticipant", "RoadshowProject"] as const) {
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" SET unavailable = (
         SELECT jsonb_agg(jsonb_build_object(
           'from', to_char(((span->>'from')::timestamptz + $2::int * interval '1 day') AT TIME ZONE 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'to', to_char(((span->>'to')::timestamptz + $2::int * interval '1 day') AT TIME ZONE 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY place)
         FROM jsonb_array_elements(unavailable) WITH ORDINALITY AS said(span, place))
       WHERE "roadshowId" = $1::uuid AND jsonb_array_length(unavailable) > 0`,
      roadshowId,
      days,
    );
  }
}
