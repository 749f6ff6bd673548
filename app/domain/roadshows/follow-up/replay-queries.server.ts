import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { assertOrganiser, findRoadshowAccess } from "../events/roadshow-access.server";
import { listStandingConsents, mayReplay } from "./consent-queries.server";
import { PRESENTED_STATES } from "./follow-up-schema";

export type Replay = { id: string; title: string; url: string; createdAt: Date };

export type ReplayProject = {
  id: string;
  number: number;
  title: string;
  organisationName: string;
  isConfidential: boolean;
  recording: boolean | null;
  replay: boolean | null;
  isShown: boolean;
  replays: Replay[];
};

async function readProjects(db: DbOrTx, roadshowId: string): Promise<ReplayProject[]> {
  const projects = await db.roadshowProject.findMany({
    where: {
      roadshowId,
      OR: [
        { state: { in: ["CONFIRMED", "MATERIALS_OK", ...PRESENTED_STATES] } },
        { replays: { some: {} } },
      ],
    },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      confidentiality: true,
      organisation: { select: { legalName: true } },
      replays: {
        where: { removedAt: null },
        orderBy: { createdAt: "asc" },
        select: { id: true, title: true, url: true, createdAt: true },
      },
    },
  });
  const standing = await listStandingConsents(
    db,
    projects.map((one) => one.id),
  );
  return projects.map(({ organisation, confidentiality, ...project }) => {
    const consents = standing.get(project.id);
    return {
      ...project,
      organisationName: organisation.legalName,
      isConfidential: confidentiality !== "PUBLIC",
      recording: consents?.get("RECORDING")?.isGiven ?? null,
      replay: consents?.get("REPLAY")?.isGiven ?? null,
      isShown: mayReplay({ confidentiality }, consents),
    };
  });
}

/** Projects of an event with their consents and recordings, for its organiser. @throws "not_found" (404) */
export async function listReplayProjects(
  roadshowId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<ReplayProject[]> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  await assertOrganiser(db, roadshowId, actor);
  return readProjects(db, roadshowId);
}

/**
 * The recordings that everybody may see now: only where both consents of the presenter stand, never of a
 * confidential session. What is taken back is gone with the next request.
 * @throws DomainError "not_found" (404)
 */
export async function listPublicReplays(
  number: number,
  actor: Actor | null,
  db: DbOrTx,
): Promise<{ title: string; projects: ReplayProject[] }> {
  const { roadshow } = await findRoadshowAccess(db, { number }, actor);
  const projects = await readProjects(db, roadshow.id);
  return {
    title: roadshow.title,
    projects: projects.filter((one) => one.isShown && one.replays.length > 0),
  };
}
