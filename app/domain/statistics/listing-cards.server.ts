import type { Prisma } from "#prisma/client/client";
import { asVisibility } from "~/domain/catalogue/visibility-rules";
import type { DbOrTx } from "~/platform/db.server";
import { type Name, nameCodes, nameRegions } from "./names-queries.server";
import { cityCode } from "./region-rules";

/** What a list of new listings shows to everybody; a hidden section is absent, not blanked. */
export type ListingCard = {
  id: string;
  title: Name;
  summary: string;
  /** Null where the owner is blinded: neither name nor id may reach a browser. */
  organisation: { id: string; name: Name } | null;
  organisationKind: string;
  city: Name | null;
  field: { code: string; name: Name } | null;
  publishedAt: Date | null;
  price: {
    kind: string;
    minFen: bigint | null;
    maxFen: bigint | null;
    royaltyRateBp: number | null;
  } | null;
  trl: { level: number; isVerified: boolean } | null;
  deadlineOn: string | null;
  isOpenChallenge: boolean;
};

const common = {
  id: true,
  title: true,
  titleEn: true,
  summary: true,
  fieldCodes: true,
  regionCode: true,
  isBlinded: true,
  sectionVisibility: true,
  publishedAt: true,
  organisation: { select: { id: true, legalName: true, englishName: true, kind: true } },
} as const;

export const achievementCardSelect = {
  ...common,
  priceKind: true,
  priceMinFen: true,
  priceMaxFen: true,
  royaltyRateBp: true,
  trlDeclared: true,
  trlVerified: true,
} as const satisfies Prisma.AchievementSelect;

export const needCardSelect = {
  ...common,
  budgetKind: true,
  budgetMinFen: true,
  budgetMaxFen: true,
  deadlineOn: true,
  isOpenChallenge: true,
} as const satisfies Prisma.NeedSelect;

type AchievementCardRow = Prisma.AchievementGetPayload<{ select: typeof achievementCardSelect }>;
type NeedCardRow = Prisma.NeedGetPayload<{ select: typeof needCardSelect }>;

export type CardNames = { fields: Map<string, Name>; cities: Map<string, Name> };

/** The names that a set of rows needs, in two reads whatever their number. */
export async function loadCardNames(
  db: DbOrTx,
  rows: readonly { regionCode: string | null }[],
): Promise<CardNames> {
  const [fields, cities] = await Promise.all([
    nameCodes(db, "fields"),
    nameRegions(
      db,
      rows.flatMap((row) => (row.regionCode ? [cityCode(row.regionCode)] : [])),
    ),
  ]);
  return { fields, cities };
}

function isPublic(sectionVisibility: unknown, section: string): boolean {
  if (typeof sectionVisibility !== "object" || sectionVisibility === null) return true;
  return asVisibility((sectionVisibility as Record<string, unknown>)[section]) === "PUBLIC";
}

function commonCard(row: AchievementCardRow | NeedCardRow, names: CardNames) {
  const { organisation } = row;
  const field = row.fieldCodes[0];
  const fieldName = field === undefined ? undefined : names.fields.get(field);
  return {
    id: row.id,
    title: { zh: row.title, en: row.titleEn || row.title },
    summary: row.summary,
    organisation: row.isBlinded
      ? null
      : {
          id: organisation.id,
          name: {
            zh: organisation.legalName,
            en: organisation.englishName || organisation.legalName,
          },
        },
    organisationKind: organisation.kind,
    city: row.regionCode ? (names.cities.get(cityCode(row.regionCode)) ?? null) : null,
    field: field !== undefined && fieldName ? { code: field, name: fieldName } : null,
    publishedAt: row.publishedAt,
  };
}

export function achievementCard(row: AchievementCardRow, names: CardNames): ListingCard {
  const level = row.trlVerified ?? row.trlDeclared;
  return {
    ...commonCard(row, names),
    price: isPublic(row.sectionVisibility, "price")
      ? {
          kind: row.priceKind,
          minFen: row.priceMinFen,
          maxFen: row.priceMaxFen,
          royaltyRateBp: row.royaltyRateBp,
        }
      : null,
    trl:
      level !== null && isPublic(row.sectionVisibility, "readiness")
        ? { level, isVerified: row.trlVerified !== null }
        : null,
    deadlineOn: null,
    isOpenChallenge: false,
  };
}

export function needCard(row: NeedCardRow, names: CardNames): ListingCard {
  return {
    ...commonCard(row, names),
    price: isPublic(row.sectionVisibility, "budget")
      ? {
          kind: row.budgetKind,
          minFen: row.budgetMinFen,
          maxFen: row.budgetMaxFen,
          royaltyRateBp: null,
        }
      : null,
    trl: null,
    deadlineOn: row.deadlineOn ? row.deadlineOn.toISOString().slice(0, 10) : null,
    isOpenChallenge: row.isOpenChallenge,
  };
}
