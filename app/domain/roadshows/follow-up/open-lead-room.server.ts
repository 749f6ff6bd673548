import { openDealFromLead } from "~/domain/deals/open-deal-from-lead.server";
import type { UserActor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { getLead } from "./lead-access.server";
import { leadConduct } from "./lead-conduct.server";
import { findRoomOfLead } from "./lead-room-queries.server";

/**
 * Opens the deal room of a lead in one step, between the project's organisation and the participant's.
 * Opening again gives the same room, and so does a running room of the same two sides about the same
 * project or listing.
 * @throws DomainError "not_found" (404), "roadshow_lead_no_organisation", "roadshow_lead_unverified",
 * "roadshow_lead_both_sides", "wrong_state" (409), "forbidden", "introduction_real_name" (403)
 * @returns id of the room
 */
export async function openLeadRoom(leadId: string, actor: UserActor, db: Db): Promise<string> {
  const open = () => inTransaction(db, (tx) => findOrOpen(tx, leadId, actor));
  try {
    return await open();
  } catch (error) {
    // The same two sides opened it from another place at the same moment: now it is found.
    if (isUniqueViolation(error)) return open();
    throw error;
  }
}

async function findOrOpen(tx: Tx, leadId: string, actor: UserActor): Promise<string> {
  const lead = await getLead(tx, leadId, actor);
  await lockRoadshow(tx, lead.roadshowId);
  const known = await findRoomOfLead(tx, leadId);
  if (known) return known;
  // A dropped lead is taken up again first: whoever dropped it has said why.
  const { state } = await getLead(tx, leadId, actor);
  if (state === "DROPPED") throw new DomainError("wrong_state", { status: 409 });
  const dealId = await openDealFromLead(await readMatter(tx, lead, actor), actor, tx);
  await advance(tx, leadConduct, leadId, "openRoom", actor, { dealId });
  return dealId;
}

async function readMatter(
  tx: Tx,
  lead: { id: string; projectId: string; participantId: string; ownerId: string | null },
  actor: UserActor,
) {
  const project = assertFound(
    await tx.roadshowProject.findUnique({ where: { id: lead.projectId } }),
  );
  const participant = assertFound(
    await tx.roadshowParticipant.findUnique({
      where: { id: lead.participantId },
      include: {
        organisation: { select: { id: true, state: true } },
        need: { select: { id: true, organisationId: true, state: true } },
      },
    }),
  );
  const { organisation: other, need } = participant;
  if (!other) throw new DomainError("roadshow_lead_no_organisation", { status: 409 });
  if (other.id === project.organisationId || membershipOf(actor, other.id)) {
    throw new DomainError("roadshow_lead_both_sides", { status: 409 });
  }
  if (other.state !== "VERIFIED")
    throw new DomainError("roadshow_lead_unverified", { status: 409 });
  const siblings = await tx.roadshowLead.findMany({
    where: {
      projectId: project.id,
      id: { not: lead.id },
      participant: { organisationId: other.id },
    },
    select: { id: true },
  });
  const isSupply = project.side === "SUPPLY";
  const own = { organisationId: project.organisationId, userId: lead.ownerId };
  const others = { organisationId: other.id, userId: participant.userId };
  // The participant's own need goes with an achievement, while everybody may read it.
  const answered = need?.organisationId === other.id && need.state === "PUBLISHED" ? need.id : null;
  return {
    roadshowLeadId: lead.id,
    siblingLeadIds: siblings.map((one) => one.id),
    title: project.title,
    supply: isSupply ? own : others,
    demand: isSupply ? others : own,
    achievementId: project.achievementId,
    needId: isSupply ? answered : project.needId,
  };
}
