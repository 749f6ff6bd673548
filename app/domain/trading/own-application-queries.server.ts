import type { Prisma } from "#prisma/client/client";
import type { Actor, UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { paymentHref } from "~/domain/payments/payment-href";
import type { PaymentState } from "~/domain/payments/payment-procedure";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { isLotApplicationState } from "./lot-application-procedure";
import type { LotState } from "./lot-procedure";
import { isLotState } from "./lot-procedure";
import type { OwnApplication } from "./lot-view";

const ownSelect = {
  id: true,
  state: true,
  organisationId: true,
  refusalNote: true,
  depositPaymentId: true,
  createdAt: true,
  organisation: { select: { legalName: true } },
  deposit: { select: { state: true } },
  bidders: { orderBy: { id: "desc" }, take: 1, select: { number: true } },
  lot: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      applicationsEndAt: true,
      biddingStartsAt: true,
      confirmDueAt: true,
      winnerApplicationId: true,
      priceFen: true,
    },
  },
} satisfies Prisma.LotApplicationSelect;

type Row = Prisma.LotApplicationGetPayload<{ select: typeof ownSelect }>;

const OPEN = ["SUBMITTED", "QUALIFIED", "ADMITTED"];

type Rooms = ReadonlyMap<string | null, string>;

/** The newest room of each lot, of those that the reader is in. */
async function findRooms(db: Db, actor: UserActor, rows: readonly Row[]): Promise<Rooms> {
  const lotIds = rows.flatMap(({ id, lot }) => (lot.winnerApplicationId === id ? [lot.id] : []));
  if (lotIds.length === 0) return new Map();
  const rooms = await db.deal.findMany({
    where: { lotId: { in: lotIds }, participants: { some: { userId: actor.userId } } },
    orderBy: { createdAt: "asc" },
    select: { id: true, lotId: true },
  });
  return new Map(rooms.map((room) => [room.lotId, room.id]));
}

function toOwn(row: Row, actor: UserActor, rooms: Rooms): OwnApplication {
  const { lot, organisationId } = row;
  const isWinner = lot.winnerApplicationId === row.id;
  const now = clock.now();
  const isBeforeEnd =
    lot.state === "ANNOUNCED" && lot.applicationsEndAt !== null && now < lot.applicationsEndAt;
  return {
    id: row.id,
    state: isLotApplicationState(row.state) ? row.state : "SUBMITTED",
    organisationName: row.organisation.legalName,
    refusalNote: row.refusalNote,
    paymentHref: row.depositPaymentId ? paymentHref(row.depositPaymentId) : null,
    depositState: (row.deposit?.state ?? null) as PaymentState | null,
    bidderNumber: row.bidders[0]?.number ?? null,
    isWinner,
    roomId: isWinner ? (rooms.get(lot.id) ?? null) : null,
    mayWithdraw:
      isBeforeEnd && OPEN.includes(row.state) && can(actor, "lot.apply", { organisationId }),
    mayConfirm:
      isWinner && lot.state === "PENDING_CONFIRM" && can(actor, "lot.confirm", { organisationId }),
  };
}

/** Applications of the reader's own organisations for one lot. */
export async function findOwnApplications(
  db: Db,
  lotId: string,
  actor: Actor | null,
): Promise<OwnApplication[]> {
  if (actor?.kind !== "USER" || actor.memberships.length === 0) return [];
  const rows = await db.lotApplication.findMany({
    where: { lotId, organisationId: { in: actor.memberships.map((one) => one.organisationId) } },
    orderBy: { createdAt: "asc" },
    select: ownSelect,
  });
  const rooms = await findRooms(db, actor, rows);
  return rows.map((row) => toOwn(row, actor, rooms));
}

export type OwnApplicationLine = OwnApplication & {
  createdAt: Date;
  lot: {
    id: string;
    number: number;
    title: string;
    state: LotState;
    applicationsEndAt: Date | null;
    biddingStartsAt: Date | null;
    confirmDueAt: Date | null;
  };
};

/** All applications of the reader's organisations, newest first. */
export async function listOwnApplications(
  db: Db,
  actor: UserActor,
  paging: { skip: number; size: number },
): Promise<{ rows: OwnApplicationLine[]; total: number }> {
  const where = { organisationId: { in: actor.memberships.map((one) => one.organisationId) } };
  const [rows, total] = await Promise.all([
    db.lotApplication.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: paging.skip,
      take: paging.size,
      select: ownSelect,
    }),
    db.lotApplication.count({ where }),
  ]);
  const rooms = await findRooms(db, actor, rows);
  const lines = rows.map((row) => {
    const { id, number, title, state, applicationsEndAt, biddingStartsAt, confirmDueAt } = row.lot;
    const dates = { applicationsEndAt, biddingStartsAt, confirmDueAt };
    return {
      ...toOwn(row, actor, rooms),
      createdAt: row.createdAt,
      lot: { id, number, title, state: isLotState(state) ? state : ("VOID" as const), ...dates },
    };
  });
  return { rows: lines, total };
}
