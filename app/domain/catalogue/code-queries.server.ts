import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import type { ListingContent } from "./listing-content";

export type CodeList =
  | "fields"
  | "industries"
  | "cooperation-modes"
  | "licence-kinds"
  | "ip-kinds"
  | "trl-levels"
  | "broker-levels"
  | "broker-services"
  | "languages"
  | "contract-categories";

export type CodeRow = {
  code: string;
  parentCode: string | null;
  nameZh: string;
  nameEn: string;
  extra: Record<string, unknown>;
};
export type RegionRow = {
  code: string;
  parentCode: string | null;
  level: number;
  nameZh: string;
  nameEn: string;
};

type Reference = {
  lists: ReadonlyMap<string, readonly CodeRow[]>;
  byCode: ReadonlyMap<string, CodeRow>;
  regions: readonly RegionRow[];
  regionByCode: ReadonlyMap<string, RegionRow>;
};

const FRESH_MS = 60_000;
let cached: { at: number; reference: Promise<Reference> } | undefined;

async function readReference(db: DbOrTx): Promise<Reference> {
  const [items, regions] = await Promise.all([
    db.codeItem.findMany({ orderBy: [{ list: "asc" }, { sort: "asc" }, { code: "asc" }] }),
    db.region.findMany({
      orderBy: { code: "asc" },
      select: { code: true, parentCode: true, level: true, nameZh: true, nameEn: true },
    }),
  ]);
  const lists = new Map<string, CodeRow[]>();
  const byCode = new Map<string, CodeRow>();
  for (const item of items) {
    const row: CodeRow = {
      code: item.code,
      parentCode: item.parentCode,
      nameZh: item.nameZh,
      nameEn: item.nameEn,
      extra: typeof item.extra === "object" && item.extra ? { ...item.extra } : {},
    };
    lists.set(item.list, [...(lists.get(item.list) ?? []), row]);
    byCode.set(`${item.list}:${item.code}`, row);
  }
  return { lists, byCode, regions, regionByCode: new Map(regions.map((one) => [one.code, one])) };
}

/** The code lists and the region tree; read again after a minute. */
export async function getReference(db: DbOrTx): Promise<Reference> {
  const now = clock.now().getTime();
  if (!cached || Math.abs(now - cached.at) > FRESH_MS) {
    const reference = readReference(db);
    cached = { at: now, reference };
    // An error or an empty table (before the seed) must not be remembered.
    reference.then(
      (read) => read.regions.length === 0 && forgetReference(),
      () => forgetReference(),
    );
  }
  return cached.reference;
}

/** For tests and commands that change the lists. */
export function forgetReference(): void {
  cached = undefined;
}

const nameIn = (row: { nameZh: string; nameEn: string }, locale: string) =>
  locale.startsWith("zh") || row.nameEn === "" ? row.nameZh : row.nameEn;

export type Option = { value: string; label: string };
export type OptionNode = Option & { children?: OptionNode[] };

/** A flat list as options in its own order. */
export async function listOptions(
  db: DbOrTx,
  list: CodeList,
  locale: string,
): Promise<(Option & { parent: string | null })[]> {
  const { lists } = await getReference(db);
  return (lists.get(list) ?? []).map((row) => ({
    value: row.code,
    label: nameIn(row, locale),
    parent: row.parentCode,
  }));
}

/** Province → city → district as a tree of options. */
export async function regionTree(db: DbOrTx, locale: string): Promise<OptionNode[]> {
  const { regions } = await getReference(db);
  const below = new Map<string | null, RegionRow[]>();
  for (const row of regions) {
    below.set(row.parentCode, [...(below.get(row.parentCode) ?? []), row]);
  }
  const nodesOf = (parent: string | null): OptionNode[] =>
    (below.get(parent) ?? []).map((row) => {
      const children = nodesOf(row.code);
      return {
        value: row.code,
        label: nameIn(row, locale),
        ...(children.length > 0 ? { children } : {}),
      };
    });
  return nodesOf(null);
}

/** Names of codes; an unknown code stands for itself. */
export async function codeNamer(
  db: DbOrTx,
  locale: string,
): Promise<(list: CodeList, code: string) => string> {
  const { byCode } = await getReference(db);
  return (list, code) => {
    const row = byCode.get(`${list}:${code}`);
    return row ? nameIn(row, locale) : code;
  };
}

/** Full name of a region from the province down, such as "山东省 济南市 历下区". */
export async function regionNamer(
  db: DbOrTx,
  locale: string,
): Promise<(code: string | null) => string> {
  const { regionByCode } = await getReference(db);
  return (code) => {
    const names: string[] = [];
    let row = code === null ? undefined : regionByCode.get(code);
    while (row) {
      names.unshift(nameIn(row, locale));
      row = row.parentCode === null ? undefined : regionByCode.get(row.parentCode);
    }
    if (names.length === 0) return code ?? "";
    return locale.startsWith("zh") ? names.join(" ") : names.reverse().join(", ");
  };
}

/** Codes in the content that no list has. @throws DomainError "not_a_choice" at the field */
export async function assertKnownCodes(db: DbOrTx, content: ListingContent): Promise<void> {
  const { byCode, regionByCode } = await getReference(db);
  const check = (field: string, list: CodeList, values: readonly string[]) => {
    if (values.some((code) => !byCode.has(`${list}:${code}`))) {
      throw new DomainError("not_a_choice", { field });
    }
  };
  check("fieldCodes", "fields", content.fieldCodes);
  check("industryCodes", "industries", content.industryCodes);
  check("modes", "cooperation-modes", content.modes);
  if (content.regionCode !== null && !regionByCode.has(content.regionCode)) {
    throw new DomainError("not_a_choice", { field: "regionCode" });
  }
  if ("licenceKinds" in content) {
    check("licenceKinds", "licence-kinds", content.licenceKinds);
    content.ipRights.forEach((right, index) => {
      check(`ipRights[${index}].kind`, "ip-kinds", right.kind === "" ? [] : [right.kind]);
    });
  }
}
