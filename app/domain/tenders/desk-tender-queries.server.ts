import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { listOpenedBids, readCommitteeState } from "./evaluation-queries.server";
import { getTenderAccess } from "./tender-access.server";
import { HOLDER_ROLES } from "./tender-bid-schema";
import { tenderConduct } from "./tender-conduct.server";
import { factsInclude, readTenderFacts } from "./tender-facts-queries.server";
import { type TenderMove, tenderProcedure } from "./tender-procedure";
import { loadTenders } from "./tender-rows.server";
import type { CommitteeView, EvaluatedBidView, HolderView, TenderFacts } from "./tender-view";

export type DeskTender = {
  tender: TenderFacts;
  holders: HolderView[];
  isBuyer: boolean;
  isOperator: boolean;
  /** Moves that state and relation leave open; conditions are answered on trying. */
  moves: TenderMove[];
  /** The standstill is over. */
  mayAward: boolean;
  dealId: string | null;
  timeline: {
    id: string;
    move: string;
    at: string;
    actorName: string | null;
    note: string;
  }[];
};

/**
 * A tender as the buyer's people and the market's operators work on it.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getDeskTender(
  tenderId: string,
  actor: Actor,
  db: DbOrTx,
  locale: string,
): Promise<DeskTender> {
  const { isBuyer, isOperator } = await getTenderAccess(db, tenderId, actor);
  if (!isBuyer && !isOperator) throw new DomainError("not_found", { status: 404 });
  const row = await db.tender.findUniqueOrThrow({
    where: { id: tenderId },
    include: {
      ...factsInclude,
      deals: { orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
    },
  });
  const [tender, holders, [subject], timeline] = await Promise.all([
    readTenderFacts(db, row, { locale, isInside: true }),
    readHolders(db, tenderId),
    loadTenders(db, [tenderId]),
    listTimeline(db, tenderProcedure.name, tenderId),
  ]);
  const relations = subject ? tenderConduct.relations(actor, subject) : new Set<never>();
  const moves = openMoves(tenderProcedure, row.state, relations);
  const end = row.standstillEndsAt;
  return {
    tender,
    holders,
    isBuyer,
    isOperator,
    moves,
    mayAward: moves.includes("award") && end !== null && end <= clock.now(),
    dealId: row.deals[0]?.id ?? null,
    timeline: timeline.map(({ id, move, at, actorName, note }) => ({
      id,
      move,
      at: at.toISOString(),
      actorName,
      note,
    })),
  };
}

export async function readHolders(db: DbOrTx, tenderId: string): Promise<HolderView[]> {
  const rows = await db.tenderKeyHolder.findMany({
    where: { tenderId },
    include: { user: { select: { name: true } } },
  });
  return HOLDER_ROLES.flatMap((role) => {
    const one = rows.find((row) => row.role === role);
    if (!one) return [];
    return [
      {
        role,
        name: one.user.name,
        fingerprint: one.fingerprint,
        registeredAt: one.registeredAt?.toISOString() ?? null,
        openedAt: one.openedAt?.toISOString() ?? null,
      },
    ];
  });
}

export type OfficeTender = DeskTender & {
  committee: CommitteeView;
  opened: EvaluatedBidView[];
};

/**
 * The same for an operator, with committee and bids. Points are not among it before the candidates are
 * published: nobody may change committee or field by how they stand. @throws DomainError "not_found" (404)
 */
export async function getOfficeTender(
  tenderId: string,
  actor: Actor,
  db: DbOrTx,
  locale: string,
): Promise<OfficeTender> {
  const desk = await getDeskTender(tenderId, actor, db, locale);
  if (!desk.isOperator) throw new DomainError("not_found", { status: 404 });
  const row = await db.tender.findUniqueOrThrow({
    where: { id: tenderId },
    select: { id: true, rules: true },
  });
  const [committee, opened] = await Promise.all([
    readCommitteeState(db, row),
    listOpenedBids(db, tenderId),
  ]);
  return { ...desk, committee, opened };
}
