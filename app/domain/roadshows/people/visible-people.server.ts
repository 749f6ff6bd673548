import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";

/** States in which a project is on the programme or was. */
export const PROGRAMME_STATES = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
];

type Viewer = { id: string; roadshowId: string; ndaAcceptedAt: Date | null };

export type Presented = {
  participantId: string;
  projectId: string;
  number: number;
  title: string;
  side: string;
  fieldCodes: string[];
  isConfidential: boolean;
};

/** Projects on the programme with the participant who presents each. */
export async function findPresented(db: DbOrTx, roadshowId: string): Promise<Presented[]> {
  return db.$queryRaw<Presented[]>`
    SELECT person.id AS "participantId", project.id AS "projectId", project.number, project.title,
      project.side, project."fieldCodes", project.confidentiality = 'NDA_SESSION' AS "isConfidential"
    FROM "RoadshowProject" AS project
    JOIN "RoadshowParticipant" AS person ON person."roadshowId" = project."roadshowId"
      AND person."userId" = coalesce(project."presenterUserId", project."createdById")
    WHERE project."roadshowId" = ${roadshowId}::uuid AND project.state = ANY(${PROGRAMME_STATES})
    ORDER BY project.number`;
}

/** Fields of a participant with those of what it presents. */
export function fieldsOf(
  person: { id: string; fieldCodes: readonly string[] },
  presented: readonly Presented[],
): string[] {
  const shown = presented.filter((one) => one.participantId === person.id);
  return [...new Set([...person.fieldCodes, ...shown.flatMap((one) => one.fieldCodes)])];
}

/** What of them a participant may know: confidential ones only after the undertaking. */
export const knownTo = (viewer: Pick<Viewer, "ndaAcceptedAt">, presented: readonly Presented[]) =>
  presented.filter((one) => !one.isConfidential || viewer.ndaAcceptedAt !== null);

/**
 * Whom a participant sees: who agreed to be listed, who presents a project that it knows, and the other
 * side of its own meetings.
 */
export function visibleTo(
  viewer: Viewer,
  presented: readonly Presented[],
): Prisma.RoadshowParticipantWhereInput {
  return {
    roadshowId: viewer.roadshowId,
    state: "REGISTERED",
    userId: { not: null },
    id: { not: viewer.id },
    OR: [
      { isListed: true },
      { id: { in: knownTo(viewer, presented).map((one) => one.participantId) } },
      { meetingsFrom: { some: { toId: viewer.id } } },
      { meetingsTo: { some: { fromId: viewer.id } } },
    ],
  };
}
