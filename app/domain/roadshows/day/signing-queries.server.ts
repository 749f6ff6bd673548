import type { Prisma } from "#prisma/client/client";
import type { Actor, UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import { SIGNING_STATES } from "./add-signing.server";
import { assertStaff } from "./day-access.server";
import type { SigningKind } from "./signing-schema";
import type { OwnSigning, SigningPage, SigningRow } from "./signing-view";

const PAGE_SIZE = 50;

const select = {
  id: true,
  title: true,
  kind: true,
  amountFen: true,
  supplyConfirmedAt: true,
  supplyConfirmedById: true,
  demandConfirmedAt: true,
  demandConfirmedById: true,
  withdrawnAt: true,
  createdAt: true,
  supplyOrganisation: { select: { id: true, legalName: true } },
  demandOrganisation: { select: { id: true, legalName: true } },
  project: { select: { number: true } },
} as const satisfies Prisma.RoadshowSigningSelect;

type Stored = Prisma.RoadshowSigningGetPayload<{ select: typeof select }>;

const rowOf = (row: Stored): SigningRow => ({
  id: row.id,
  title: row.title,
  kind: row.kind as SigningKind,
  supply: row.supplyOrganisation.legalName,
  demand: row.demandOrganisation.legalName,
  projectNumber: row.project?.number ?? null,
  amountFen: row.amountFen?.toString() ?? null,
  supplyConfirmedAt: row.supplyConfirmedAt?.toISOString() ?? null,
  demandConfirmedAt: row.demandConfirmedAt?.toISOString() ?? null,
  isConfirmed: row.supplyConfirmedAt !== null && row.demandConfirmedAt !== null,
  isWithdrawn: row.withdrawnAt !== null,
  createdAt: row.createdAt.toISOString(),
});

/**
 * The list of an event for its organiser, and for its people to read; totals count what both sides have confirmed.
 * @throws DomainError "not_found" (404)
 */
export async function getSigningPage(
  db: DbOrTx,
  roadshowId: string,
  page: number,
  actor: Actor,
): Promise<SigningPage> {
  const access = await assertStaff(db, roadshowId, actor, ["DESK", "STAGE"]);
  const { roadshow, isOrganiser } = access;
  const [rows, total, confirmed] = await Promise.all([
    db.roadshowSigning.findMany({
      where: { roadshowId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select,
    }),
    db.roadshowSigning.count({ where: { roadshowId } }),
    db.roadshowSigning.groupBy({
      by: ["kind"],
      where: {
        roadshowId,
        withdrawnAt: null,
        supplyConfirmedAt: { not: null },
        demandConfirmedAt: { not: null },
      },
      _count: true,
      _sum: { amountFen: true },
    }),
  ]);
  const of = (kind: SigningKind) => confirmed.find((one) => one.kind === kind);
  const amount = confirmed.reduce((sum, one) => sum + (one._sum.amountFen ?? 0n), 0n);
  return {
    title: roadshow.title,
    number: roadshow.number,
    mayWrite: isOrganiser && SIGNING_STATES.includes(roadshow.state),
    rows: rows.map(rowOf),
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    total,
    totals: {
      intentions: of("INTENTION")?._count ?? 0,
      contracts: of("CONTRACT")?._count ?? 0,
      amountFen: amount.toString(),
    },
  };
}

/** Rows in which an organisation of the actor is a side, those that wait for it first. */
export async function listOwnSignings(
  db: DbOrTx,
  page: number,
  actor: UserActor,
): Promise<{ rows: OwnSigning[]; pages: number; total: number }> {
  const own = actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "roadshow.pitch", { organisationId }));
  const where = {
    withdrawnAt: null,
    OR: [{ supplyOrganisationId: { in: own } }, { demandOrganisationId: { in: own } }],
  };
  const [rows, total] = await Promise.all([
    db.roadshowSigning.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: { ...select, roadshow: { select: { title: true, number: true } } },
    }),
    db.roadshowSigning.count({ where }),
  ]);
  const list = rows.flatMap((row) =>
    (["SUPPLY", "DEMAND"] as const).flatMap((side): OwnSigning[] => {
      const party = side === "SUPPLY" ? row.supplyOrganisation : row.demandOrganisation;
      const at = side === "SUPPLY" ? row.supplyConfirmedAt : row.demandConfirmedAt;
      const other = side === "SUPPLY" ? row.demandConfirmedById : row.supplyConfirmedById;
      if (!own.includes(party.id)) return [];
      return [
        {
          ...rowOf(row),
          roadshowTitle: row.roadshow.title,
          roadshowNumber: row.roadshow.number,
          side,
          organisation: party.legalName,
          mayConfirm: at === null && other !== actor.userId,
        },
      ];
    }),
  );
  list.sort((a, b) => Number(b.mayConfirm) - Number(a.mayConfirm));
  return { rows: list, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total };
}
