import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import type { Db, DbOrTx } from "~/platform/db.server";
import {
  compareThresholds,
  type FilerKind,
  filingTotals,
  THRESHOLD_KEYS,
  type Threshold,
  yearSpan,
} from "./filing-rules";
import {
  ENTRY_KINDS,
  type EntryKind,
  type FilingSummary,
  type Ledger,
  type LedgerLine,
  type LedgerOwner,
} from "./ledger-view";

/** Ledgers that the actor may read: the own one and those of agencies that the actor administers. */
export async function listLedgerOwners(actor: UserActor, db: Db): Promise<LedgerOwner[]> {
  const profile = await db.brokerProfile.findUnique({
    where: { userId: actor.userId },
    select: { id: true, displayName: true },
  });
  const administered = actor.memberships.filter((one) =>
    can(actor, "attribution.view", { organisationId: one.organisationId }),
  );
  const agencies = await db.organisation.findMany({
    where: {
      id: { in: administered.map((one) => one.organisationId) },
      OR: [{ kind: "BROKER_AGENCY" }, { brokers: { some: {} } }],
    },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
  return [
    ...(profile ? [{ kind: "BROKER" as const, id: profile.id, name: profile.displayName }] : []),
    ...agencies.map(({ id, legalName }) => ({ kind: "AGENCY" as const, id, name: legalName })),
  ];
}

/** The ledger asked for, by default the own one. @throws DomainError "not_found" (404) */
export async function findLedgerOwner(
  asked: string | null,
  actor: UserActor,
  db: Db,
): Promise<{ owner: LedgerOwner; owners: LedgerOwner[] }> {
  const owners = await listLedgerOwners(actor, db);
  const owner = asked ? owners.find((one) => one.id === asked) : owners[0];
  return { owner: assertFound(owner), owners };
}

const where = (owner: LedgerOwner, year: number): Prisma.AttributionEntryWhereInput => {
  const { from, to } = yearSpan(year);
  return {
    ...(owner.kind === "BROKER" ? { brokerId: owner.id } : { agencyId: owner.id }),
    countsOn: { gte: dateColumn(from), lte: dateColumn(to) },
  };
};

const FIRST_YEAR = 2000;

/** A year of a ledger, newest entry first, with the sums and limits of the yearly filing. */
export async function getLedger(
  input: { owner: string | null; year: number | null; skip: number; size: number },
  actor: UserActor,
  db: Db,
): Promise<Ledger> {
  const { owner, owners } = await findLedgerOwner(input.owner, actor, db);
  const thisYear = Number(calendarDate(clock.now()).slice(0, 4));
  const year = input.year ?? thisYear;
  if (year < FIRST_YEAR || year > thisYear) throw new DomainError("not_found", { status: 404 });
  const [total, lines, filing, first] = await Promise.all([
    db.attributionEntry.count({ where: where(owner, year) }),
    readLines(db, owner, year, actor, { skip: input.skip, take: input.size, newestFirst: true }),
    summariseYear(owner, year, db),
    db.attributionEntry.findFirst({
      where: owner.kind === "BROKER" ? { brokerId: owner.id } : { agencyId: owner.id },
      orderBy: { countsOn: "asc" },
      select: { countsOn: true },
    }),
  ]);
  const from = Math.min(year, first?.countsOn.getUTCFullYear() ?? thisYear);
  const years = Array.from({ length: thisYear - from + 1 }, (_, index) => thisYear - index);
  return { owner, owners, year, years, lines, total, filing };
}

/** All lines of a year in the order of entry, for the filing pack. */
export function listYearLines(
  owner: LedgerOwner,
  year: number,
  actor: UserActor,
  db: DbOrTx,
): Promise<LedgerLine[]> {
  return readLines(db, owner, year, actor, { newestFirst: false });
}

async function readLines(
  db: DbOrTx,
  owner: LedgerOwner,
  year: number,
  actor: UserActor,
  paging: { skip?: number; take?: number; newestFirst: boolean },
): Promise<LedgerLine[]> {
  const rows = await db.attributionEntry.findMany({
    where: where(owner, year),
    orderBy: { sequence: paging.newestFirst ? "desc" : "asc" },
    ...(paging.take === undefined ? {} : { skip: paging.skip ?? 0, take: paging.take }),
    include: {
      broker: { select: { displayName: true, userId: true } },
      mandate: { select: { number: true } },
    },
  });
  const ids = (values: (string | null)[]) => [...new Set(values.flatMap((id) => id ?? []))];
  const [deals, contracts, organisations, reversed, reversals] = await Promise.all([
    db.deal.findMany({
      where: { id: { in: ids(rows.map((row) => row.dealId)) } },
      select: { id: true, number: true, title: true },
    }),
    db.contract.findMany({
      where: { id: { in: ids(rows.map((row) => row.contractId)) } },
      select: { id: true, title: true },
    }),
    db.organisation.findMany({
      where: {
        id: {
          in: ids(rows.flatMap((row) => [row.supplyOrganisationId, row.demandOrganisationId])),
        },
      },
      select: { id: true, legalName: true },
    }),
    db.attributionEntry.findMany({
      where: { id: { in: ids(rows.map((row) => row.reversesId)) } },
      select: { id: true, kind: true },
    }),
    db.attributionEntry.findMany({
      where: { reversesId: { in: rows.map((row) => row.id) } },
      select: { reversesId: true },
    }),
  ]);
  const dealOf = new Map(deals.map((one) => [one.id, one]));
  const contractOf = new Map(contracts.map((one) => [one.id, one.title]));
  const nameOf = new Map(organisations.map((one) => [one.id, one.legalName]));
  const kindOf = new Map(reversed.map((one) => [one.id, one.kind]));
  const gone = new Set(reversals.map((one) => one.reversesId));
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    kind: toKind(row.kind),
    reversedKind: row.reversesId ? toReversed(kindOf.get(row.reversesId)) : null,
    countsOn: row.countsOn.toISOString().slice(0, 10),
    createdAt: row.createdAt.toISOString(),
    brokerName: row.broker.displayName,
    dealId: row.dealId,
    dealNumber: dealOf.get(row.dealId)?.number ?? 0,
    dealTitle: dealOf.get(row.dealId)?.title ?? "",
    contractTitle: contractOf.get(row.contractId ?? "") ?? "",
    supplyName: nameOf.get(row.supplyOrganisationId) ?? "",
    demandName: nameOf.get(row.demandOrganisationId) ?? "",
    shareBp: row.shareBp,
    amountFen: row.amountFen.toString(),
    isRelated: row.isRelated,
    note: row.note,
    mandateNumber: row.mandate?.number ?? null,
    mayCorrect:
      row.kind === "TURNOVER" &&
      !gone.has(row.id) &&
      can(actor, "attribution.view", {
        userId: row.broker.userId,
        organisationId: row.agencyId,
      }),
  }));
}

const toKind = (kind: string): EntryKind => ENTRY_KINDS.find((one) => one === kind) ?? "REVERSAL";

function toReversed(kind: string | undefined): LedgerLine["reversedKind"] {
  return kind === "TURNOVER" || kind === "FEE_DUE" || kind === "FEE_PAID" ? kind : null;
}

/** Sums of a year and the limits of the provincial filing that were in force at its end. */
export async function summariseYear(
  owner: LedgerOwner,
  year: number,
  db: DbOrTx,
): Promise<FilingSummary> {
  const [rows, filer] = await Promise.all([
    db.attributionEntry.findMany({
      where: where(owner, year),
      select: { sequence: true, kind: true, amountFen: true, isRelated: true, reversesId: true },
    }),
    filerKind(owner, db),
  ]);
  const originals = await db.attributionEntry.findMany({
    where: { id: { in: rows.flatMap((row) => row.reversesId ?? []) } },
    select: { id: true, kind: true },
  });
  const kindOf = new Map(originals.map((one) => [one.id, one.kind]));
  const totals = filingTotals(
    rows.map((row) => ({
      ...row,
      kind: toKind(row.kind),
      reversedKind: row.reversesId ? toReversed(kindOf.get(row.reversesId)) : null,
    })),
  );
  const thresholds = await listThresholds(filer, yearSpan(year).to, db);
  return {
    year,
    filer,
    totals: {
      turnoverFen: totals.turnoverFen.toString(),
      incomeFen: totals.incomeFen.toString(),
      relatedTurnoverFen: totals.relatedTurnoverFen.toString(),
      relatedIncomeFen: totals.relatedIncomeFen.toString(),
    },
    thresholds: compareThresholds(thresholds, totals).map((one) => ({
      ...one,
      limitFen: one.limitFen.toString(),
      actualFen: one.actualFen.toString(),
    })),
  };
}

/** Universities and institutes file for an office inside the house, everybody else as a legal person. */
async function filerKind(owner: LedgerOwner, db: DbOrTx): Promise<FilerKind> {
  const organisation = await db.organisation.findFirst({
    where: owner.kind === "AGENCY" ? { id: owner.id } : { brokers: { some: { id: owner.id } } },
    select: { kind: true },
  });
  const isInHouse =
    organisation?.kind === "UNIVERSITY" || organisation?.kind === "RESEARCH_INSTITUTE";
  return isInHouse ? "IN_HOUSE" : "LEGAL_PERSON";
}

async function listThresholds(filer: FilerKind, on: string, db: DbOrTx): Promise<Threshold[]> {
  const keys = [...THRESHOLD_KEYS[filer]];
  const rows = await db.policyParameter.findMany({
    where: {
      key: { in: keys },
      validFrom: { lte: dateColumn(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateColumn(on) } }],
    },
    orderBy: { validFrom: "desc" },
  });
  return keys.flatMap((key) => {
    const row = rows.find((one) => one.key === key);
    if (typeof row?.value !== "number") return [];
    return [
      {
        key,
        titleZh: row.title,
        limitFen: BigInt(Math.round(row.value * 100)),
        source: row.source,
      },
    ];
  });
}
