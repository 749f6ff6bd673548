import { z } from "zod";
import { codes, freeText, lineText, readinessLevel } from "~/domain/catalogue/field-kinds";
import { absenceRows } from "./absence-schema";

export const SIDES = ["SUPPLY", "DEMAND"] as const;
export type Side = (typeof SIDES)[number];
export const CONFIDENTIALITIES = ["PUBLIC", "NDA_SESSION"] as const;
export const NOVELTY_ANSWERS = ["FILED", "DISCLOSED", "NOT_PATENTABLE", "NDA"] as const;
/** The answer that is stopped with advice; no row holds it. */
export const NOT_FILED = "NOT_FILED";
export const ALL_NOVELTY_ANSWERS = [...NOVELTY_ANSWERS, NOT_FILED] as const;

/** Characters as people count them; of the summary the event's rules have the limit. */
export const PROJECT_LIMITS = {
  title: 80,
  summary: 5000,
  highlights: 500,
  ipNote: 300,
  cooperationWish: 300,
  priceWish: 100,
  presenterName: 40,
  presenterTitle: 60,
  noveltyNote: 300,
} as const;
export const MAX_FIELDS = 5;
const MAX_COMPANIONS = 10;

export const projectFormSchema = z.object({
  title: lineText(PROJECT_LIMITS.title),
  summary: freeText(PROJECT_LIMITS.summary),
  highlights: freeText(PROJECT_LIMITS.highlights),
  fieldCodes: codes(MAX_FIELDS),
  trl: readinessLevel,
  ipNote: freeText(PROJECT_LIMITS.ipNote),
  cooperationWish: freeText(PROJECT_LIMITS.cooperationWish),
  priceWish: lineText(PROJECT_LIMITS.priceWish),
  presenterUserId: z.uuid("not_a_choice").nullable().default(null),
  presenterName: lineText(PROJECT_LIMITS.presenterName),
  presenterTitle: lineText(PROJECT_LIMITS.presenterTitle),
  companions: z
    .number("not_a_number")
    .int("not_a_number")
    .min(0, "not_a_number")
    .max(MAX_COMPANIONS, "not_a_number")
    .default(0),
  language: lineText(20),
  confidentiality: z.enum(CONFIDENTIALITIES, "not_a_choice").default("PUBLIC"),
  noveltyAnswer: z.enum(ALL_NOVELTY_ANSWERS, "not_a_choice").nullable().default(null),
  noveltyNote: freeText(PROJECT_LIMITS.noveltyNote),
  equipment: codes(20),
  unavailable: absenceRows,
  isOnline: z.boolean("bad_form").default(false),
  revision: z.number("bad_form").int("bad_form"),
});
export type ProjectForm = z.output<typeof projectFormSchema>;

/** Beginning of a project: whose, which side, and of what it is made. */
export const startProjectSchema = z.object({
  roadshow: lineText(40),
  organisationId: z.uuid("required"),
  side: z.enum(SIDES, "required"),
  achievementId: z.uuid("not_a_choice").nullable().default(null),
  needId: z.uuid("not_a_choice").nullable().default(null),
});

export const NOTE_MAX = 500;
export const noteSchema = z.object({ note: freeText(NOTE_MAX) });
