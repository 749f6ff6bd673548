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
} from "./listing-document";
import { listingSettings } from "./listing-settings";

export const needSettings = listingSettings;

/** Columns of a need that the index is made from; the Prisma select is in sync/rows.ts. */
export interface NeedRow extends ListingRow {
  readonly background: string;
  readonly constraints: string;
  readonly budgetKind: string;
  readonly budgetMinFen: bigint | null;
  readonly budgetMaxFen: bigint | null;
  readonly trlWanted: number | null;
  readonly deadlineOn: Date | null;
  readonly expiresAt: Date | null;
  readonly isOpenChallenge: boolean;
  readonly targets: readonly {
    readonly name: string;
    readonly value: string;
    readonly unit: string;
    readonly testMethod: string;
  }[];
}

function publicParts(row: NeedRow): string[] {
  const visible = (section: string) => isPublicSection(row.sectionVisibility, section);
  return [
    row.summary,
    ...(visible("background") ? [row.background] : []),
    ...(visible("constraints") ? [row.constraints] : []),
    ...(visible("targets")
      ? row.targets.map((target) =>
          [target.name, target.value, target.unit, target.testMethod].join(" "),
        )
      : []),
  ];
}

function earliest(...instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Index document of a published need: its public summary only, no name of a blinded owner. */
export function needDocument(row: NeedRow, references: References): ListingDocument {
  const expiresAt = row.expiresAt?.getTime() ?? null;
  const listing = needMatchListing(row, references);
  return listingDocument(row, listing, references, {
    ipKinds: [],
    priceSortFen: listing.priceMaxFen ?? listing.priceMinFen,
    isOpenChallenge: row.isOpenChallenge,
    expiresAt,
    closesAt: earliest(expiresAt, row.deadlineOn?.getTime() ?? null),
  });
}

/** What the ranker sees of a need; the same public content as the index document. */
export function needMatchListing(row: NeedRow, references: References): MatchListing {
  const showsBudget = isPublicSection(row.sectionVisibility, "budget");
  return {
    id: row.id,
    title: row.title,
    text: searchableText([...publicParts(row), row.keywords.join(" ")], MAX_BODY_LENGTH),
    fieldCodes: expandCodes(references, "fields", row.fieldCodes),
    industryCodes: expandCodes(references, "industries", row.industryCodes),
    regionCodes: references.regionPath(row.regionCode),
    modes: row.modes,
    trl: row.trlWanted,
    trlVerified: false,
    priceKind: showsBudget ? asPriceKind(row.budgetKind) : "NEGOTIABLE",
    priceMinFen: showsBudget ? fenAsNumber(row.budgetMinFen) : null,
    priceMaxFen: showsBudget ? fenAsNumber(row.budgetMaxFen) : null,
    publishedAt: row.publishedAt?.getTime() ?? null,
    organisationId: row.isBlinded ? null : row.organisation.id,
  };
}
