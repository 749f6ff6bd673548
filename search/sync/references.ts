import type { PrismaClient } from "#prisma/client/client";
import type { CodeList, CodeName, References } from "../indexes/listing-document";

const LISTS: readonly CodeList[] = ["fields", "industries", "cooperation-modes", "ip-kinds"];
const KEEP_MS = 60_000;

let kept: { db: PrismaClient; at: number; references: References } | null = null;

/**
 * The region tree and the code lists, read once a minute: codes are added by a release or an
 * operator, never within a request. Keyed by client so that test databases do not mix.
 */
export async function loadReferences(db: PrismaClient): Promise<References> {
  const now = performance.now();
  if (kept !== null && kept.db === db && now - kept.at < KEEP_MS) return kept.references;
  const [regions, items] = await Promise.all([
    db.region.findMany({
      orderBy: { code: "asc" },
      select: { code: true, parentCode: true, nameZh: true, nameEn: true },
    }),
    db.codeItem.findMany({
      where: { list: { in: [...LISTS] } },
      orderBy: [{ list: "asc" }, { sort: "asc" }, { code: "asc" }],
      select: { list: true, code: true, parentCode: true, nameZh: true, nameEn: true },
    }),
  ]);
  const references = buildReferences(regions, items);
  // An empty database is being seeded; what is read now would be wrong in a moment.
  if (regions.length > 0) kept = { db, at: now, references };
  return references;
}

export interface RegionNode {
  readonly code: string;
  readonly parentCode: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface CodeNode extends RegionNode {
  readonly list: string;
}

/** Pure part of loadReferences; rows in the order in which they are to be shown. */
export function buildReferences(
  regions: readonly RegionNode[],
  items: readonly CodeNode[],
): References {
  const regionNodes = new Map(regions.map((region) => [region.code, region]));
  const codes = new Map<string, CodeNode>();
  const children = new Map<string, string[]>();
  for (const item of items) {
    codes.set(`${item.list} ${item.code}`, item);
    const below = `${item.list} ${item.parentCode ?? ""}`;
    children.set(below, [...(children.get(below) ?? []), item.code]);
  }
  const childCodes = (list: CodeList, code: string | null) =>
    children.get(`${list} ${code ?? ""}`) ?? [];
  const withDescendants = (list: CodeList, code: string, depth = 0): string[] =>
    depth > 6
      ? [code]
      : [
          code,
          ...childCodes(list, code).flatMap((child) => withDescendants(list, child, depth + 1)),
        ];
  const nameOf = (node: RegionNode | undefined): CodeName | undefined =>
    node && { zh: node.nameZh, en: node.nameEn };
  return {
    regionPath(code) {
      return code === null ? [] : climb(code, (child) => regionNodes.get(child)?.parentCode);
    },
    withAncestors(list, code) {
      return climb(code, (child) => codes.get(`${list} ${child}`)?.parentCode);
    },
    codeName: (list, code) => nameOf(codes.get(`${list} ${code}`)),
    regionName: (code) => nameOf(regionNodes.get(code)),
    childCodes,
    withDescendants: (list, code) => withDescendants(list, code),
    provinces: () =>
      regions.filter((region) => region.parentCode === null).map((region) => region.code),
  };
}

/** Root first. Stops after six levels, so that a circle in the data cannot hang the sync. */
function climb(code: string, parentOf: (code: string) => string | null | undefined): string[] {
  const path = [code];
  for (let parent = parentOf(code); parent && path.length < 6; parent = parentOf(parent)) {
    path.unshift(parent);
  }
  return path;
}
