import { canEnterDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { shownContact } from "./contact-rules";
import { getLead } from "./lead-access.server";
import { leadConduct } from "./lead-conduct.server";
import { leadItemSelect, toLeadItem } from "./lead-list-queries.server";
import { leadProcedure } from "./lead-procedure";
import { findRoomOfLead } from "./lead-room-queries.server";
import type { LeadReason } from "./lead-schema";
import type { LeadDetail } from "./lead-view";

/** A lead with everything that its participant wanted. @throws DomainError "not_found" (404) */
export async function getLeadDetail(
  leadId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<LeadDetail> {
  const lead = await getLead(db, leadId, actor);
  const { projectId, participantId, roadshowId, organisationId } = lead;
  const [item, participant, cards, meetings, timeline, dealId] = await Promise.all([
    db.roadshowLead.findUniqueOrThrow({ where: { id: leadId }, select: leadItemSelect }),
    db.roadshowParticipant.findUniqueOrThrow({ where: { id: participantId } }),
    db.roadshowCard.findMany({
      where: { projectId, participantId },
      orderBy: { createdAt: "asc" },
    }),
    db.roadshowMeeting.findMany({
      where: {
        roadshowId,
        state: "HELD",
        AND: [
          { OR: [{ fromId: participantId }, { toId: participantId }] },
          {
            OR: [
              { projectId },
              { projectId: null, from: { organisationId } },
              { projectId: null, to: { organisationId } },
            ],
          },
        ],
      },
      orderBy: { number: "asc" },
      take: 20,
    }),
    listTimeline(db, leadProcedure.name, leadId, 50),
    findRoomOfLead(db, leadId),
  ]);
  const other = participant.organisationId;
  const signings = other
    ? await db.roadshowSigning.findMany({
        where: {
          projectId,
          withdrawnAt: null,
          OR: [{ supplyOrganisationId: other }, { demandOrganisationId: other }],
        },
        orderBy: { createdAt: "asc" },
        take: 20,
        select: { title: true, kind: true },
      })
    : [];
  return {
    ...toLeadItem(item),
    participantTitle: participant.title,
    hasOrganisation: other !== null,
    ...shownContact(cards, participant),
    cards: cards.map((card) => ({
      kind: card.kind as LeadReason,
      note: card.note,
      createdAt: card.createdAt.toISOString(),
      isWithdrawn: card.withdrawnAt !== null,
    })),
    meetings: meetings.map(({ number, minutes, heldAt }) => {
      return { number, minutes, heldAt: heldAt?.toISOString() ?? null };
    }),
    signings,
    note: lead.note,
    dropCode: lead.dropCode,
    contactedAt: lead.contactedAt?.toISOString() ?? null,
    moves: openMoves(leadProcedure, lead.state, leadConduct.relations(actor, lead)),
    dealId,
    mayEnterRoom: dealId !== null && (await canEnterDeal(db, dealId, actor, null)),
    timeline: timeline.map(({ id, move, at, actorName }) => {
      return { id, move, at: at.toISOString(), actorName };
    }),
  };
}
