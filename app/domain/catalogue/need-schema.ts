import { z } from "zod";
import {
  calendarDay,
  codes,
  fen,
  freeText,
  keywordList,
  lineText,
  optionalCode,
  readinessLevel,
  rows,
  splitWords,
  yuanText,
} from "./field-kinds";
import { NEED_SECTIONS } from "./listing-kind-rules";
import { VISIBILITIES } from "./visibility-rules";

export const BUDGET_KINDS = ["NEGOTIABLE", "FIXED", "RANGE"] as const;
export const IP_TERMS = ["OURS", "THEIRS", "SHARED", "NEGOTIABLE"] as const;
export const COMPARATORS = ["GTE", "LTE", "EQ", "BETWEEN", "TEXT"] as const;

const target = z.object({
  name: lineText(60),
  comparator: z.enum(COMPARATORS, "not_a_choice").default("GTE"),
  value: lineText(60),
  unit: lineText(30),
  testMethod: lineText(200),
});

/** The content of a need; see achievement-schema for the conventions. */
export const needContentSchema = z.object({
  title: lineText(60),
  titleEn: lineText(200),
  summary: lineText(80),
  background: freeText(4000),
  constraints: freeText(2000),
  targets: rows(target, 15, (row) => !row.name && !row.value && !row.testMethod),
  keywords: keywordList,
  fieldCodes: codes(5),
  industryCodes: codes(5),
  regionCode: optionalCode,
  modes: codes(8),
  budgetKind: z.enum(BUDGET_KINDS, "not_a_choice").default("NEGOTIABLE"),
  budgetMinFen: fen,
  budgetMaxFen: fen,
  trlWanted: readinessLevel,
  deadlineOn: calendarDay,
  replyOn: calendarDay,
  ipTerms: z.enum(IP_TERMS, "not_a_choice").default("NEGOTIABLE"),
  ipTermsNote: freeText(500),
  isOpenChallenge: z.boolean().default(false),
  isBlinded: z.boolean().default(false),
  sectionVisibility: z
    .partialRecord(z.enum(NEED_SECTIONS), z.enum(VISIBILITIES, "not_a_choice"))
    .default({}),
  noStateSecretDeclared: z.boolean().default(false),
});

export type NeedContent = z.output<typeof needContentSchema>;

/** The same as typed into the wizard. */
export const needFormSchema = needContentSchema.extend({
  keywords: z.preprocess(
    (value) => (typeof value === "string" ? splitWords(value) : value),
    keywordList,
  ),
  budgetMinFen: yuanText,
  budgetMaxFen: yuanText,
});

export const NEED_STEPS = {
  basics: [
    "title",
    "titleEn",
    "summary",
    "keywords",
    "fieldCodes",
    "industryCodes",
    "regionCode",
    "isOpenChallenge",
  ],
  background: ["background", "constraints"],
  targets: ["targets", "trlWanted"],
  terms: [
    "modes",
    "budgetKind",
    "budgetMinFen",
    "budgetMaxFen",
    "deadlineOn",
    "replyOn",
    "ipTerms",
    "ipTermsNote",
  ],
  files: [],
  confidentiality: ["isBlinded", "sectionVisibility", "noStateSecretDeclared"],
  check: [],
} as const satisfies Record<string, readonly (keyof NeedContent)[]>;
