import type { Settings } from "meilisearch";
import { searchableText } from "../text/boilerplate";
import { normaliseText } from "../text/normalise";
import { pinyinForms } from "../text/pinyin";
import { spaceCharacters } from "../text/spaced";
import { ORGANISATION_SYNONYMS, toSynonymSettings } from "../text/synonyms";
import { type References, withChecksum } from "./listing-document";

/** Columns of an organisation that the index is made from; the Prisma select is in sync/rows.ts. */
export interface OrganisationRow {
  readonly id: string;
  readonly kind: string;
  readonly legalName: string;
  readonly englishName: string | null;
  readonly regionCode: string;
  readonly intro: string;
  readonly state: string;
  readonly createdAt: Date;
  /** Published listings that name the organisation; blinded ones are not counted, the number would give them away. */
  readonly publishedAchievements: number;
  readonly publishedNeeds: number;
}

export interface OrganisationDocument {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly nameFolded: string;
  readonly nameSpaced: string;
  readonly namePinyin: string;
  readonly intro: string;
  readonly kind: string;
  readonly isVerified: boolean;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly achievementCount: number;
  readonly needCount: number;
  readonly listingCount: number;
  readonly createdAt: number;
  readonly checksum: string;
}

export const organisationSettings: Settings = {
  searchableAttributes: ["name", "nameFolded", "nameSpaced", "nameEn", "intro", "namePinyin"],
  displayedAttributes: ["*"],
  filterableAttributes: ["id", "kind", "isVerified", "province", "city", "district"],
  sortableAttributes: ["listingCount", "createdAt", "name"],
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "isVerified:desc",
    "listingCount:desc",
  ],
  localizedAttributes: [
    { attributePatterns: ["name", "nameFolded", "nameSpaced", "intro"], locales: ["cmn"] },
  ],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ["namePinyin", "nameSpaced"],
  },
  faceting: { maxValuesPerFacet: 500 },
  pagination: { maxTotalHits: 2_000 },
  synonyms: toSynonymSettings(ORGANISATION_SYNONYMS),
};

export function organisationDocument(
  row: OrganisationRow,
  references: References,
): OrganisationDocument {
  const [province = null, city = null, district = null] = references.regionPath(row.regionCode);
  return withChecksum({
    id: row.id,
    name: row.legalName,
    nameEn: row.englishName ?? "",
    nameFolded: normaliseText(row.legalName),
    nameSpaced: spaceCharacters(row.legalName),
    namePinyin: pinyinForms(row.legalName),
    intro: searchableText([row.intro], 1_000),
    kind: row.kind,
    isVerified: row.state === "VERIFIED",
    province,
    city,
    district,
    achievementCount: row.publishedAchievements,
    needCount: row.publishedNeeds,
    listingCount: row.publishedAchievements + row.publishedNeeds,
    createdAt: row.createdAt.getTime(),
  });
}
