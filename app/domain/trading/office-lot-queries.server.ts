import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can, officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import type { PaymentState } from "~/domain/payments/payment-procedure";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { Db } from "~/platform/db.server";
import { timelineOf } from "./desk-lot-queries.server";
import { isLotApplicationState } from "./lot-application-procedure";
import { checkLotRights, type LotCheckResult } from "./lot-check-rules";
import { type LotAnswers, type LotComment, readLotChecks } from "./lot-checks-schema";
import { lotRelations } from "./lot-conduct.server";
import { lotFactsSelect, toLotFacts } from "./lot-facts-queries.server";
import { isLotState, type LotState, lotProcedure } from "./lot-procedure";
import { listLotConditions } from "./lot-readiness-queries.server";
import { loadLots } from "./lot-rows.server";
import { soldRight } from "./lot-sale-conditions.server";
import type {
  ApplicationLine,
  LotConditionView,
  LotFacts,
  LotMoveView,
  LotNoticeView,
  LotTimelineEntry,
} from "./lot-view";
import { ENGINE_MOVES, LIVE_RUNS, OPERATOR_MOVES } from "./move-lot.server";
import { toNotices } from "./public-lot-queries.server";

export const LOT_QUEUE_LISTS = ["check", "applications", "running", "stopped", "all"] as const;
export type LotQueueList = (typeof LOT_QUEUE_LISTS)[number];

const LISTS: Record<LotQueueList, Prisma.LotWhereInput> = {
  check: { state: "CHECK" },
  applications: { state: "ANNOUNCED", applications: { some: { state: "SUBMITTED" } } },
  running: { state: { in: ["ANNOUNCED", "BIDDING", "NEGOTIATION", "PENDING_CONFIRM", "SOLD"] } },
  stopped: { state: { in: ["SUSPENDED", "FAILED", "DEFAULTED"] } },
  // Drafts are the seller's own.
  all: { state: { notIn: ["DRAFT"] } },
};

function inRegions(actor: UserActor): Prisma.LotWhereInput {
  const regions = officeRegions(actor, ["MARKET_OPERATOR"]);
  if (regions.includes(null)) return {};
  return {
    OR: regions.flatMap((code) =>
      code === null ? [] : [{ regionCode: { startsWith: regionPrefix(code) } }],
    ),
  };
}

export type LotQueueRow = {
  id: string;
  number: number;
  title: string;
  state: LotState;
  sellerName: string;
  waiting: number;
  applicationsEndAt: Date | null;
  createdAt: Date;
};

/** Lots in the operator's regions; those that wait longest first where somebody waits. */
export async function listLotQueue(
  db: Db,
  actor: UserActor,
  list: LotQueueList,
  paging: { skip: number; size: number },
): Promise<{
  rows: LotQueueRow[];
  total: number;
  waiting: Record<"check" | "applications", number>;
}> {
  const where = { AND: [LISTS[list], inRegions(actor)] };
  const isWaiting = list === "check" || list === "applications";
  const count = (of: LotQueueList) =>
    db.lot.count({ where: { AND: [LISTS[of], inRegions(actor)] } });
  const [toCheck, applications, rows, total] = await Promise.all([
    count("check"),
    count("applications"),
    db.lot.findMany({
      where,
      orderBy: isWaiting ? [{ updatedAt: "asc" }, { id: "asc" }] : [{ number: "desc" }],
      skip: paging.skip,
      take: paging.size,
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        applicationsEndAt: true,
        createdAt: true,
        organisation: { select: { legalName: true } },
        _count: { select: { applications: { where: { state: "SUBMITTED" } } } },
      },
    }),
    db.lot.count({ where }),
  ]);
  return {
    total,
    waiting: { check: toCheck, applications },
    rows: rows.map(({ organisation, _count, ...row }) => ({
      ...row,
      state: isLotState(row.state) ? row.state : ("VOID" as const),
      sellerName: organisation.legalName,
      waiting: _count.applications,
    })),
  };
}

export type OfficeLot = LotFacts & {
  applications: ApplicationLine[];
  conditions: LotConditionView[];
  rights: LotCheckResult[];
  answers: LotAnswers | null;
  answersNote: string;
  comments: LotComment[];
  moves: LotMoveView[];
  suspendedFrom: LotState | null;
  notices: LotNoticeView[];
  timeline: LotTimelineEntry[];
  auctionId: string | null;
};

const officeSelect = {
  ...lotFactsSelect,
  checks: true,
  suspendedFrom: true,
  notices: { orderBy: { number: "desc" }, take: 100 },
  auctions: { orderBy: { run: "desc" }, take: 1, select: { id: true, state: true } },
  applications: {
    orderBy: { createdAt: "asc" },
    take: 200,
    include: {
      organisation: { select: { legalName: true } },
      deposit: { select: { state: true } },
    },
  },
} satisfies Prisma.LotSelect;

/**
 * The operator's page of a lot: what to check, who applies, what can be done.
 * @throws DomainError "not_found" (404) outside of the actor's office, and for drafts
 */
export async function getOfficeLot(
  db: Db,
  lotId: string,
  actor: UserActor,
  locale: string,
): Promise<OfficeLot> {
  const found = isId(lotId)
    ? await db.lot.findUnique({ where: { id: lotId }, select: officeSelect })
    : null;
  const isTheirs =
    found && found.state !== "DRAFT" && can(actor, "lot.check", { regionCode: found.regionCode });
  const row = assertFound(isTheirs ? found : null);
  const [facts, [subject]] = await Promise.all([
    toLotFacts(db, row, locale),
    db.$transaction((tx) => loadLots(tx, [row.id])),
  ]);
  const checks = readLotChecks(row.checks);
  const relations = subject ? lotRelations(actor, subject) : new Set<never>();
  const hasLiveRun = LIVE_RUNS.some((state) => state === row.auctions[0]?.state);
  const moves = openMoves(lotProcedure, facts.state, relations)
    .filter((move) => OPERATOR_MOVES.some((one) => one === move))
    .filter((move) => isRightResume(move, row.suspendedFrom))
    .filter((move) => !hasLiveRun || !ENGINE_MOVES.some((one) => one === move))
    .map((move) => ({ move, needsNote: lotProcedure.moves[move].needsNote === true }));
  const isChecked = facts.state === "CHECK";
  return {
    ...facts,
    applications: row.applications.map((one) => ({
      id: one.id,
      state: isLotApplicationState(one.state) ? one.state : "SUBMITTED",
      organisationName: one.organisation.legalName,
      contactName: one.contactName,
      contactPhone: one.contactPhone,
      isRelated: one.isRelated,
      relatedNote: one.relatedNote,
      preemptiveClaim: one.preemptiveClaim,
      preemptiveRank: one.preemptiveRank,
      proofFileId: one.proofFileId,
      depositState: (one.deposit?.state ?? null) as PaymentState | null,
      refusalNote: one.refusalNote,
      createdAt: one.createdAt,
    })),
    conditions: isChecked ? await listLotConditions(db, row.id, "announce", actor) : [],
    rights:
      checks.answers && subject
        ? checkLotRights(checks.answers, soldRight(subject, clock.now()))
        : [],
    answers: checks.answers,
    answersNote: checks.note,
    comments: checks.comments,
    moves,
    suspendedFrom: row.suspendedFrom && isLotState(row.suspendedFrom) ? row.suspendedFrom : null,
    notices: toNotices(row.notices),
    timeline: await timelineOf(db, row.id),
    auctionId: row.auctions[0]?.id ?? null,
  };
}

const RESUMES: Record<string, string> = {
  resumeAnnouncement: "ANNOUNCED",
  resumeBidding: "BIDDING",
  resumeNegotiation: "NEGOTIATION",
  resumeConfirmation: "PENDING_CONFIRM",
  resumeSale: "SOLD",
};

/** Of the ways to resume only the one that leads back is offered. */
function isRightResume(move: string, suspendedFrom: string | null): boolean {
  return RESUMES[move] === undefined || RESUMES[move] === suspendedFrom;
}
