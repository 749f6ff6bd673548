import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { dueInstant, moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { leadConduct } from "./lead-conduct.server";
import { tellOwners } from "./lead-notices.server";
import { ownersOf } from "./lead-owner-queries.server";
import { leadProcedure } from "./lead-procedure";
import { WITHDRAWN } from "./lead-schema";
import { findLeadSources, type LeadSource } from "./lead-source-queries.server";

/**
 * Brings the leads of an event into line with its cards, meetings and signings: one per project and
 * participant, with all its reasons. Running it again changes nothing. A lead whose cards were all
 * taken back is dropped while nobody has answered it; one that was dropped comes back when the
 * participant gives a new reason. An event that was called off has its leads as they are.
 */
export async function makeLeads(tx: Tx, roadshowId: string, actor: Actor): Promise<void> {
  await lockRoadshow(tx, roadshowId);
  const roadshow = await tx.roadshow.findUnique({
    where: { id: roadshowId },
    select: { state: true },
  });
  if (!roadshow || roadshow.state === "CANCELLED") return;
  const sources = await findLeadSources(tx, roadshowId);
  const known = await tx.roadshowLead.findMany({
    where: { roadshowId },
    select: { id: true, projectId: true, participantId: true, state: true, reasons: true },
  });
  const byPair = new Map(known.map((row) => [`${row.projectId}:${row.participantId}`, row]));
  const missing = [...sources].filter(([pair]) => !byPair.has(pair)).map(([, source]) => source);
  await create(tx, roadshowId, missing, actor);

  const market = systemActor("roadshow-leads");
  for (const [pair, row] of byPair) {
    const reasons = [...(sources.get(pair)?.reasons ?? [])].sort();
    if (reasons.join() === [...row.reasons].sort().join()) continue;
    await tx.roadshowLead.update({ where: { id: row.id }, data: { reasons } });
    if (reasons.length === 0 && row.state === "NEW") {
      await advance(tx, leadConduct, row.id, "drop", market, { dropCode: WITHDRAWN });
    } else if (row.state === "DROPPED" && reasons.some((one) => !row.reasons.includes(one))) {
      await advance(tx, leadConduct, row.id, "reopen", market);
    }
  }
}

async function create(
  tx: Tx,
  roadshowId: string,
  sources: readonly LeadSource[],
  actor: Actor,
): Promise<void> {
  if (sources.length === 0) return;
  const now = clock.now();
  const owners = await ownersOf(tx, [...new Set(sources.map((one) => one.projectId))]);
  const replyDueAt = await dueInstant(tx, leadProcedure.clocks.reply, now);
  const rows = sources.map(({ projectId, participantId, organisationId, reasons }) => ({
    id: newId(),
    roadshowId,
    projectId,
    participantId,
    organisationId,
    ownerId: owners.get(projectId) ?? null,
    reasons: [...reasons].sort(),
    replyDueAt,
    createdAt: now,
  }));
  await tx.roadshowLead.createMany({ data: rows });
  const { initial } = leadProcedure;
  const subjects = rows.map(({ id }) => ({ id, state: initial }));
  await moveClocks(tx, leadProcedure, subjects, "make", initial, now);
  await tellOwners(tx, roadshowId, rows);
  await appendAudit(tx, actor, {
    action: "roadshow-lead.make",
    subjectType: "Roadshow",
    subjectId: roadshowId,
    detail: { leads: rows.length },
  });
}
