import { canEnterDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { listLeadRooms } from "./lead-room-queries.server";
import type { LeadReason } from "./lead-schema";

export type VisitCard = {
  projectId: string;
  number: number;
  title: string;
  organisationName: string;
  reasons: LeadReason[];
  /** NONE: the cards have not become a lead yet. Why a project does not pursue it stays its own. */
  state: "NONE" | "NEW" | "CONTACTED" | "ROOM" | "DROPPED";
  at: string;
  dealId: string | null;
};

/**
 * A participant's own cards and meetings by project, and what came of each.
 * @throws DomainError "not_found" (404) for everybody but the person
 */
export async function listVisitCards(
  participantId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: VisitCard[] }> {
  const participant = isId(participantId)
    ? await db.roadshowParticipant.findUnique({ where: { id: participantId } })
    : null;
  if (!participant || participant.userId !== actor.userId) {
    throw new DomainError("not_found", { status: 404 });
  }
  const project = {
    select: {
      id: true,
      number: true,
      title: true,
      organisation: { select: { legalName: true } },
    },
  } as const;
  const [cards, leads] = await Promise.all([
    db.roadshowCard.findMany({
      where: { participantId, withdrawnAt: null },
      orderBy: { createdAt: "asc" },
      include: { project },
      take: 500,
    }),
    db.roadshowLead.findMany({
      where: { participantId },
      orderBy: { createdAt: "asc" },
      include: { project },
      take: 500,
    }),
  ]);
  const rooms = await listLeadRooms(db, { leadIds: leads.map((lead) => lead.id) });
  const items = new Map<string, VisitCard>();
  const base = (row: (typeof cards)[number] | (typeof leads)[number]) => ({
    projectId: row.project.id,
    number: row.project.number,
    title: row.project.title,
    organisationName: row.project.organisation.legalName,
    at: row.createdAt.toISOString(),
  });
  for (const lead of leads) {
    // Taken back before anybody answered: nothing is left to show.
    if (lead.reasons.length === 0) continue;
    const room = rooms.find((one) => one.leadId === lead.id)?.dealId ?? null;
    const isOpen = room !== null && (await canEnterDeal(db, room, actor, null));
    items.set(lead.projectId, {
      ...base(lead),
      reasons: lead.reasons as LeadReason[],
      state: lead.state as VisitCard["state"],
      dealId: isOpen ? room : null,
    });
  }
  for (const card of cards) {
    const known = items.get(card.projectId);
    const kind = card.kind as LeadReason;
    if (!known) {
      items.set(card.projectId, { ...base(card), reasons: [kind], state: "NONE", dealId: null });
    } else if (!known.reasons.includes(kind)) known.reasons.push(kind);
  }
  return { items: [...items.values()].sort((a, b) => a.number - b.number) };
}
