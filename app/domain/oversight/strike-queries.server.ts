import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { StrikeKind, TradeCaseType } from "./strike-rules";
import { findTradeCases } from "./trade-case-queries.server";
import { caseKey, type TradeCaseRef } from "./trade-case-rules";

type Paging = { skip: number; size: number };

const DAY_MS = 86_400_000;

async function readStrikes(db: DbOrTx, where: { organisationId?: string }, paging: Paging) {
  const [rows, total] = await Promise.all([
    db.tradeStrike.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
      include: { organisation: { select: { legalName: true } } },
    }),
    db.tradeStrike.count({ where }),
  ]);
  const cases = await findTradeCases(db, rows);
  const items = rows.map((row) => {
    const ref = row as TradeCaseRef;
    return {
      id: row.id,
      organisation: row.organisation.legalName,
      kind: row.kind as StrikeKind,
      caseType: row.caseType as TradeCaseType,
      caseId: row.caseId,
      caseNumber: cases.get(caseKey(ref))?.number ?? 0,
      caseTitle: cases.get(caseKey(ref))?.title ?? "",
      reason: row.reason,
      createdAt: row.createdAt,
      liftedAt: row.liftedAt,
      liftNote: row.liftNote,
    };
  });
  return { items, total };
}

/** Strikes of one's own organisation. @throws DomainError "forbidden" (403) */
export function listOwnStrikes(organisationId: string, paging: Paging, actor: Actor, db: DbOrTx) {
  assertCan(actor, "pay.view", { organisationId });
  return readStrikes(db, { organisationId }, paging);
}

/** All strikes, for operators. @throws DomainError "forbidden" (403) */
export function listStrikes(paging: Paging, actor: Actor, db: DbOrTx) {
  assertCan(actor, "trade.watch");
  return readStrikes(db, {}, paging);
}

/**
 * Sanctions that everybody may read (e-commerce law art. 36): running ones, and ended ones for the
 * dated days after their end. Lifted ones are not shown.
 */
export async function listPublicBans(paging: Paging, db: DbOrTx) {
  const now = clock.now();
  const days = await getPolicyNumber(db, "market.trade.sanction_shown_days", now);
  const where = {
    isPublic: true,
    liftedAt: null,
    fromAt: { lte: now },
    untilAt: { gt: new Date(now.getTime() - days * DAY_MS) },
  };
  const [rows, total] = await Promise.all([
    db.tradeBan.findMany({
      where,
      orderBy: [{ untilAt: "desc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
      include: { organisation: { select: { id: true, legalName: true, uscc: true } } },
    }),
    db.tradeBan.count({ where }),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation.id,
    organisation: row.organisation.legalName,
    uscc: row.organisation.uscc,
    fromAt: row.fromAt,
    untilAt: row.untilAt,
    reason: row.reason,
    isRunning: row.untilAt > now,
  }));
  return { items, total, shownDays: days };
}
