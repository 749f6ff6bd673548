import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { assertDay } from "./day-access.server";
import { SIGNINGS_HREF } from "./signing-href";
import type { SigningKind } from "./signing-schema";

/** Also after the report, for what was signed in the last minutes. */
export const SIGNING_STATES = ["LIVE", "MATCHING", "REPORTED"];

/**
 * Writes down what two organisations say to have signed on the spot; both are asked to confirm it.
 * @returns id of the row
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "signing_organisation" at a side,
 * "signing_same" at the demand side, "signing_project" at the project's number
 */
export async function addSigning(
  roadshowId: string,
  input: {
    title: string;
    kind: SigningKind;
    supply: string;
    demand: string;
    projectNumber?: number | undefined;
    amountFen: number | null;
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { roadshow } = await assertOrganiser(tx, roadshowId, actor);
    assertDay(roadshow.state, SIGNING_STATES);
    await lockRoadshow(tx, roadshowId);
    const supplyOrganisationId = await organisationOf(tx, input.supply, "supply");
    const demandOrganisationId = await organisationOf(tx, input.demand, "demand");
    if (supplyOrganisationId === demandOrganisationId) {
      throw new DomainError("signing_same", { field: "demand" });
    }
    const projectId = await projectOf(tx, roadshowId, input.projectNumber, [
      supplyOrganisationId,
      demandOrganisationId,
    ]);
    const id = newId();
    const { title, kind, amountFen } = input;
    await tx.roadshowSigning.create({
      data: {
        id,
        roadshowId,
        projectId,
        title,
        kind,
        supplyOrganisationId,
        demandOrganisationId,
        amountFen: amountFen === null ? null : BigInt(amountFen),
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    for (const organisationId of [supplyOrganisationId, demandOrganisationId]) {
      await notify(tx, {
        userIds: await listPublisherIds(tx, organisationId),
        kind: "roadshowSigningAsked",
        params: { title, roadshow: roadshow.title },
        href: SIGNINGS_HREF,
        dedupeKey: `roadshowSigningAsked:${id}:${organisationId}`,
      });
    }
    await appendAudit(tx, actor, {
      action: "roadshow.signing-added",
      subjectType: "RoadshowSigning",
      subjectId: id,
      detail: { roadshowId, kind },
    });
    return id;
  });
}

/** An organisation by its credit code or whole legal name; a part of the name when only one has it. */
async function organisationOf(tx: Tx, text: string, field: string): Promise<string> {
  const exact = await tx.organisation.findFirst({
    where: { OR: [{ uscc: text.toUpperCase() }, { legalName: text }] },
    select: { id: true },
  });
  if (exact) return exact.id;
  const near = await tx.organisation.findMany({
    where: { legalName: { contains: text } },
    take: 2,
    select: { id: true },
  });
  const [only] = near;
  if (near.length !== 1 || !only) throw new DomainError("signing_organisation", { field });
  return only.id;
}

/** A project of the event that one of the two sides has pitched. */
async function projectOf(
  tx: Tx,
  roadshowId: string,
  number: number | undefined,
  organisationIds: readonly string[],
): Promise<string | null> {
  if (number === undefined) return null;
  const project = await tx.roadshowProject.findUnique({
    where: { roadshowId_number: { roadshowId, number } },
    select: { id: true, organisationId: true },
  });
  if (!project || !organisationIds.includes(project.organisationId)) {
    throw new DomainError("signing_project", { field: "projectNumber" });
  }
  return project.id;
}
