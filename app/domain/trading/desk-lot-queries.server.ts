import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Db } from "~/platform/db.server";
import { AUCTION_MODES } from "./auction-rules-schema";
import { readLotChecks } from "./lot-checks-schema";
import { lotFactsSelect, toLotFacts } from "./lot-facts-queries.server";
import { lowestRerunPrice } from "./lot-facts-rules";
import {
  isEditableLot,
  isLotState,
  type LotMove,
  type LotState,
  lotProcedure,
  RUNNING_LOT_STATES,
} from "./lot-procedure";
import { listLotConditions } from "./lot-readiness-queries.server";
import type { DeskLot, LotMoveView } from "./lot-view";
import { SELLER_MOVES } from "./move-lot.server";
import { toNotices } from "./public-lot-queries.server";

const deskSelect = {
  ...lotFactsSelect,
  organisationId: true,
  revision: true,
  checks: true,
  winnerApplicationId: true,
  questions: { orderBy: { number: "asc" }, take: 200 },
  notices: { orderBy: { number: "desc" }, take: 100 },
  laterLots: { orderBy: { number: "desc" }, select: { id: true, number: true, state: true } },
  deals: { orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
  applications: {
    orderBy: { createdAt: "asc" },
    select: { id: true, state: true, organisation: { select: { legalName: true } } },
  },
} satisfies Prisma.LotSelect;

const LIVE = new Set<string>([...RUNNING_LOT_STATES, "DRAFT", "CORRECTION"]);
/** Names of those who took part are told to the seller when the run is over. */
const AFTER_RUN: readonly LotState[] = [
  ...(["NEGOTIATION", "PENDING_CONFIRM", "SOLD", "CONTRACTED"] as const),
  ...(["CLOSED", "FAILED", "DEFAULTED"] as const),
];

function movesOf(state: LotState, biddingStartsAt: Date | null): LotMoveView[] {
  const hasBegun = biddingStartsAt !== null && biddingStartsAt <= clock.now();
  return openMoves(lotProcedure, state, new Set(["seller"] as const))
    .filter((move) => SELLER_MOVES.some((one) => one === move))
    .filter((move) => move !== "withdraw" || !hasBegun)
    .map((move) => ({ move, needsNote: lotProcedure.moves[move].needsNote === true }));
}

export async function timelineOf(db: Db, lotId: string) {
  const entries = await listTimeline(db, lotProcedure.name, lotId);
  return entries.map(({ id, move, at, actorName, note }) => ({
    id,
    move: move as LotMove,
    at,
    actorName,
    note,
  }));
}

/**
 * The seller's page of a lot.
 * @throws DomainError "not_found" (404) for whoever does not sell for its organisation
 */
export async function getDeskLot(
  db: Db,
  lotId: string,
  actor: UserActor,
  locale: string,
): Promise<DeskLot> {
  const found = isId(lotId)
    ? await db.lot.findUnique({ where: { id: lotId }, select: deskSelect })
    : null;
  const row = assertFound(found && can(actor, "lot.create", found) ? found : null);
  const facts = await toLotFacts(db, row, locale);
  const checks = readLotChecks(row.checks);
  const isEditable = isEditableLot(row.state);
  const isOver = facts.state === "FAILED" || facts.state === "DEFAULTED";
  const later = row.laterLots.find((one) => LIVE.has(one.state)) ?? row.laterLots[0] ?? null;
  const most = await getPolicyNumber(db, "market.lot.rerun_discount_max_bp", clock.now());
  const admitted = row.applications.filter((one) => one.state === "ADMITTED");
  return {
    ...facts,
    isEditable,
    moves: movesOf(facts.state, facts.biddingStartsAt),
    comments: checks.comments,
    checks: isEditable ? await listLotConditions(db, row.id, "submit", actor) : [],
    questions: row.questions.map(({ number, text, createdAt, answer, answeredAt }) => ({
      ...{ number, text, createdAt, answer, answeredAt },
      mayAnswer: answeredAt === null,
    })),
    notices: toNotices(row.notices),
    timeline: await timelineOf(db, row.id),
    applicationCount: row.applications.filter((one) =>
      ["SUBMITTED", "QUALIFIED", "ADMITTED"].includes(one.state),
    ).length,
    buyers: AFTER_RUN.includes(facts.state)
      ? admitted.map((one) => ({ applicationId: one.id, name: one.organisation.legalName }))
      : [],
    lowestRerunFen: isOver ? lowestRerunPrice(row.startPriceFen ?? 0n, most).toString() : null,
    mayRerun: isOver && !row.laterLots.some((one) => LIVE.has(one.state)),
    laterLot: later ? { id: later.id, number: later.number } : null,
    dealId: row.deals[0]?.id ?? null,
    revision: row.revision,
    answers: checks.answers,
  };
}

/** Lots of the organisation that a person acts for, last changed first. */
export async function listDeskLots(
  db: Db,
  organisationId: string,
  filter: { state: LotState | null },
  paging: { skip: number; size: number },
) {
  const where = { organisationId, ...(filter.state ? { state: filter.state } : {}) };
  const [rows, total, groups] = await Promise.all([
    db.lot.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: paging.skip,
      take: paging.size,
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        mode: true,
        startPriceFen: true,
        priceFen: true,
        applicationsEndAt: true,
        biddingStartsAt: true,
        isTraining: true,
        _count: { select: { applications: true } },
      },
    }),
    db.lot.count({ where }),
    db.lot.groupBy({ by: ["state"], where: { organisationId }, _count: true }),
  ]);
  return {
    total,
    byState: Object.fromEntries(groups.map((group) => [group.state, group._count])),
    rows: rows.map(({ _count, ...row }) => ({
      ...row,
      state: isLotState(row.state) ? row.state : ("VOID" as const),
      mode: AUCTION_MODES.find((one) => one === row.mode) ?? ("ASCENDING" as const),
      startPriceFen: row.startPriceFen?.toString() ?? null,
      priceFen: row.priceFen?.toString() ?? null,
      applicationCount: _count.applications,
    })),
  };
}
