import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "./lock-roadshow.server";

export const roadshowSelect = {
  id: true,
  number: true,
  state: true,
  revision: true,
  organisationId: true,
  createdById: true,
  seriesId: true,
  title: true,
  intro: true,
  fieldCodes: true,
  regionCode: true,
  format: true,
  venue: true,
  address: true,
  onlineUrl: true,
  contact: true,
  languages: true,
  startsOn: true,
  endsOn: true,
  callDueAt: true,
  confirmDueAt: true,
  materialsDueAt: true,
  audienceDueAt: true,
  rules: true,
  sequence: true,
  planId: true,
  reportedAt: true,
  organisation: { select: { legalName: true, state: true } },
  places: {
    orderBy: [{ sort: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, name: true, capacity: true, openings: true },
  },
  items: {
    orderBy: [{ sort: "asc" }, { id: "asc" }],
    select: { id: true, title: true, minutes: true, placeId: true, startsAt: true },
  },
} as const satisfies Prisma.RoadshowSelect;

export type RoadshowRow = Prisma.RoadshowGetPayload<{ select: typeof roadshowSelect }>;

/** Locks an event and reads it. @throws DomainError "not_found" (404) */
export async function readLockedRoadshow(tx: Tx, id: string): Promise<RoadshowRow> {
  await lockRoadshow(tx, id);
  const row = await tx.roadshow.findUnique({ where: { id }, select: roadshowSelect });
  if (!row) throw new DomainError("not_found", { status: 404 });
  return row;
}

/** A date column as a calendar date. */
export const dayOf = (column: Date | null): string | null =>
  column?.toISOString().slice(0, 10) ?? null;
