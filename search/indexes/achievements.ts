import type { MatchListing } from "../match/types";
import { searchableText } from "../text/boilerplate";
import {
  asPriceKind,
  expandCodes,
  fenAsNumber,
  isPublicSection,
  type ListingDocument,
  type ListingRow,
  listingDocument,
  MAX_BODY_LENGTH,
  type References,
  stringsIn,
} from "./listing-document";
import { listingSettings } from "./listing-settings";

export const achievementSettings = listingSettings;

/** Columns of an achievement that the index is made from; the Prisma select is in sync/rows.ts. */
export interface AchievementRow extends ListingRow {
  readonly description: string;
  readonly advantages: unknown;
  readonly applications: string;
  readonly cooperationNote: string;
  readonly priceKind: string;
  readonly priceMinFen: bigint | null;
  readonly priceMaxFen: bigint | null;
  readonly trlDeclared: number | null;
  readonly trlVerified: number | null;
  readonly expiresAt: Date | null;
  readonly ipRights: readonly { readonly kind: string; readonly title: string }[];
}

const ADVANTAGE_CELLS = ["claim", "figure", "unit", "baseline"] as const;

/** Advantages as people read them; the column keeps its cells in an order of its own. */
function advantagesIn(json: unknown): string[] {
  if (!Array.isArray(json)) return stringsIn(json);
  return json.map((row) => {
    if (typeof row !== "object" || row === null) return stringsIn(row).join(" ");
    const cells = row as Record<string, unknown>;
    return ADVANTAGE_CELLS.flatMap((name) => stringsIn(cells[name] ?? "")).join(" ");
  });
}

function publicParts(row: AchievementRow): string[] {
  const visible = (section: string) => isPublicSection(row.sectionVisibility, section);
  return [
    row.summary,
    ...(visible("description") ? [row.description] : []),
    ...(visible("advantages") ? advantagesIn(row.advantages) : []),
    ...(visible("applications") ? [row.applications] : []),
    ...(visible("cooperation") ? [row.cooperationNote] : []),
    ...(visible("ip") ? row.ipRights.map((right) => right.title) : []),
  ];
}

/** Index document of a published achievement: its public summary only, no name of a blinded owner. */
export function achievementDocument(row: AchievementRow, references: References): ListingDocument {
  const expiresAt = row.expiresAt?.getTime() ?? null;
  const listing = achievementMatchListing(row, references);
  return listingDocument(row, listing, references, {
    ipKinds: isPublicSection(row.sectionVisibility, "ip")
      ? [...new Set(row.ipRights.map((right) => right.kind))].sort()
      : [],
    priceSortFen: listing.priceMinFen ?? listing.priceMaxFen,
    isOpenChallenge: false,
    expiresAt,
    closesAt: expiresAt,
  });
}

/** What the ranker sees of an achievement; the same public content as the index document. */
export function achievementMatchListing(row: AchievementRow, references: References): MatchListing {
  const showsPrice = isPublicSection(row.sectionVisibility, "price");
  return {
    id: row.id,
    title: row.title,
    text: searchableText([...publicParts(row), row.keywords.join(" ")], MAX_BODY_LENGTH),
    fieldCodes: expandCodes(references, "fields", row.fieldCodes),
    industryCodes: expandCodes(references, "industries", row.industryCodes),
    regionCodes: references.regionPath(row.regionCode),
    modes: row.modes,
    trl: row.trlVerified ?? row.trlDeclared,
    trlVerified: row.trlVerified !== null,
    priceKind: showsPrice ? asPriceKind(row.priceKind) : "NEGOTIABLE",
    priceMinFen: showsPrice ? fenAsNumber(row.priceMinFen) : null,
    priceMaxFen: showsPrice ? fenAsNumber(row.priceMaxFen) : null,
    publishedAt: row.publishedAt?.getTime() ?? null,
    organisationId: row.isBlinded ? null : row.organisation.id,
  };
}
