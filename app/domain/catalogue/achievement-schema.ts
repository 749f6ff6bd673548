import { z } from "zod";
import {
  basisPoints,
  calendarDay,
  codes,
  fen,
  freeText,
  keywordList,
  lineText,
  optionalCode,
  percentText,
  readinessLevel,
  rows,
  splitWords,
  yuanText,
} from "./field-kinds";
import { ACHIEVEMENT_SECTIONS } from "./listing-kind-rules";
import { VISIBILITIES } from "./visibility-rules";

export const PRICE_KINDS = ["NEGOTIABLE", "FIXED", "RANGE", "ROYALTY"] as const;
export const IP_STATUSES = ["PENDING", "GRANTED", "LAPSED", "NOT_REGISTERED"] as const;

const advantage = z.object({
  claim: lineText(120),
  figure: lineText(40),
  unit: lineText(30),
  baseline: lineText(120),
});
const member = z.object({ role: lineText(40), expertise: lineText(300) });
const ipRight = z.object({
  kind: lineText(40),
  number: lineText(60),
  title: lineText(200),
  status: z.enum(IP_STATUSES, "not_a_choice").default("PENDING"),
  owners: lineText(300),
  filedOn: calendarDay,
  expiresOn: calendarDay,
});
const coOwner = z.object({ name: lineText(120), hasConsent: z.boolean().default(false) });
const evidence = z.object({
  level: z.number().int().min(1).max(9),
  evidence: freeText(500),
});

/**
 * The content of an achievement as it is saved, versioned and compared: JSON-safe, amounts in fen,
 * dates as YYYY-MM-DD. Only limits are checked here; what a publication needs is in quality-rules.
 */
export const achievementContentSchema = z.object({
  title: lineText(60),
  titleEn: lineText(200),
  summary: lineText(80),
  description: freeText(4000),
  advantages: rows(advantage, 10, (row) => !row.claim && !row.figure && !row.baseline),
  team: rows(member, 12, (row) => !row.role && !row.expertise),
  applications: freeText(2000),
  cooperationNote: freeText(1000),
  keywords: keywordList,
  fieldCodes: codes(5),
  industryCodes: codes(5),
  regionCode: optionalCode,
  modes: codes(8),
  licenceKinds: codes(6),
  priceKind: z.enum(PRICE_KINDS, "not_a_choice").default("NEGOTIABLE"),
  priceMinFen: fen,
  priceMaxFen: fen,
  royaltyRateBp: basisPoints,
  trlDeclared: readinessLevel,
  trlEvidence: rows(evidence, 9, (row) => row.evidence === ""),
  ipRights: rows(ipRight, 20, (row) => !row.kind && !row.number && !row.title),
  coOwners: rows(coOwner, 10, (row) => !row.name),
  isServiceOutcome: z.boolean().default(true),
  isBlinded: z.boolean().default(false),
  sectionVisibility: z
    .partialRecord(z.enum(ACHIEVEMENT_SECTIONS), z.enum(VISIBILITIES, "not_a_choice"))
    .default({}),
  disclosureAcknowledged: z.boolean().default(false),
  noStateSecretDeclared: z.boolean().default(false),
});

export type AchievementContent = z.output<typeof achievementContentSchema>;

/** The same as typed into the wizard: yuan, percent, key words in one field; an unticked box is false. */
export const achievementFormSchema = achievementContentSchema.extend({
  keywords: z.preprocess(
    (value) => (typeof value === "string" ? splitWords(value) : value),
    keywordList,
  ),
  priceMinFen: yuanText,
  priceMaxFen: yuanText,
  royaltyRateBp: percentText,
  isServiceOutcome: z.boolean().default(false),
});

export const ACHIEVEMENT_STEPS = {
  basics: [
    "title",
    "titleEn",
    "summary",
    "keywords",
    "fieldCodes",
    "industryCodes",
    "regionCode",
    "isServiceOutcome",
  ],
  description: ["description", "applications", "advantages"],
  readiness: ["trlDeclared", "trlEvidence"],
  ip: ["ipRights", "coOwners", "disclosureAcknowledged"],
  cooperation: [
    "modes",
    "licenceKinds",
    "priceKind",
    "priceMinFen",
    "priceMaxFen",
    "royaltyRateBp",
    "cooperationNote",
    "team",
  ],
  files: [],
  confidentiality: ["isBlinded", "sectionVisibility", "noStateSecretDeclared"],
  check: [],
} as const satisfies Record<string, readonly (keyof AchievementContent)[]>;
