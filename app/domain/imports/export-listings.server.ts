import type { Prisma } from "#prisma/client/client";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import {
  achievementContentOf,
  achievementInclude,
  needContentOf,
  needInclude,
} from "~/domain/catalogue/listing-rows.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { achievementCells, type ExportCells, needCells } from "./export-cells";

/** What is exported: everything of one organisation, or what the public sees. */
export type ExportScope =
  | { scope: "own"; organisationId: string }
  | { scope: "public"; query: string };

export type ExportRow = ExportCells & {
  organisation: string;
  state: string;
  publishedOn: string;
  path: string;
};

const BATCH = 200;

/** Rights of an export, asked before its first byte. @throws DomainError "forbidden", "not_found" */
export async function assertMayExport(db: Db, scope: ExportScope, actor: Actor): Promise<void> {
  if (scope.scope === "public") return;
  assertFound(isId(scope.organisationId) ? true : null);
  const organisation = assertFound(
    await db.organisation.findUnique({
      where: { id: scope.organisationId },
      select: { id: true, regionCode: true },
    }),
  );
  assertCan(actor, "listing.export", {
    organisationId: organisation.id,
    regionCode: organisation.regionCode,
  });
}

function words(query: string): string[] {
  return query.split(/\s+/).filter(Boolean).slice(0, 5);
}

/** Listings as rows of an import file, oldest first, read batch by batch. */
export async function* exportListings(
  db: Db,
  kind: ListingKind,
  scope: ExportScope,
): AsyncGenerator<ExportRow> {
  const isPublic = scope.scope === "public";
  const contains = isPublic
    ? words(scope.query).map((word) => ({
        searchText: { contains: word, mode: "insensitive" as const },
      }))
    : [];
  const where = isPublic
    ? { state: "PUBLISHED", AND: contains }
    : { organisationId: scope.organisationId };
  let after: string | undefined;
  for (;;) {
    const page = {
      orderBy: { id: "asc" },
      take: BATCH,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    } as const;
    const rows =
      kind === "achievement"
        ? await readAchievements(db, where, page, isPublic)
        : await readNeeds(db, where, page, isPublic);
    for (const { row } of rows) yield row;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id;
  }
}

type Page = { orderBy: { id: "asc" }; take: number; cursor?: { id: string }; skip?: number };
type Read = { id: string; row: ExportRow }[];

async function readAchievements(
  db: Db,
  where: Prisma.AchievementWhereInput,
  page: Page,
  isPublic: boolean,
): Promise<Read> {
  const rows = await db.achievement.findMany({ where, ...page, include: achievementInclude });
  return rows.map((row) => ({
    id: row.id,
    row: {
      ...identity("achievement", row, isPublic),
      ...achievementCells(achievementContentOf(row), isPublic),
    },
  }));
}

async function readNeeds(
  db: Db,
  where: Prisma.NeedWhereInput,
  page: Page,
  isPublic: boolean,
): Promise<Read> {
  const rows = await db.need.findMany({ where, ...page, include: needInclude });
  return rows.map((row) => ({
    id: row.id,
    row: { ...identity("need", row, isPublic), ...needCells(needContentOf(row), isPublic) },
  }));
}

type Known = {
  id: string;
  number: number;
  externalId: string | null;
  state: string;
  isBlinded: boolean;
  publishedAt: Date | null;
  organisation: { legalName: string };
};

function identity(kind: ListingKind, row: Known, isPublic: boolean) {
  return {
    externalId: (isPublic ? null : row.externalId) ?? `${KIND[kind].segment}-${row.number}`,
    organisation: isPublic && row.isBlinded ? "" : row.organisation.legalName,
    state: row.state,
    publishedOn: row.publishedAt?.toISOString().slice(0, 10) ?? "",
    path: `${appUrl()}/${KIND[kind].segment}/${row.id}`,
  };
}
