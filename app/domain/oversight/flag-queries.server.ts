import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { FLAG_KINDS, type FlagEvidence, type FlagKind } from "./flag-rules";
import { findTradeCases, type TradeCaseHead } from "./trade-case-queries.server";
import { caseKey, type TradeCaseRef } from "./trade-case-rules";
import { type TradeFlagState, tradeFlagProcedure } from "./trade-flag-procedure";

export type FlagFilter = { state: TradeFlagState; kind: FlagKind | null };

/** The queue of flags: open ones oldest first, decided ones newest first. */
export async function listFlags(
  filter: FlagFilter,
  paging: { skip: number; size: number },
  actor: Actor,
  db: DbOrTx,
) {
  assertCan(actor, "trade.watch");
  const where = { state: filter.state, ...(filter.kind ? { kind: filter.kind } : {}) };
  const [rows, total] = await Promise.all([
    db.tradeFlag.findMany({
      where,
      orderBy: [{ createdAt: filter.state === "OPEN" ? "asc" : "desc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
    }),
    db.tradeFlag.count({ where }),
  ]);
  const cases = await findTradeCases(db, rows);
  const names = await namesOf(
    db,
    rows.flatMap((row) => row.organisationIds),
  );
  const items = rows.map((row) => ({
    id: row.id,
    state: row.state as TradeFlagState,
    kind: row.kind as FlagKind,
    createdAt: row.createdAt,
    organisations: row.organisationIds.map((id) => names.get(id) ?? "—"),
    evidence: row.evidence as FlagEvidence,
    trade: headOf(cases, row as TradeCaseRef),
  }));
  return { items, total };
}

function headOf(cases: ReadonlyMap<string, TradeCaseHead>, ref: TradeCaseRef) {
  const head = cases.get(caseKey(ref));
  return {
    caseType: ref.caseType,
    caseId: ref.caseId,
    number: head?.number ?? 0,
    title: head?.title ?? "",
  };
}

async function namesOf(db: DbOrTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, legalName: true },
  });
  return new Map(rows.map((row) => [row.id, row.legalName]));
}

/** @throws DomainError "forbidden" (403), "not_found" (404) */
export async function getFlag(flagId: string, actor: Actor, db: DbOrTx) {
  assertCan(actor, "trade.watch");
  const row = assertFound(
    isId(flagId) ? await db.tradeFlag.findUnique({ where: { id: flagId } }) : null,
  );
  const cases = await findTradeCases(db, [row]);
  const names = await namesOf(db, row.organisationIds);
  const decidedBy = row.decidedById
    ? await db.user.findUnique({ where: { id: row.decidedById }, select: { name: true } })
    : null;
  return {
    id: row.id,
    state: row.state as TradeFlagState,
    kind: row.kind as FlagKind,
    createdAt: row.createdAt,
    decidedAt: row.decidedAt,
    decisionNote: row.decisionNote,
    decidedBy: decidedBy?.name ?? null,
    rulesVersion: row.rulesVersion,
    organisations: row.organisationIds.map((id) => ({ id, name: names.get(id) ?? "—" })),
    evidence: row.evidence as FlagEvidence,
    trade: headOf(cases, row as TradeCaseRef),
    timeline: await listTimeline(db, tradeFlagProcedure.name, row.id),
  };
}

export type FlagFigures = { kind: FlagKind; open: number; dismissed: number; confirmed: number };

/** How many flags of each kind are open and how people decided the others. */
export async function countFlags(actor: Actor, db: DbOrTx): Promise<FlagFigures[]> {
  assertCan(actor, "trade.watch");
  const rows = await db.tradeFlag.groupBy({ by: ["kind", "state"], _count: { _all: true } });
  const count = (kind: string, state: string) =>
    rows.find((row) => row.kind === kind && row.state === state)?._count._all ?? 0;
  return FLAG_KINDS.map((kind) => ({
    kind,
    open: count(kind, "OPEN"),
    dismissed: count(kind, "DISMISSED"),
    confirmed: count(kind, "CONFIRMED"),
  }));
}
