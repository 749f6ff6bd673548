import type { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import type { TenderBidState } from "./tender-bid-procedure";
import { isTenderState, tenderProcedure } from "./tender-procedure";
import type { TenderLine } from "./tender-view";

type Paging = { skip: number; take: number };

export const TENDER_SHOWS = ["open", "evaluation", "awarded", "ended", "all"] as const;
export type TenderShow = (typeof TENDER_SHOWS)[number];

const STATES: Record<TenderShow, readonly string[]> = {
  open: ["ISSUED"],
  evaluation: ["OPENING", "EVALUATION", "CANDIDATES", "STANDSTILL", "SUSPENDED"],
  awarded: ["AWARDED", "CONTRACTED", "CLOSED"],
  ended: ["FAILED", "CANCELLED"],
  all: tenderProcedure.states.filter((one) => !["DRAFT", "CHECK", "CORRECTION"].includes(one)),
};

const lineSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  budgetFen: true,
  issuedAt: true,
  bidsDueAt: true,
  organisation: { select: { legalName: true } },
} satisfies Prisma.TenderSelect;

function toLine(row: Prisma.TenderGetPayload<{ select: typeof lineSelect }>): TenderLine {
  return {
    id: row.id,
    number: row.number,
    state: isTenderState(row.state) ? row.state : tenderProcedure.initial,
    title: row.title,
    buyer: row.organisation.legalName,
    budgetFen: row.budgetFen?.toString() ?? null,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    bidsDueAt: row.bidsDueAt?.toISOString() ?? null,
  };
}

async function page(
  db: DbOrTx,
  where: Prisma.TenderWhereInput,
  orderBy: Prisma.TenderOrderByWithRelationInput[],
  paging: Paging,
): Promise<{ lines: TenderLine[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.tender.findMany({ where, orderBy, select: lineSelect, ...paging }),
    db.tender.count({ where }),
  ]);
  return { lines: rows.map(toLine), total };
}

/** Issued tenders; open ones with the next deadline first, the others newest first. */
export function listTenders(
  db: DbOrTx,
  filter: Paging & { show: TenderShow; text: string; categoryCode: string },
) {
  const { show, text, categoryCode, skip, take } = filter;
  const where: Prisma.TenderWhereInput = {
    state: { in: [...STATES[show]] },
    issuedAt: { not: null },
    ...(categoryCode === "" ? {} : { categoryCode }),
    ...(text === ""
      ? {}
      : {
          OR: [
            { title: { contains: text, mode: "insensitive" } },
            { organisation: { legalName: { contains: text, mode: "insensitive" } } },
          ],
        }),
  };
  const orderBy: Prisma.TenderOrderByWithRelationInput[] =
    show === "open"
      ? [{ bidsDueAt: "asc" }, { number: "asc" }]
      : [{ issuedAt: "desc" }, { number: "desc" }];
  return page(db, where, orderBy, { skip, take });
}

const own = (actor: Actor) =>
  actor.kind === "USER" ? actor.memberships.map((one) => one.organisationId) : [];

/** Tenders of the organisations that a person belongs to. */
export function listOwnTenders(actor: Actor, db: DbOrTx, paging: Paging) {
  const where = { organisationId: { in: own(actor) } };
  return page(db, where, [{ createdAt: "desc" }, { number: "desc" }], paging);
}

/** Tenders in which a person holds a key or sits in the committee. */
export async function listTenderDuties(actor: Actor, db: DbOrTx, paging: Paging) {
  const userId = actor.kind === "USER" ? actor.userId : "";
  const where: Prisma.TenderWhereInput = {
    OR: [{ keyHolders: { some: { userId } } }, { members: { some: { userId } } }],
  };
  const found = await page(db, where, [{ createdAt: "desc" }, { number: "desc" }], paging);
  const ids = found.lines.map((one) => one.id);
  const [holders, members] = await Promise.all([
    db.tenderKeyHolder.findMany({ where: { userId, tenderId: { in: ids } } }),
    db.tenderMember.findMany({ where: { userId, tenderId: { in: ids } } }),
  ]);
  return {
    total: found.total,
    lines: found.lines.map((line) => ({
      ...line,
      holds: holders.some((one) => one.tenderId === line.id),
      evaluates: members.some((one) => one.tenderId === line.id && one.recusedAt === null),
    })),
  };
}

/** Own bids with the tenders that they answer to. */
export async function listOwnBids(actor: Actor, db: DbOrTx, paging: Paging) {
  const where = { organisationId: { in: own(actor) } };
  const [rows, total] = await Promise.all([
    db.tenderBid.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: {
        id: true,
        number: true,
        state: true,
        organisation: { select: { legalName: true } },
        tender: { select: lineSelect },
      },
    }),
    db.tenderBid.count({ where }),
  ]);
  const lines = rows.map((row) => ({
    ...toLine(row.tender),
    bidId: row.id,
    bidNumber: row.number,
    bidState: row.state as TenderBidState,
    bidder: row.organisation.legalName,
  }));
  return { lines, total };
}

export const OFFICE_TENDER_LISTS = ["check", "running", "ended", "all"] as const;
export type OfficeTenderList = (typeof OFFICE_TENDER_LISTS)[number];

const OFFICE_STATES: Record<OfficeTenderList, readonly string[]> = {
  check: ["CHECK"],
  running: [...STATES.open, ...STATES.evaluation, "AWARDED"],
  ended: ["CONTRACTED", "CLOSED", ...STATES.ended],
  all: tenderProcedure.states,
};

/** Tenders for the market's operators; drafts too, for whose keys they name holders. */
export function listOfficeTenders(
  actor: Actor,
  db: DbOrTx,
  filter: Paging & { list: OfficeTenderList },
) {
  const { list, skip, take } = filter;
  const isOperator = can(actor, "tender.operate");
  const where = { state: { in: isOperator ? [...OFFICE_STATES[list]] : [] } };
  return page(db, where, [{ bidsDueAt: "asc" }, { number: "asc" }], { skip, take });
}
