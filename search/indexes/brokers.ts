import type { Settings } from "meilisearch";
import { searchableText } from "../text/boilerplate";
import { normaliseText } from "../text/normalise";
import { pinyinForms } from "../text/pinyin";
import { spaceCharacters } from "../text/spaced";
import { type References, withChecksum } from "./listing-document";

/** Columns of a broker that the index is made from; the Prisma select is in sync/rows.ts. */
export interface BrokerRow {
  readonly id: string;
  readonly displayName: string;
  readonly level: string | null;
  readonly intro: string;
  readonly regionCode: string | null;
  readonly regionCodes: readonly string[];
  readonly fieldCodes: readonly string[];
  readonly serviceCodes: readonly string[];
  readonly languageCodes: readonly string[];
  readonly availability: string;
  readonly verifiedAt: Date | null;
  readonly agencyName: string | null;
  /** Deals of the ledger that stand. */
  readonly deals: number;
}

export interface BrokerDocument {
  readonly id: string;
  readonly name: string;
  readonly nameFolded: string;
  readonly nameSpaced: string;
  readonly namePinyin: string;
  readonly agencyName: string;
  readonly intro: string;
  /** Names of the fields in both languages, so that a word of a field finds its brokers. */
  readonly labels: readonly string[];
  readonly level: string | null;
  /** Codes with all their ancestors. */
  readonly fields: readonly string[];
  readonly fieldCodes: readonly string[];
  /** Provinces and cities served, with the own ones. */
  readonly regions: readonly string[];
  readonly regionCode: string | null;
  readonly services: readonly string[];
  readonly languages: readonly string[];
  readonly availability: string;
  /** OPEN first, CLOSED last. */
  readonly availabilityRank: number;
  readonly levelRank: number;
  /** Experience in steps: the exact count of few deals would tell who they were with. */
  readonly dealStep: number;
  readonly verifiedAt: number;
  readonly checksum: string;
}

const AVAILABILITY: Readonly<Record<string, number>> = { OPEN: 2, LIMITED: 1, CLOSED: 0 };
const LEVELS: Readonly<Record<string, number>> = { JUNIOR: 1, INTERMEDIATE: 2, SENIOR: 3 };

export const brokerSettings: Settings = {
  searchableAttributes: [
    "name",
    "nameFolded",
    "nameSpaced",
    "labels",
    "agencyName",
    "intro",
    "namePinyin",
  ],
  displayedAttributes: ["*"],
  filterableAttributes: [
    "id",
    "level",
    "fields",
    "regions",
    "services",
    "languages",
    "availability",
  ],
  sortableAttributes: ["dealStep", "verifiedAt", "levelRank", "availabilityRank", "name"],
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "availabilityRank:desc",
    "dealStep:desc",
  ],
  localizedAttributes: [
    {
      attributePatterns: ["name", "nameFolded", "nameSpaced", "agencyName", "intro", "labels"],
      locales: ["cmn"],
    },
  ],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ["namePinyin", "nameSpaced"],
  },
  faceting: { maxValuesPerFacet: 500 },
  pagination: { maxTotalHits: 2_000 },
};

/** 0, 1 (one or two), 2 (three to nine), 3 (ten and more). */
export function dealStep(deals: number): number {
  if (deals >= 10) return 3;
  if (deals >= 3) return 2;
  return deals >= 1 ? 1 : 0;
}

export function brokerDocument(row: BrokerRow, references: References): BrokerDocument {
  const fields = new Set(
    row.fieldCodes.flatMap((code) => references.withAncestors("fields", code)),
  );
  const served = row.regionCode ? [row.regionCode, ...row.regionCodes] : row.regionCodes;
  const labels = [...fields].flatMap((code) => {
    const name = references.codeName("fields", code);
    return name ? [name.zh, name.en] : [];
  });
  return withChecksum({
    id: row.id,
    name: row.displayName,
    nameFolded: normaliseText(row.displayName),
    nameSpaced: spaceCharacters(row.displayName),
    namePinyin: pinyinForms(row.displayName),
    agencyName: row.agencyName ?? "",
    intro: searchableText([row.intro], 1_000),
    labels,
    level: row.level,
    fields: [...fields],
    fieldCodes: row.fieldCodes,
    regions: [...new Set(served.flatMap((code) => references.regionPath(code)))],
    regionCode: row.regionCode,
    services: row.serviceCodes,
    languages: row.languageCodes,
    availability: row.availability,
    availabilityRank: AVAILABILITY[row.availability] ?? 0,
    levelRank: LEVELS[row.level ?? ""] ?? 0,
    dealStep: dealStep(row.deals),
    verifiedAt: row.verifiedAt?.getTime() ?? 0,
  });
}
