import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { consentHash } from "./consent-hash.server";
import { CONSENT_KINDS, type ConsentKind } from "./consent-schema";
import { consentText } from "./consent-text";
import { getPresentedProject } from "./own-project-access.server";

export type ConsentState = {
  kind: ConsentKind;
  text: string;
  textHash: string;
  /** The answer that counts now; null while none was given. */
  isGiven: boolean | null;
  answeredAt: Date | null;
};

/** Answers that count now, the latest of each kind, by project. */
export async function listStandingConsents(
  db: DbOrTx,
  projectIds: readonly string[],
): Promise<Map<string, Map<ConsentKind, { isGiven: boolean; createdAt: Date }>>> {
  const rows = await db.roadshowConsent.findMany({
    where: { projectId: { in: [...projectIds] } },
    // Times of two answers can be the same; ids grow.
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { projectId: true, kind: true, isGiven: true, createdAt: true },
  });
  const found = new Map<string, Map<ConsentKind, { isGiven: boolean; createdAt: Date }>>();
  for (const { projectId, kind, ...answer } of rows) {
    const known = found.get(projectId) ?? new Map<ConsentKind, typeof answer>();
    known.set(kind as ConsentKind, answer);
    found.set(projectId, known);
  }
  return found;
}

/** Whether a project's recording may be shown: both consents stand, and nothing in it is confidential. */
export function mayReplay(
  project: { confidentiality: string },
  consents: ReadonlyMap<ConsentKind, { isGiven: boolean }> | undefined,
): boolean {
  return (
    project.confidentiality === "PUBLIC" &&
    CONSENT_KINDS.every((kind) => consents?.get(kind)?.isGiven === true)
  );
}

/** Words of the event that a consent names. */
export async function readConsentFacts(db: DbOrTx, projectId: string) {
  const project = await db.roadshowProject.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      title: true,
      roadshow: { select: { title: true, organisation: { select: { legalName: true } } } },
    },
  });
  const { roadshow } = project;
  return {
    event: roadshow.title,
    project: project.title,
    organiser: roadshow.organisation.legalName,
  };
}

/**
 * Both consents of a project for the person who presents it; where no account is named, for who handed
 * it in. Image and voice are nobody else's to give.
 * @throws DomainError "not_found" (404)
 */
export async function getConsents(projectId: string, actor: UserActor, db: DbOrTx) {
  const project = await getPresentedProject(db, projectId, actor);
  const mayAnswer = (project.presenterUserId ?? project.createdById) === actor.userId;
  const facts = await readConsentFacts(db, projectId);
  const standing = (await listStandingConsents(db, [projectId])).get(projectId);
  const consents = CONSENT_KINDS.map((kind): ConsentState => {
    const answer = standing?.get(kind);
    return {
      kind,
      text: consentText(kind, facts),
      textHash: consentHash(projectId, kind, facts),
      isGiven: answer?.isGiven ?? null,
      answeredAt: answer?.createdAt ?? null,
    };
  });
  return { project, consents, mayAnswer };
}

/** @throws DomainError "not_found" (404) for others, "forbidden" (403) for colleagues */
export async function assertPresenter(db: DbOrTx, projectId: string, actor: UserActor) {
  const project = await getPresentedProject(db, projectId, actor);
  if ((project.presenterUserId ?? project.createdById) !== actor.userId) {
    throw new DomainError("forbidden", { status: 403 });
  }
  return project;
}
