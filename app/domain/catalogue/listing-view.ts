import type { AchievementContent } from "./achievement-schema";
import type { Listing, ListingFileRow } from "./listing";
import type { AchievementSection, ListingSection, NeedSection } from "./listing-kind-rules";
import type { NeedContent } from "./need-schema";
import { asVisibility, type Grant, mayRead, stricter, type Visibility } from "./visibility-rules";

export type HiddenSection = { section: ListingSection; level: Visibility };

const EMPTY_ACHIEVEMENT: Record<AchievementSection, Partial<AchievementContent>> = {
  description: { description: "" },
  advantages: { advantages: [] },
  applications: { applications: "" },
  readiness: { trlEvidence: [] },
  ip: { ipRights: [], coOwners: [] },
  cooperation: { cooperationNote: "" },
  price: { priceKind: "NEGOTIABLE", priceMinFen: null, priceMaxFen: null, royaltyRateBp: null },
  team: { team: [] },
};
const EMPTY_NEED: Record<NeedSection, Partial<NeedContent>> = {
  background: { background: "" },
  constraints: { constraints: "" },
  targets: { targets: [] },
  budget: { budgetKind: "NEGOTIABLE", budgetMinFen: null, budgetMaxFen: null },
  ipTerms: { ipTerms: "NEGOTIABLE", ipTermsNote: "" },
};

type Levels = Partial<Record<ListingSection, Visibility>>;

function hiddenOf(
  sections: readonly ListingSection[],
  levels: readonly Levels[],
  grant: Grant,
): HiddenSection[] {
  return sections.flatMap((section) => {
    const level = levels.reduce<Visibility>(
      (strictest, one) => stricter(strictest, asVisibility(one[section])),
      "PUBLIC",
    );
    return mayRead(level, grant) ? [] : [{ section, level }];
  });
}

/**
 * What a reader with this grant gets of an achievement: sections that are not theirs are emptied,
 * not merely hidden. A blinded owner's people, co-owners and register numbers go too. `current` are
 * the levels of today, which also rule over an old version.
 */
export function visibleAchievement(
  content: AchievementContent,
  grant: Grant,
  current: { sectionVisibility: Levels; isBlinded: boolean } = content,
): { content: AchievementContent; hidden: HiddenSection[] } {
  const sections = Object.keys(EMPTY_ACHIEVEMENT) as AchievementSection[];
  const hidden = hiddenOf(sections, [content.sectionVisibility, current.sectionVisibility], grant);
  let seen = { ...content };
  for (const { section } of hidden) {
    seen = { ...seen, ...EMPTY_ACHIEVEMENT[section as AchievementSection] };
  }
  if ((content.isBlinded || current.isBlinded) && grant !== "FULL") {
    seen.coOwners = [];
    seen.ipRights = seen.ipRights.map((right) => ({ ...right, number: "", owners: "" }));
  }
  return { content: seen, hidden };
}

/** The same for a need. */
export function visibleNeed(
  content: NeedContent,
  grant: Grant,
  current: { sectionVisibility: Levels } = content,
): { content: NeedContent; hidden: HiddenSection[] } {
  const sections = Object.keys(EMPTY_NEED) as NeedSection[];
  const hidden = hiddenOf(sections, [content.sectionVisibility, current.sectionVisibility], grant);
  let seen = { ...content };
  for (const { section } of hidden) seen = { ...seen, ...EMPTY_NEED[section as NeedSection] };
  return { content: seen, hidden };
}

/** Files that a reader may open. A blinded owner's documents could name it, so they stay closed. */
export function visibleFiles(
  files: readonly ListingFileRow[],
  grant: Grant,
  isBlinded: boolean,
): { open: ListingFileRow[]; closedCount: number } {
  const open = files.filter(
    (file) =>
      mayRead(file.visibility, grant) &&
      (grant === "FULL" || !isBlinded || file.role === "PICTURE"),
  );
  return { open, closedCount: files.length - open.length };
}

/** The owner as the public sees it; of a blinded one only its kind and province are known. */
export type PublicOwner =
  | {
      isBlinded: false;
      id: string;
      legalName: string;
      englishName: string | null;
      kind: string;
      regionCode: string;
      isVerified: boolean;
      website: string | null;
      intro: string;
      logoFileId: string | null;
    }
  | { isBlinded: true; kind: string; regionCode: string; isVerified: boolean };

type PublicBase = {
  id: string;
  number: number;
  state: Listing["state"];
  versionNumber: number;
  owner: PublicOwner;
  hidden: HiddenSection[];
  files: ListingFileRow[];
  closedFileCount: number;
  viewCount: number;
  interestCount: number;
  publishedAt: Date | null;
  expiresAt: Date | null;
  updatedAt: Date;
  /** The reader belongs to the owner: another panel is shown. */
  isOwn: boolean;
  grant: Grant;
};
export type PublicAchievement = PublicBase & {
  kind: "achievement";
  content: AchievementContent;
  trlVerified: number | null;
  verifiedLevels: number[];
};
export type PublicNeed = PublicBase & { kind: "need"; content: NeedContent };
export type PublicListing = PublicAchievement | PublicNeed;
