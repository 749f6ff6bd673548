import type { Prisma } from "#prisma/client/client";
import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import { regionPrefix } from "~/domain/identity/region-rules";
import type { DbOrTx } from "~/platform/db.server";
import { type ChallengeState, PUBLIC_CHALLENGE_STATES } from "./challenge-procedure";
import type { ListKind, TakerMode } from "./challenge-schema";
import type { ChallengeItem } from "./challenge-view";

const itemSelect = {
  id: true,
  number: true,
  title: true,
  state: true,
  listKind: true,
  posterFen: true,
  publicFen: true,
  regionCode: true,
  fieldCodes: true,
  intentionsDueAt: true,
  takerMode: true,
  organisation: { select: { legalName: true } },
} as const satisfies Prisma.ChallengeSelect;

export type ChallengeFilter = {
  listKind: string | null;
  field: string | null;
  region: string | null;
  state: "open" | "running" | "ended" | null;
  /** At least this much money in all, in fen. */
  moneyFen: bigint | null;
};

const STATES: Record<NonNullable<ChallengeFilter["state"]>, readonly ChallengeState[]> = {
  open: ["PUBLISHED"],
  running: ["SCREENING", "APPRAISAL", "PUBLICITY", "RUNNING"],
  ended: ["CLOSED", "NO_TAKER", "WITHDRAWN", "TERMINATED"],
};

type Found = { items: ChallengeItem[]; total: number };

async function readItems(
  db: DbOrTx,
  where: Prisma.ChallengeWhereInput,
  page: { skip: number; take: number },
  orderBy: Prisma.ChallengeOrderByWithRelationInput[],
  locale: string,
): Promise<Found> {
  const [rows, total, name, region] = await Promise.all([
    db.challenge.findMany({ where, orderBy, ...page, select: itemSelect }),
    db.challenge.count({ where }),
    codeNamer(db, locale),
    regionNamer(db, locale),
  ]);
  const items = rows.map(({ organisation, regionCode, fieldCodes, ...row }) => ({
    ...row,
    state: row.state as ChallengeState,
    listKind: row.listKind as ListKind,
    takerMode: row.takerMode as TakerMode,
    posterFen: row.posterFen ?? 0n,
    publicFen: row.publicFen ?? 0n,
    intentionsDueAt: row.intentionsDueAt?.toISOString() ?? null,
    organisation: organisation.legalName,
    region: region(regionCode),
    fields: fieldCodes.map((code) => name("fields", code)),
  }));
  return { items, total };
}

/** The public list, open ones by their deadline first asked for, the newest first. */
export async function listPublicChallenges(
  db: DbOrTx,
  filter: ChallengeFilter,
  page: { skip: number; take: number },
  locale: string,
): Promise<Found> {
  const states = filter.state ? STATES[filter.state] : PUBLIC_CHALLENGE_STATES;
  const where: Prisma.ChallengeWhereInput = {
    state: { in: [...states] },
    publishedAt: { not: null },
    ...(filter.listKind ? { listKind: filter.listKind } : {}),
    ...(filter.field ? { fieldCodes: { has: filter.field } } : {}),
    ...(filter.region ? { regionCode: { startsWith: regionPrefix(filter.region) } } : {}),
    ...(filter.moneyFen === null ? {} : { id: { in: await idsFrom(db, filter.moneyFen) } }),
  };
  return readItems(db, where, page, [{ publishedAt: "desc" }, { number: "desc" }], locale);
}

/** Poster's and public money count together, which Prisma cannot say. */
async function idsFrom(db: DbOrTx, moneyFen: bigint): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Challenge" WHERE "publishedAt" IS NOT NULL
      AND coalesce("posterFen", 0) + coalesce("publicFen", 0) >= ${moneyFen} LIMIT 5000`;
  return rows.map((one) => one.id);
}

/** Challenges of the organisations that a person belongs to. */
export async function listOwnChallenges(
  db: DbOrTx,
  organisationIds: readonly string[],
  page: { skip: number; take: number },
  locale: string,
): Promise<Found> {
  const where = { organisationId: { in: [...organisationIds] } };
  return readItems(db, where, page, [{ createdAt: "desc" }, { number: "desc" }], locale);
}

/** What waits for an office: null covers every region. */
export async function listOfficeChallenges(
  db: DbOrTx,
  regions: readonly (string | null)[],
  states: readonly ChallengeState[],
  page: { skip: number; take: number },
  locale: string,
): Promise<Found> {
  const isAll = regions.includes(null);
  const covered = regions.flatMap((code) =>
    code === null ? [] : [{ regionCode: { startsWith: regionPrefix(code) } }],
  );
  const where: Prisma.ChallengeWhereInput = {
    state: { in: [...states] },
    ...(isAll ? {} : { OR: covered }),
  };
  return readItems(db, where, page, [{ updatedAt: "asc" }, { number: "asc" }], locale);
}
