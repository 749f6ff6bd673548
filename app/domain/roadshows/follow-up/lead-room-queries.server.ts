import type { DbOrTx } from "~/platform/db.server";

export type LeadRoom = { leadId: string; projectId: string; dealId: string };

/**
 * The rooms that leads of these events led to. Where the two sides had a room about the same matter
 * already, the lead has none of its own: the room stands in the evidence of its move.
 */
export function listLeadRooms(
  db: DbOrTx,
  of: { roadshowIds: readonly string[] } | { leadIds: readonly string[] },
): Promise<LeadRoom[]> {
  const events = "roadshowIds" in of ? [...of.roadshowIds] : [];
  const leads = "leadIds" in of ? [...of.leadIds] : [];
  return db.$queryRaw<LeadRoom[]>`
    SELECT DISTINCT lead.id AS "leadId", lead."projectId",
      coalesce(own.id, other.id) AS "dealId"
    FROM "RoadshowLead" lead
    LEFT JOIN "Deal" own ON own."roadshowLeadId" = lead.id
    LEFT JOIN "ProcedureMove" move ON move.procedure = 'roadshow-lead'
      AND move."subjectId" = lead.id AND move.move = 'openRoom'
    LEFT JOIN "Deal" other ON other.id = (move.evidence->'input'->>'dealId')::uuid
    WHERE (lead."roadshowId" = ANY(${events}::uuid[]) OR lead.id = ANY(${leads}::uuid[]))
      AND coalesce(own.id, other.id) IS NOT NULL`;
}

/** The room of a lead, or null while there is none. */
export async function findRoomOfLead(db: DbOrTx, leadId: string): Promise<string | null> {
  const [room] = await listLeadRooms(db, { leadIds: [leadId] });
  return room?.dealId ?? null;
}
