import { Prisma } from "#prisma/client/client";

/**
 * Held meetings with the projects they are about and the participant of the other side ("meetingId",
 * "projectId", other). The project's side is who presents it or handed it in, or a colleague of its
 * organisation. A meeting that names no project is about what one of the two presents, else about the
 * first project on the programme of that person's organisation. None comes of a meeting at which neither
 * side pitches, or of one that names a project of neither side.
 */
export function meetingSides(roadshowIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT ranked."meetingId", ranked."projectId", ranked.other FROM (
      SELECT m.id AS "meetingId", p.id AS "projectId", side.other,
        rank() OVER (PARTITION BY m.id, side.own ORDER BY CASE
          WHEN coalesce(p."presenterUserId", p."createdById") = own."userId" THEN 0
          ELSE p.number END) AS place
      FROM "RoadshowMeeting" m
      CROSS JOIN LATERAL (VALUES (m."fromId", m."toId"), (m."toId", m."fromId")) side(own, other)
      JOIN "RoadshowParticipant" own ON own.id = side.own
      JOIN "RoadshowParticipant" other ON other.id = side.other
      JOIN "RoadshowProject" p ON p."roadshowId" = m."roadshowId"
        AND (p."organisationId" = own."organisationId"
          OR own."userId" IN (p."presenterUserId", p."createdById"))
        AND p."organisationId" IS DISTINCT FROM other."organisationId"
        AND (p.id = m."projectId" OR m."projectId" IS NULL AND p.state IN ('CONFIRMED',
          'MATERIALS_OK', 'PRESENTED', 'NO_SHOW', 'MEETINGS', 'INTENTION', 'CONTRACT',
          'REGISTERED', 'DROPPED'))
      WHERE m."roadshowId" = ANY(${[...roadshowIds]}::uuid[]) AND m.state = 'HELD') ranked
    WHERE ranked.place = 1`;
}
