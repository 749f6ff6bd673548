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
    db.region.findMany({ select: { code: true, parentCode: true } }),
    db.codeItem.findMany({
      where: { list: { in: [...LISTS] } },
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
}

export interface CodeNode extends RegionNode {
  readonly list: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Pure part of loadReferences. */
export function buildReferences(
  regions: readonly RegionNode[],
  items: readonly CodeNode[],
): References {
  const regionParents = new Map(regions.map((region) => [region.code, region.parentCode]));
  const codeParents = new Map<string, string | null>();
  const names = new Map<string, CodeName>();
  for (const item of items) {
    const key = `${item.list} ${item.code}`;
    codeParents.set(key, item.parentCode);
    names.set(key, { zh: item.nameZh, en: item.nameEn });
  }
  return {
    regionPath(code) {
      return code === null ? [] : climb(code, (child) => regionParents.get(child));
    },
    withAncestors(list, code) {
      return climb(code, (child) => codeParents.get(`${list} ${child}`));
    },
    codeName: (list, code) => names.get(`${list} ${code}`),
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
