import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { leadsOf } from "./lead-access.server";
import type { LeadState } from "./lead-procedure";
import type { LeadFilter, LeadReason } from "./lead-schema";
import type { LeadItem } from "./lead-view";

export const leadItemSelect = {
  id: true,
  state: true,
  reasons: true,
  replyDueAt: true,
  owner: { select: { name: true } },
  participant: { select: { name: true, organisationName: true } },
  project: { select: { id: true, number: true, title: true } },
  roadshow: { select: { number: true, title: true } },
} as const;

type Row = {
  id: string;
  state: string;
  reasons: string[];
  replyDueAt: Date | null;
  owner: { name: string } | null;
  participant: { name: string; organisationName: string };
  project: { id: string; number: number; title: string };
  roadshow: { number: number; title: string };
};

export function toLeadItem(row: Row): LeadItem {
  const { id, participant, project, roadshow, owner, replyDueAt } = row;
  return {
    id,
    state: row.state as LeadState,
    reasons: row.reasons as LeadReason[],
    replyDueAt: replyDueAt?.toISOString() ?? null,
    isOverdue: row.state === "NEW" && replyDueAt !== null && replyDueAt <= clock.now(),
    ownerName: owner?.name ?? null,
    participantName: participant.name,
    participantUnit: participant.organisationName,
    project,
    event: roadshow,
  };
}

/** A page of the leads that a person handles, those to be answered first. */
export async function listLeads(
  filter: LeadFilter & { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: LeadItem[]; total: number; byState: Record<string, number> }> {
  const base = {
    AND: [
      leadsOf(actor),
      ...(filter.isMine ? [{ ownerId: actor.userId }] : []),
      ...(filter.roadshowId ? [{ roadshowId: filter.roadshowId }] : []),
    ],
  };
  const where = filter.state ? { AND: [base, { state: filter.state }] } : base;
  const [rows, total, counts] = await Promise.all([
    db.roadshowLead.findMany({
      where,
      orderBy: [
        { contactedAt: { sort: "desc", nulls: "first" } },
        { replyDueAt: "asc" },
        { id: "asc" },
      ],
      skip: filter.skip,
      take: filter.take,
      select: leadItemSelect,
    }),
    db.roadshowLead.count({ where }),
    db.roadshowLead.groupBy({ by: ["state"], where: base, _count: true }),
  ]);
  return {
    items: rows.map(toLeadItem),
    total,
    byState: Object.fromEntries(counts.map((row) => [row.state, row._count])),
  };
}
