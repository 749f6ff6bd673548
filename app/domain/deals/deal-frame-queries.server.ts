import type { UserActor } from "~/domain/identity/actor";
import { refusalOf } from "~/domain/shared/procedure/procedure";
import type { Db } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import { loadDealFacts } from "./deal-facts-queries.server";
import { dealHref } from "./deal-href";
import { type DealMove, type DealRelation, type DealState, dealProcedure } from "./deal-procedure";
import { seesArea } from "./deal-role-rules";
import type { DealFrame, DealMoveView } from "./deal-view";
import { DEAL_STEPS, type DealFacts, nextStep } from "./next-step-rules";

/** Moves that people make; the others follow from term sheets and contracts. */
const SHOWN_MOVES = ["pause", "resume", "dispute", "settle", "close"] as const;

/**
 * Head of a room for whoever may enter it.
 * @throws DomainError "not_found" (404)
 */
export async function getDealFrame(id: string, actor: UserActor, db: Db): Promise<DealFrame> {
  const access = await getDealAccess(db, id, actor, null);
  const { role, side, participantId, areas } = access;
  const [deal, facts, mark, openTasks] = await Promise.all([
    db.deal.findUniqueOrThrow({
      where: { id },
      select: {
        closeCode: true,
        lastSequence: true,
        achievement: { select: { id: true, title: true } },
        need: { select: { id: true, title: true } },
        supplyOrganisation: { select: { id: true, legalName: true } },
        demandOrganisation: { select: { id: true, legalName: true } },
      },
    }),
    loadDealFacts(db, [{ ...access.deal, role, side }], actor.userId),
    participantId
      ? db.dealParticipant.findUniqueOrThrow({
          where: { id: participantId },
          select: { readSequence: true },
        })
      : null,
    db.dealTask.count({ where: { dealId: id, state: "OPEN" } }),
  ]);
  const own = facts.get(id) as DealFacts;
  const step = nextStep(own);
  const reads = seesArea(role, areas, "CONVERSATION");
  const party = (one: { id: string; legalName: string }, isOurs: boolean) => ({
    id: one.id,
    name: one.legalName,
    isOurs,
  });
  return {
    id,
    number: access.deal.number,
    title: access.deal.title,
    state: access.deal.state as DealState,
    closeCode: deal.closeCode,
    role,
    side,
    userId: actor.userId,
    isParticipant: participantId !== null,
    supply: party(deal.supplyOrganisation, side === "SUPPLY"),
    demand: party(deal.demandOrganisation, side === "DEMAND"),
    achievement: deal.achievement,
    need: deal.need,
    areas,
    step,
    stepHref: stepHref(id, own, step),
    moves: movesOf(own),
    hasOfferedSettlement: side !== null && own.settleOffers.includes(side),
    isSettlementOffered: own.settleOffers.some((one) => one !== side),
    contractId: own.contract?.id ?? null,
    lastSequence: reads ? deal.lastSequence : 0,
    unread: reads && mark ? Math.max(0, deal.lastSequence - mark.readSequence) : 0,
    openTasks: seesArea(role, areas, "TASKS") ? openTasks : 0,
  };
}

export function stepHref(id: string, facts: DealFacts, step: keyof typeof DEAL_STEPS): string {
  const { part } = DEAL_STEPS[step];
  if (step === "sign" && facts.contract) return `/desk/contracts/${facts.contract.id}/sign`;
  if (part !== "contract") return dealHref(id, part);
  return dealHref(id, facts.contract ? `contracts/${facts.contract.id}` : "contracts");
}

/** The moves of a speaker with the reason why one is not open now. */
function movesOf(facts: DealFacts): DealMoveView[] {
  if (facts.role !== "SUPPLY" && facts.role !== "DEMAND") return [];
  const relations = new Set<DealRelation>([facts.role === "SUPPLY" ? "supply" : "demand"]);
  return SHOWN_MOVES.flatMap((move: DealMove): DealMoveView[] => {
    const refusal = refusalOf(dealProcedure, facts.state, relations, move);
    if (refusal) return [];
    const isSigning = facts.contract?.state === "SIGNING" || facts.contract?.state === "SIGNED";
    if (move === "close" && isSigning) return [{ move, refusal: "deal_already_signed" }];
    return [{ move, refusal: null }];
  });
}
