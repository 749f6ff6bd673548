/** The two kinds of listing: what is offered and what is sought. */
export const LISTING_KINDS = ["achievement", "need"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export const ACHIEVEMENT_SECTIONS = [
  "description",
  "advantages",
  "applications",
  "readiness",
  "ip",
  "cooperation",
  "price",
  "team",
] as const;
export const NEED_SECTIONS = ["background", "constraints", "targets", "budget", "ipTerms"] as const;
export type AchievementSection = (typeof ACHIEVEMENT_SECTIONS)[number];
export type NeedSection = (typeof NEED_SECTIONS)[number];
export type ListingSection = AchievementSection | NeedSection;

/** What differs between the kinds apart from their content. */
export const KIND = {
  achievement: {
    table: "Achievement",
    segment: "achievements",
    foreignKey: "achievementId",
    databaseKind: "ACHIEVEMENT",
    sections: ACHIEVEMENT_SECTIONS,
  },
  need: {
    table: "Need",
    segment: "needs",
    foreignKey: "needId",
    databaseKind: "NEED",
    sections: NEED_SECTIONS,
  },
} as const;

export function isListingKind(value: unknown): value is ListingKind {
  return LISTING_KINDS.some((kind) => kind === value);
}

const SECTION_OF_FIELD: Readonly<Record<string, ListingSection>> = {
  description: "description",
  advantages: "advantages",
  applications: "applications",
  trlEvidence: "readiness",
  ipRights: "ip",
  coOwners: "ip",
  cooperationNote: "cooperation",
  priceKind: "price",
  priceMinFen: "price",
  priceMaxFen: "price",
  royaltyRateBp: "price",
  team: "team",
  background: "background",
  constraints: "constraints",
  targets: "targets",
  budgetKind: "budget",
  budgetMinFen: "budget",
  budgetMaxFen: "budget",
  ipTerms: "ipTerms",
  ipTermsNote: "ipTerms",
};

/** The section of confidentiality that a field belongs to; null for what is always public. */
export function sectionOfField(field: string): ListingSection | null {
  return SECTION_OF_FIELD[field] ?? null;
}
