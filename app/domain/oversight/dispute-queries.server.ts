import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan, can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { findTradeCases } from "./trade-case-queries.server";
import { caseKey, type TradeCaseRef } from "./trade-case-rules";
import { tradeDisputeConduct } from "./trade-dispute-conduct.server";
import { type TradeDisputeState, tradeDisputeProcedure } from "./trade-dispute-procedure";

type Paging = { skip: number; size: number };

async function readDisputes(
  db: DbOrTx,
  where: { organisationId?: string; state?: { in: TradeDisputeState[] } },
  paging: Paging,
) {
  const [rows, total] = await Promise.all([
    db.tradeDispute.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
      include: { organisation: { select: { legalName: true } } },
    }),
    db.tradeDispute.count({ where }),
  ]);
  const cases = await findTradeCases(db, rows);
  const items = rows.map((row) => {
    const head = cases.get(caseKey(row as TradeCaseRef));
    return {
      id: row.id,
      number: row.number,
      state: row.state as TradeDisputeState,
      caseType: row.caseType as TradeCaseRef["caseType"],
      caseId: row.caseId,
      caseNumber: head?.number ?? 0,
      caseTitle: head?.title ?? "",
      organisation: row.organisation.legalName,
      createdAt: row.createdAt,
      decidedAt: row.decidedAt,
      result: row.result,
    };
  });
  return { items, total };
}

/** @throws DomainError "forbidden" (403) */
export function listOwnDisputes(organisationId: string, paging: Paging, actor: Actor, db: DbOrTx) {
  assertCan(actor, "pay.view", { organisationId });
  return readDisputes(db, { organisationId }, paging);
}

/** @throws DomainError "forbidden" (403) */
export function listDisputes(isOpen: boolean, paging: Paging, actor: Actor, db: DbOrTx) {
  assertCan(actor, "trade.watch");
  const states: TradeDisputeState[] = isOpen ? ["OPEN"] : ["UPHELD", "REJECTED", "WITHDRAWN"];
  return readDisputes(db, { state: { in: states } }, paging);
}

/** Results of decided disputes as everybody may read them; who raised them is not named. */
export async function listPublicResults(paging: Paging, db: DbOrTx) {
  const found = await readDisputes(db, { state: { in: ["UPHELD", "REJECTED"] } }, paging);
  return {
    total: found.total,
    items: found.items.map(({ organisation: _who, id: _id, caseId: _case, ...one }) => one),
  };
}

/**
 * A dispute for people of the organisation that raised it and for operators.
 * @throws DomainError "not_found" (404)
 */
export async function getDispute(disputeId: string, actor: UserActor, db: DbOrTx) {
  const row = assertFound(
    isId(disputeId)
      ? await db.tradeDispute.findUnique({
          where: { id: disputeId },
          include: {
            organisation: { select: { legalName: true } },
            file: { select: { name: true, sizeBytes: true } },
          },
        })
      : null,
  );
  const isOwn = actor.memberships.some((one) => one.organisationId === row.organisationId);
  if (!isOwn && !can(actor, "trade.watch")) throw new DomainError("not_found", { status: 404 });
  const head = (await findTradeCases(db, [row])).get(caseKey(row as TradeCaseRef));
  const clocks = await listRunningClocks(db, tradeDisputeProcedure.name, row.id);
  return {
    id: row.id,
    number: row.number,
    state: row.state as TradeDisputeState,
    caseType: row.caseType as TradeCaseRef["caseType"],
    caseId: row.caseId,
    caseNumber: head?.number ?? 0,
    caseTitle: head?.title ?? "",
    organisation: row.organisation.legalName,
    text: row.text,
    fileName: row.file?.name ?? null,
    createdAt: row.createdAt,
    dueAt: clocks[0]?.dueAt ?? null,
    decidedAt: row.decidedAt,
    result: row.result,
    isOwn,
    moves: openMoves(tradeDisputeProcedure, row.state, tradeDisputeConduct.relations(actor, row)),
  };
}

/** The file of a dispute. @throws DomainError "not_found" (404) */
export async function getDisputeFile(disputeId: string, actor: UserActor, db: DbOrTx) {
  await getDispute(disputeId, actor, db);
  const row = await db.tradeDispute.findUnique({
    where: { id: disputeId },
    select: { file: { select: { name: true, contentType: true, storageKey: true } } },
  });
  return { ...assertFound(row?.file), isPublic: false };
}
