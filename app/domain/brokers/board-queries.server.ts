import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { type BoardCard, nextAction } from "./board-rules";
import { listMandates } from "./mandate-queries.server";
import type { MandateItem } from "./mandate-view";

/** Cards of one column; the rest is behind the link of the column. */
const COLUMN = 8;

export type Board = {
  leads: { cards: BoardCard[]; total: number };
  introductions: { cards: BoardCard[]; total: number };
  deals: { cards: BoardCard[]; total: number };
  fees: { cards: BoardCard[]; total: number; dueFen: string };
};

/**
 * A broker's work in four columns: mandates without an introduction yet, introductions without a
 * room, rooms without a signed contract, and contracts whose fee is open. Every card says what is next.
 */
export async function getBoard(actor: UserActor, db: Db): Promise<Board> {
  const mine = { broker: { userId: actor.userId } };
  const page = { skip: 0, size: COLUMN };
  const [leads, fees, records, recordTotal, deals, dealTotal, due] = await Promise.all([
    listMandates(
      { ...page, list: "open", extra: { ...mine, dealId: null, introduced: { none: {} } } },
      actor,
      db,
    ),
    listMandates({ ...page, list: "contract", extra: mine }, actor, db),
    listOpenRecords(actor, db),
    db.brokerIntroduction.count({ where: { ...mine, dealId: null } }),
    listDeals(actor, db),
    db.deal.count({ where: dealsOf(actor) }),
    db.mandate.aggregate({ where: { ...mine, state: "FEE_DUE" }, _sum: { feeFen: true } }),
  ]);
  return {
    leads: { cards: leads.items.map(mandateCard), total: leads.total },
    introductions: { cards: records, total: recordTotal },
    deals: { cards: deals, total: dealTotal },
    fees: {
      cards: fees.items.map(mandateCard),
      total: fees.total,
      dueFen: (due._sum.feeFen ?? 0n).toString(),
    },
  };
}

function mandateCard(item: MandateItem): BoardCard {
  return {
    id: item.id,
    title: item.title,
    with: item.clientName,
    state: item.state,
    href: `/desk/mandates/${item.id}`,
    dueAt: item.dueAt,
    amountFen: item.feeFen,
    next: nextAction({ kind: "mandate", state: item.state }),
  };
}

async function listOpenRecords(actor: UserActor, db: Db): Promise<BoardCard[]> {
  const rows = await db.brokerIntroduction.findMany({
    where: { broker: { userId: actor.userId }, dealId: null },
    orderBy: [{ introducedAt: "desc" }, { id: "desc" }],
    take: COLUMN,
    select: {
      id: true,
      number: true,
      introducedAt: true,
      supplyConfirmedAt: true,
      demandConfirmedAt: true,
      mandate: { select: { title: true } },
      achievementId: true,
      needId: true,
    },
  });
  const title = { id: true, title: true } as const;
  const [achievements, needs] = await Promise.all([
    db.achievement.findMany({
      where: { id: { in: rows.flatMap((row) => row.achievementId ?? []) } },
      select: title,
    }),
    db.need.findMany({
      where: { id: { in: rows.flatMap((row) => row.needId ?? []) } },
      select: title,
    }),
  ]);
  const titles = new Map([...achievements, ...needs].map((one) => [one.id, one.title]));
  return rows.map((row) => {
    const confirmed = [row.supplyConfirmedAt, row.demandConfirmedAt].filter(Boolean).length;
    return {
      id: row.id,
      title: titles.get(row.achievementId ?? "") ?? titles.get(row.needId ?? "") ?? "",
      with: row.mandate?.title ?? "",
      state: `CONFIRMED_${confirmed}`,
      href: "/desk/broker/introductions",
      dueAt: null,
      amountFen: null,
      next: nextAction({ kind: "record", confirmed }),
    };
  });
}

const dealsOf = (actor: UserActor) => ({
  state: { in: ["OPEN", "PAUSED", "DISPUTED", "AGREED"] },
  participants: { some: { userId: actor.userId, role: "BROKER", leftAt: null } },
});

async function listDeals(actor: UserActor, db: Db): Promise<BoardCard[]> {
  const rows = await db.deal.findMany({
    where: dealsOf(actor),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: COLUMN,
    select: {
      id: true,
      title: true,
      state: true,
      supplyOrganisation: { select: { legalName: true } },
      demandOrganisation: { select: { legalName: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    with: `${row.supplyOrganisation.legalName} ↔ ${row.demandOrganisation.legalName}`,
    state: row.state,
    href: `/desk/deals/${row.id}`,
    dueAt: null,
    amountFen: null,
    next: nextAction({ kind: "deal", state: row.state }),
  }));
}
