import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { nextVersion } from "./next-version.server";

/**
 * A new draft with the entries of a version, to be changed by hand.
 * @returns the id of the draft
 * @throws DomainError "not_found" (404), "plan_empty"
 */
export async function copyPlan(
  roadshowId: string,
  planId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    await assertOrganiser(tx, roadshowId, actor);
    const plan = await tx.roadshowPlan.findFirst({ where: { id: planId, roadshowId } });
    if (!plan) throw new DomainError("not_found", { status: 404 });
    const entries = await tx.roadshowEntry.count({ where: { planId } });
    if (entries === 0) throw new DomainError("plan_empty");
    const id = await insertDraft(tx, roadshowId, { reason: "BY_HAND", basedOnId: planId }, actor);
    await copyEntries(tx, planId, id, 0);
    await appendAudit(tx, actor, [
      {
        action: "roadshow-plan.copy",
        subjectType: "RoadshowPlan",
        subjectId: id,
        detail: { roadshowId, from: planId },
      },
    ]);
    return id;
  });
}

/** An empty draft; its entries are written by the caller. */
export async function insertDraft(
  tx: Tx,
  roadshowId: string,
  { reason, basedOnId, note = "" }: { reason: string; basedOnId: string | null; note?: string },
  actor: Actor,
): Promise<string> {
  const id = newId();
  const version = await nextVersion(tx, roadshowId);
  await tx.roadshowPlan.create({
    data: {
      id,
      roadshowId,
      version,
      state: "DRAFT",
      reason,
      note,
      basedOnId,
      createdById: actor.kind === "USER" ? actor.userId : null,
    },
  });
  return id;
}

/** Entries and people of a version in another one, so many days later; what was called off stays out. */
export async function copyEntries(
  tx: Tx,
  fromId: string,
  toId: string,
  days: number,
): Promise<void> {
  const entries = await tx.roadshowEntry.findMany({
    where: {
      planId: fromId,
      OR: [
        { kind: "ITEM" },
        { project: { state: { notIn: ["WITHDRAWN", "WAIVED", "REJECTED"] } } },
        { meeting: { state: { in: ["ACCEPTED", "HELD", "MISSED"] } } },
      ],
    },
    include: {
      people: {
        where: { participant: { state: { not: "CANCELLED" } } },
        select: { participantId: true, role: true },
      },
    },
  });
  const later = (at: Date) => new Date(at.getTime() + days * 86_400_000);
  const copies = entries.map(({ people, ...entry }) => ({
    people,
    entry: {
      ...entry,
      id: newId(),
      planId: toId,
      startsAt: later(entry.startsAt),
      endsAt: later(entry.endsAt),
      freeAt: later(entry.freeAt),
    },
  }));
  await tx.roadshowEntry.createMany({ data: copies.map(({ entry }) => entry) });
  await tx.roadshowEntryPerson.createMany({
    data: copies.flatMap(({ entry, people }) =>
      people.map((person) => ({
        ...person,
        entryId: entry.id,
        planId: toId,
        startsAt: entry.startsAt,
        endsAt: entry.endsAt,
      })),
    ),
  });
}
