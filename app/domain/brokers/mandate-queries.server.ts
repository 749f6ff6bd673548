import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { Db } from "~/platform/db.server";
import { feeParts } from "./broker-pay-rules";
import { computeFee } from "./fee-rules";
import { listRecordsOfMandate } from "./introduction-record-queries.server";
import { visibleMandates } from "./mandate-access.server";
import type { MandateConditionId } from "./mandate-conditions.server";
import { mandateConduct } from "./mandate-conduct.server";
import {
  MANDATE_SIDES,
  type MandateMove,
  type MandateState,
  mandateProcedure,
} from "./mandate-procedure";
import { feeTableOf, isTiedToClient, type MandateRow, mandateSelect } from "./mandate-rows.server";
import type { MandateDetail, MandateItem, MandateRole } from "./mandate-view";
import { whyClosed } from "./why-closed.server";

const listSelect = { ...mandateSelect, _count: { select: { introduced: true } } } as const;
type ListRow = Prisma.MandateGetPayload<{ select: typeof listSelect }>;

const listing = { select: { id: true, number: true, title: true, state: true } } as const;
const detailSelect = { ...listSelect, achievement: listing, need: listing } as const;

const day = (date: Date) => date.toISOString().slice(0, 10);

export const MANDATE_LISTS = ["open", "contract", "ended"] as const;
export type MandateList = (typeof MANDATE_LISTS)[number];

const STATES: Record<MandateList, MandateState[]> = {
  open: ["OFFERED", "ACCEPTED", "ACTIVE", "DISPUTED"],
  contract: ["CONTRACT_MADE", "FEE_DUE"],
  ended: ["PAID", "DECLINED", "WITHDRAWN", "EXPIRED", "TERMINATED"],
};

/** Mandates of the actor as broker or client, newest first. */
export async function listMandates(
  input: { list: MandateList; skip: number; size: number; extra?: Prisma.MandateWhereInput },
  actor: UserActor,
  db: Db,
): Promise<{ items: MandateItem[]; total: number }> {
  const where = {
    AND: [visibleMandates(actor), { state: { in: STATES[input.list] } }, input.extra ?? {}],
  };
  const [rows, total] = await Promise.all([
    db.mandate.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: input.skip,
      take: input.size,
      select: listSelect,
    }),
    db.mandate.count({ where }),
  ]);
  const due = await dueDates(
    db,
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => toItem(row, actor, due)), total };
}

/** A mandate with its consents, records and moves. @throws DomainError "not_found" for strangers */
export async function getMandate(id: string, actor: UserActor, db: Db): Promise<MandateDetail> {
  const row = assertFound(
    isId(id)
      ? await db.mandate.findFirst({
          where: { id, ...visibleMandates(actor) },
          select: detailSelect,
        })
      : null,
  );
  const [due, timeline, records, moves, proposal] = await Promise.all([
    dueDates(db, [id]),
    listTimeline(db, mandateProcedure.name, id),
    listRecordsOfMandate(db, id, actor),
    offeredMoves(db, row, actor),
    latestProposal(db, row, actor),
  ]);
  const item = toItem(row, actor, due);
  const feePayer = row.feePayer === "HALF_EACH" ? "HALF_EACH" : "CLIENT";
  const parts = feeParts({ basis: "MANDATE", payer: feePayer, feeFen: row.feeFen ?? 0n });
  const consentOf = new Map(row.consents.map((one) => [one.organisationId, one.createdAt]));
  const isWaiting = row.state === "OFFERED" || row.state === "ACCEPTED";
  const clients = [row.client, ...(row.secondClient ? [row.secondClient] : [])];
  return {
    ...item,
    broker: {
      id: row.brokerId,
      name: row.broker.displayName,
      isPublic: row.broker.state === "PUBLIC",
    },
    clients: clients.map(({ id: organisationId, legalName }) => ({
      id: organisationId,
      name: legalName,
      consentedAt: consentOf.get(organisationId)?.toISOString() ?? null,
      mayConsent:
        isWaiting &&
        !consentOf.has(organisationId) &&
        can(actor, "mandate.consent", { organisationId }),
    })),
    listings: [
      ...(row.achievement ? [toListing("achievement", row.achievement)] : []),
      ...(row.need ? [toListing("need", row.need)] : []),
    ],
    scope: row.scope,
    duties: row.duties,
    successDefinition: row.successDefinition,
    feeKind: feeTableOf(row).kind,
    fixedFeeFen: row.fixedFeeFen?.toString() ?? null,
    feeSteps: [...feeTableOf(row).steps],
    feeLines: await feeLines(db, row),
    feePayer,
    feeParts: parts.value.map(({ payer, amountFen }) => ({
      payer,
      amountFen: amountFen.toString(),
    })),
    feeSource: parts.source,
    costsBorneBy: row.costsBorneBy === "CLIENT" ? "CLIENT" : "BROKER",
    confidentialityNote: row.confidentialityNote,
    conflictDeclaration: row.conflictDeclaration,
    isTied: isTiedToClient(row),
    startsOn: day(row.startsOn),
    termsHash: row.termsHash,
    createdAt: row.createdAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    contractId: row.contractId,
    feeDueOn: row.feeDueOn ? day(row.feeDueOn) : null,
    turnoverOpen: row.feeFen === null,
    proposal,
    moves,
    records,
    timeline: timeline.map(({ id: moveId, move, at, actorName, note }) => ({
      id: moveId,
      move,
      at: at.toISOString(),
      actorName,
      note,
    })),
  };
}

const toListing = (
  kind: "achievement" | "need",
  row: { id: string; number: number; title: string; state: string },
) => ({
  kind,
  id: row.id,
  number: row.number,
  title: row.title,
  isPublished: row.state === "PUBLISHED",
});

function roleOf(row: MandateRow, actor: UserActor): MandateRole {
  const relations = mandateConduct.relations(actor, row);
  if (relations.has("broker")) return "broker";
  return relations.has("client") ? "client" : "onlooker";
}

function toItem(row: ListRow, actor: UserActor, due: ReadonlyMap<string, Date>): MandateItem {
  const names = [row.client.legalName, row.secondClient?.legalName ?? ""].filter(Boolean);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    // The database holds no other state and no other side.
    state: row.state as MandateState,
    side: MANDATE_SIDES.find((side) => side === row.side) ?? "SUPPLY",
    role: roleOf(row, actor),
    clientName: names.join("、"),
    brokerName: row.broker.displayName,
    endsOn: day(row.endsOn),
    dueAt: due.get(row.id)?.toISOString() ?? null,
    feeFen: row.feeFen?.toString() ?? null,
    introductions: row._count.introduced,
    dealId: row.dealId,
  };
}

async function dueDates(db: Db, ids: string[]): Promise<Map<string, Date>> {
  const clocks = await db.procedureClock.findMany({
    where: {
      procedure: mandateProcedure.name,
      subjectId: { in: ids },
      firedAt: null,
      stoppedAt: null,
    },
    select: { subjectId: true, dueAt: true },
  });
  return new Map(clocks.map((one) => [one.subjectId, one.dueAt]));
}

/** What the forms of the moves supply themselves. */
const SUPPLIED: Partial<Record<MandateMove, MandateConditionId[]>> = {
  accept: ["conflict-declared"],
  claimFee: ["fee-known"],
  confirmPaid: ["received-on"],
  propose: ["amount-given"],
};

async function offeredMoves(
  db: Db,
  row: MandateRow,
  actor: UserActor,
): Promise<MandateDetail["moves"]> {
  const open = openMoves(mandateProcedure, row.state, mandateConduct.relations(actor, row));
  const proposal = await latestProposal(db, row, actor);
  return Promise.all(
    open.map(async (move) => {
      const input = {
        ...(proposal ? { feeFen: proposal.feeFen } : {}),
        receivedOn: calendarDate(row.createdAt),
      };
      const ignored = SUPPLIED[move] ?? [];
      const refusal = await whyClosed(db, mandateConduct, row, move, actor, ignored, input);
      const isFree = move === "claimFee" && row.feeKind === "NONE";
      return { move, refusal: isFree ? "mandate_fee_unknown" : refusal };
    }),
  );
}

/** The latest proposal of the running dispute. */
async function latestProposal(
  db: Db,
  row: MandateRow,
  actor: UserActor,
): Promise<MandateDetail["proposal"]> {
  if (row.state !== "DISPUTED") return null;
  const last = await db.procedureMove.findFirst({
    where: {
      procedure: mandateProcedure.name,
      subjectId: row.id,
      move: { in: ["propose", "dispute"] },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { move: true, relation: true, evidence: true },
  });
  if (last?.move !== "propose") return null;
  const { input } = last.evidence as { input?: { feeFen?: unknown } };
  if (typeof input?.feeFen !== "string") return null;
  const isBroker = actor.userId === row.broker.userId;
  return { feeFen: input.feeFen, isOurs: (last.relation === "broker") === isBroker };
}

/** How the fee follows from the table, once the turnover of the contract stands in the ledger. */
async function feeLines(db: Db, row: MandateRow): Promise<MandateDetail["feeLines"]> {
  if (row.feeKind !== "STEPS" || !row.contractId) return [];
  const { _sum } = await db.attributionEntry.aggregate({
    where: { contractId: row.contractId, kind: "TURNOVER", factKey: { startsWith: "turnover:" } },
    _sum: { amountFen: true },
  });
  const fee = computeFee(feeTableOf(row), _sum.amountFen ?? null);
  if (!fee || fee.totalFen !== row.feeFen) return [];
  return fee.lines.map((line) => ({
    fromFen: line.fromFen.toString(),
    toFen: line.toFen.toString(),
    rateBp: line.rateBp,
    feeFen: line.feeFen.toString(),
  }));
}
