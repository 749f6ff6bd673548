import { z } from "zod";
import {
  calendarDay,
  codes,
  freeText,
  lineText,
  optionalCode,
  percentText,
  rows,
  yuanText,
} from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";

export const LIST_KINDS = [
  "ENTERPRISE_NEED",
  "INNOVATION_SYSTEM",
  "COUNTY_INDUSTRY",
  "KEY_TASK",
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export const COOPERATIONS = ["COMMISSIONED", "JOINT", "INTRODUCED"] as const;
export const TAKER_MODES = ["ONE", "RACE", "STAGED"] as const;
export type TakerMode = (typeof TAKER_MODES)[number];
export const TARGET_COMPARATORS = ["GTE", "LTE", "EQ", "BETWEEN", "TEXT"] as const;
export const FILE_VISIBILITIES = ["PUBLIC", "AGREED"] as const;

export const MAX_TARGETS = 15;
/** The table's own limit. */
export const MAX_TAKERS = 20;

export const challengeTargetSchema = z.object({
  name: lineText(60),
  comparator: z.enum(TARGET_COMPARATORS, "not_a_choice").default("GTE"),
  value: lineText(60),
  unit: lineText(30),
  testMethod: lineText(200),
});
export type ChallengeTarget = z.output<typeof challengeTargetSchema>;

const storedTargets = z.array(challengeTargetSchema);

/** Targets as they stand in the row. */
export function readTargets(stored: unknown): ChallengeTarget[] {
  const read = storedTargets.safeParse(stored);
  return read.success ? read.data : [];
}

const takers = z
  .string()
  .default("1")
  .transform((text, context) => {
    const count = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
    if (count >= 1 && count <= MAX_TAKERS) return count;
    context.addIssue({
      code: "custom",
      message: errorCode("out_of_range", { min: 1, max: MAX_TAKERS }),
    });
    return z.NEVER;
  });

/** A challenge as the poster writes it; a draft may have gaps, see missingParts. */
export const challengeFormSchema = z.object({
  listKind: z.enum(LIST_KINDS, "not_a_choice").default("ENTERPRISE_NEED"),
  title: lineText(60),
  background: freeText(4000),
  content: freeText(4000),
  targets: rows(
    challengeTargetSchema,
    MAX_TARGETS,
    (row) => !row.name && !row.value && !row.testMethod,
  ),
  fieldCodes: codes(5),
  regionCode: optionalCode,
  cooperation: z.enum(COOPERATIONS, "not_a_choice").default("JOINT"),
  posterFen: yuanText,
  publicFen: yuanText,
  publicSource: lineText(200),
  ipTerms: freeText(2000),
  eligibility: freeText(2000),
  takerMode: z.enum(TAKER_MODES, "not_a_choice").default("ONE"),
  maxTakers: takers,
  scoutShareBp: percentText.refine(
    (bp) => bp === null || bp <= 5000,
    errorCode("out_of_range", { min: 0, max: 50 }),
  ),
  intentionsDueOn: calendarDay,
  finishOn: calendarDay,
  agreementText: freeText(8000),
  confidential: freeText(8000),
});
export type ChallengeForm = z.output<typeof challengeFormSchema>;

export const CHALLENGE_FIELDS = [
  "listKind",
  "title",
  "background",
  "content",
  "targets",
  "fieldCodes",
  "regionCode",
  "cooperation",
  "posterFen",
  "publicFen",
  "publicSource",
  "ipTerms",
  "eligibility",
  "takerMode",
  "maxTakers",
  "scoutShareBp",
  "intentionsDueOn",
  "finishOn",
  "agreementText",
  "confidential",
] as const satisfies readonly (keyof ChallengeForm)[];
export type ChallengeField = (typeof CHALLENGE_FIELDS)[number];

const text = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));
const yes = z.literal("on", "must_accept");

/** What the office answers about a need: real, measurable, funded, and what the experts said. */
export const vettingSchema = z.object({
  isReal: yes,
  isMeasurable: yes,
  isFunded: yes,
  note: text(2000),
});

export const returnSchema = z.object({
  note: text(1000),
  comments: z
    .partialRecord(z.enum(CHALLENGE_FIELDS), freeText(500))
    .default({})
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== ""))),
});

export const noteSchema = z.object({ note: text(2000) });
export const extendSchema = z.object({ dueOn: z.iso.date("not_a_date") });
export const questionSchema = z.object({ text: text(1000) });
export const answerSchema = z.object({ questionId: z.uuid("not_an_id"), answer: text(2000) });
export const objectionSchema = z.object({ text: text(2000) });
export const objectionAnswerSchema = z.object({
  objectionId: z.uuid("not_an_id"),
  outcome: z.enum(["UPHELD", "REJECTED"], "required"),
  result: text(2000),
});
export const agreementSchema = z.object({
  textHash: z.string("bad_form").regex(/^[0-9a-f]{64}$/, "bad_form"),
  agree: yes,
});
export const selectionSchema = z.object({
  selected: z.array(z.uuid("not_an_id")).default([]),
  reserve: z.array(z.uuid("not_an_id")).default([]),
  reason: freeText(1000),
});
