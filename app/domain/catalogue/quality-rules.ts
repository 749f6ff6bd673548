import type { AchievementContent } from "./achievement-schema";
import { threatensNovelty } from "./disclosure-rules";
import { countCodePoints } from "./field-kinds";
import type { KindAndContent } from "./listing-content";
import type { NeedContent } from "./need-schema";
import { faultOfIpNumber } from "./patent-number-rules";
import { missingEvidence } from "./readiness-rules";

/** Keys of the sentences under `catalogue:quality` that say what is missing and why it matters. */
export type QualityId =
  | "title"
  | "summary"
  | "description"
  | "background"
  | "applications"
  | "advantages"
  | "keywords"
  | "fields"
  | "industries"
  | "readiness"
  | "readinessEvidence"
  | "ipNumbers"
  | "ipOrDisclosure"
  | "coOwners"
  | "modes"
  | "licenceKinds"
  | "price"
  | "budget"
  | "team"
  | "picture"
  | "targets"
  | "measuredTargets"
  | "testMethods"
  | "deadline"
  | "reply"
  | "blinded"
  | "noStateSecret";

export type QualityItem = {
  id: QualityId;
  /** Field of the form and step of the wizard where it is put right. */
  field: string;
  step: string;
  isMet: boolean;
  /** Without it the listing cannot be submitted. */
  isRequired: boolean;
  weight: number;
};

export type QualityContext = {
  ownerNames: readonly string[];
  pictureCount: number;
  /** Today, YYYY-MM-DD in the market's time zone. */
  today: string;
};

type Check = [QualityId, string, string, boolean, "required" | "advised", number];

const toItem = ([id, field, step, isMet, need, weight]: Check): QualityItem => ({
  id,
  field,
  step,
  isMet,
  isRequired: need === "required",
  weight,
});

function hasPrice(kind: string, min: number | null, max: number | null, bp: number | null) {
  if (kind === "FIXED") return min !== null && min > 0;
  if (kind === "RANGE") return min !== null && max !== null && max > 0;
  if (kind === "ROYALTY") return bp !== null;
  return true;
}

/** A blinded owner must not be given away by the text (as partner networks demand of profiles). */
function givesOwnerAway(content: object, ownerNames: readonly string[]): boolean {
  const text = JSON.stringify(content);
  return ownerNames.some((name) => name.length >= 3 && text.includes(name));
}

function achievementChecks(content: AchievementContent, context: QualityContext): Check[] {
  const levels = content.trlEvidence.map((one) => one.level);
  const needsConsent =
    content.modes.includes("ASSIGNMENT") ||
    content.licenceKinds.some((kind) => kind === "EXCLUSIVE" || kind === "SOLE");
  const blindText = { ...content, ipRights: [], coOwners: [] };
  return [
    ["title", "title", "basics", countCodePoints(content.title) >= 5, "required", 10],
    ["summary", "summary", "basics", countCodePoints(content.summary) >= 8, "required", 10],
    ["fields", "fieldCodes", "basics", content.fieldCodes.length > 0, "required", 8],
    ["industries", "industryCodes", "basics", content.industryCodes.length > 0, "advised", 4],
    ["keywords", "keywords", "basics", content.keywords.length >= 3, "advised", 4],
    [
      "description",
      "description",
      "description",
      countCodePoints(content.description) >= 100,
      "required",
      12,
    ],
    ["applications", "applications", "description", content.applications !== "", "advised", 5],
    [
      "advantages",
      "advantages",
      "description",
      content.advantages.some((one) => one.claim !== "" && /\d/.test(one.figure)),
      "advised",
      10,
    ],
    ["readiness", "trlDeclared", "readiness", content.trlDeclared !== null, "required", 8],
    [
      "readinessEvidence",
      "trlEvidence",
      "readiness",
      content.trlDeclared !== null && missingEvidence(content.trlDeclared, levels).length === 0,
      "advised",
      8,
    ],
    [
      "ipNumbers",
      "ipRights",
      "ip",
      content.ipRights.every(
        (one) => one.kind !== "" && faultOfIpNumber(one.kind, one.number) === null,
      ),
      "required",
      4,
    ],
    [
      "ipOrDisclosure",
      "disclosureAcknowledged",
      "ip",
      !threatensNovelty(content) || content.disclosureAcknowledged,
      "required",
      6,
    ],
    [
      "coOwners",
      "coOwners",
      "ip",
      !needsConsent || content.coOwners.every((one) => one.hasConsent),
      "required",
      4,
    ],
    ["modes", "modes", "cooperation", content.modes.length > 0, "required", 8],
    [
      "licenceKinds",
      "licenceKinds",
      "cooperation",
      !content.modes.includes("LICENCE") || content.licenceKinds.length > 0,
      "required",
      3,
    ],
    [
      "price",
      "priceMinFen",
      "cooperation",
      hasPrice(content.priceKind, content.priceMinFen, content.priceMaxFen, content.royaltyRateBp),
      "required",
      4,
    ],
    ["team", "team", "cooperation", content.team.length > 0, "advised", 3],
    ["picture", "files", "files", context.pictureCount > 0, "advised", 4],
    [
      "blinded",
      "isBlinded",
      "confidentiality",
      !content.isBlinded || !givesOwnerAway(blindText, context.ownerNames),
      "required",
      3,
    ],
    [
      "noStateSecret",
      "noStateSecretDeclared",
      "confidentiality",
      content.noStateSecretDeclared,
      "required",
      6,
    ],
  ];
}

function needChecks(content: NeedContent, context: QualityContext): Check[] {
  const measured = content.targets.filter(
    (one) => one.comparator !== "TEXT" && /\d/.test(one.value.normalize("NFKC")),
  );
  return [
    ["title", "title", "basics", countCodePoints(content.title) >= 5, "required", 10],
    ["summary", "summary", "basics", countCodePoints(content.summary) >= 8, "required", 8],
    ["fields", "fieldCodes", "basics", content.fieldCodes.length > 0, "required", 8],
    ["industries", "industryCodes", "basics", content.industryCodes.length > 0, "advised", 4],
    ["keywords", "keywords", "basics", content.keywords.length >= 3, "advised", 4],
    [
      "background",
      "background",
      "background",
      countCodePoints(content.background) >= 60,
      "required",
      12,
    ],
    ["targets", "targets", "targets", content.targets.length > 0, "required", 10],
    ["measuredTargets", "targets", "targets", measured.length >= 3, "advised", 12],
    [
      "testMethods",
      "targets",
      "targets",
      content.targets.length > 0 && content.targets.every((one) => one.testMethod !== ""),
      "advised",
      6,
    ],
    ["modes", "modes", "terms", content.modes.length > 0, "required", 8],
    [
      "budget",
      "budgetMinFen",
      "terms",
      hasPrice(content.budgetKind, content.budgetMinFen, content.budgetMaxFen, null),
      "required",
      6,
    ],
    [
      "deadline",
      "deadlineOn",
      "terms",
      content.deadlineOn === null || content.deadlineOn >= context.today,
      "required",
      4,
    ],
    [
      "reply",
      "replyOn",
      "terms",
      content.isOpenChallenge
        ? content.replyOn !== null && content.replyOn >= context.today
        : content.replyOn === null || content.replyOn >= context.today,
      "required",
      6,
    ],
    ["picture", "files", "files", context.pictureCount > 0, "advised", 2],
    [
      "blinded",
      "isBlinded",
      "confidentiality",
      !content.isBlinded || !givesOwnerAway(content, context.ownerNames),
      "required",
      3,
    ],
    [
      "noStateSecret",
      "noStateSecretDeclared",
      "confidentiality",
      content.noStateSecretDeclared,
      "required",
      6,
    ],
  ];
}

/** The checklist of a listing: what is there, what is missing, what a submission needs. */
export function qualityOf(listing: KindAndContent, context: QualityContext): QualityItem[] {
  const checks =
    listing.kind === "achievement"
      ? achievementChecks(listing.content, context)
      : needChecks(listing.content, context);
  return checks.map(toItem);
}

/** 0–100: weight of what is met over the weight of everything. */
export function qualityScore(items: readonly QualityItem[]): number {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  const met = items.reduce((sum, item) => sum + (item.isMet ? item.weight : 0), 0);
  return total === 0 ? 0 : Math.round((met / total) * 100);
}

/** What still has to be done before a submission. */
export function missingRequired(items: readonly QualityItem[]): QualityItem[] {
  return items.filter((item) => item.isRequired && !item.isMet);
}
