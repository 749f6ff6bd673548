import type { DbOrTx } from "~/platform/db.server";
import type { LeadReason } from "./lead-schema";
import { meetingSides } from "./meeting-sides-sql.server";

/** A participant who has something to do with a project, and why. */
export type LeadSource = {
  projectId: string;
  participantId: string;
  /** Of the project. */
  organisationId: string;
  reasons: Set<LeadReason>;
};

type Row = {
  projectId: string;
  participantId: string;
  organisationId: string;
  reason: LeadReason;
};

/**
 * Everything at an event that leaves a lead, by project and participant. Nobody is a lead of one's own
 * organisation's project. A meeting counts where one of the two sides pitches (`meetingSides`); a signing
 * that both sides have confirmed for who signed for the other side, else its first participant. Cards of
 * people who are not coming any more, and whatever was about a project that was withdrawn, leave none.
 */
export async function findLeadSources(
  db: DbOrTx,
  roadshowId: string,
): Promise<Map<string, LeadSource>> {
  const rows = await db.$queryRaw<Row[]>`
    WITH found AS (
      SELECT c."projectId", c."participantId", c.kind AS reason
      FROM "RoadshowCard" c JOIN "RoadshowProject" p ON p.id = c."projectId"
      JOIN "RoadshowParticipant" x ON x.id = c."participantId" AND x.state <> 'CANCELLED'
      WHERE p."roadshowId" = ${roadshowId}::uuid AND c."withdrawnAt" IS NULL
      UNION
      SELECT held."projectId", held.other, 'MEETING' FROM (${meetingSides([roadshowId])}) held
      UNION
      SELECT p.id, who.id, 'SIGNING'
      FROM "RoadshowSigning" s
      JOIN "RoadshowProject" p ON p.id = s."projectId"
      CROSS JOIN LATERAL (
        SELECT x.id FROM "RoadshowParticipant" x
        WHERE x."roadshowId" = s."roadshowId" AND x.state <> 'CANCELLED'
          AND x."organisationId" = CASE WHEN p."organisationId" = s."supplyOrganisationId"
            THEN s."demandOrganisationId" ELSE s."supplyOrganisationId" END
        ORDER BY (x."userId" = CASE WHEN p."organisationId" = s."supplyOrganisationId"
          THEN s."demandConfirmedById" ELSE s."supplyConfirmedById" END) DESC NULLS LAST, x.number
        LIMIT 1) who
      WHERE s."roadshowId" = ${roadshowId}::uuid AND s."withdrawnAt" IS NULL
        AND s."supplyConfirmedAt" IS NOT NULL AND s."demandConfirmedAt" IS NOT NULL
        AND p."organisationId" IN (s."supplyOrganisationId", s."demandOrganisationId"))
    SELECT found."projectId", found."participantId", found.reason, p."organisationId"
    FROM found
    JOIN "RoadshowProject" p ON p.id = found."projectId"
    JOIN "RoadshowParticipant" x ON x.id = found."participantId"
    WHERE x."roadshowId" = ${roadshowId}::uuid AND p.state <> 'WITHDRAWN'
      AND x."organisationId" IS DISTINCT FROM p."organisationId"
      AND (x."userId" IS NULL
        OR x."userId" <> coalesce(p."presenterUserId", p."createdById"))
    ORDER BY p.number, x.number`;
  const sources = new Map<string, LeadSource>();
  for (const { reason, ...row } of rows) {
    const pair = `${row.projectId}:${row.participantId}`;
    const source = sources.get(pair) ?? { ...row, reasons: new Set<LeadReason>() };
    source.reasons.add(reason);
    sources.set(pair, source);
  }
  return sources;
}
