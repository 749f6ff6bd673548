import { z } from "zod";

const minutes = (least: number, most: number) => z.number().int().min(least).max(most);
const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One line of a score sheet; the weights of an event's criteria add up to 100. */
export const criterionSchema = z.object({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/),
  label: z.string().trim().min(1).max(60),
  weight: z.number().int().min(1).max(100),
});

/**
 * What an event was announced with. Lengths in minutes; the dated defaults (market.roadshow.*) are copied
 * in when the event is made, so that a later change of them does not change an event.
 */
export const roadshowRulesSchema = z.object({
  talkMinutes: minutes(1, 120),
  questionMinutes: minutes(0, 120),
  /** Between two pitches in one hall, beside the hall's own time to set up. */
  gapMinutes: minutes(0, 60),
  /** After so many minutes of pitches a hall rests; 0 for never. */
  breakAfterMinutes: minutes(0, 480),
  breakMinutes: minutes(0, 120),
  /** Wall-clock time of every day in which nothing takes place. */
  lunch: z.object({ from: wallClock, to: wallClock }).nullable(),
  walkMinutes: minutes(0, 120),
  meetingMinutes: minutes(5, 120),
  meetingsMax: z.number().int().min(0).max(100),
  requestsMax: z.number().int().min(0).max(200),
  peoplePerFirm: z.number().int().min(1).max(50),
  /** Judges who must hear each pitch; 0 for an event without scores. */
  judgesPerPitch: z.number().int().min(0).max(20),
  dropHigh: z.number().int().min(0).max(5),
  dropLow: z.number().int().min(0).max(5),
  decimals: z.number().int().min(0).max(4),
  /** Criteria of the judges on stage; without any a judge gives one figure of 0 to 100. */
  criteria: z.array(criterionSchema).max(12),
  /** Criteria of the reviewers of the call. */
  reviewCriteria: z.array(criterionSchema).max(12),
  /** Pitches of one field follow one another. */
  groupByField: z.boolean(),
  /** Questions from the audience wait for a moderator. */
  isModerated: z.boolean(),
  /** Most projects that one organisation may submit. */
  projectsPerOrganisation: z.number().int().min(1).max(50),
  summaryMax: z.number().int().min(50).max(5000),
});

export type RoadshowRules = z.infer<typeof roadshowRulesSchema>;
export type Criterion = z.infer<typeof criterionSchema>;

/** @throws ZodError where a row holds no rules, which only a draft may do */
export const readRules = (stored: unknown): RoadshowRules => roadshowRulesSchema.parse(stored);

/** Half-open span of instants in ISO 8601: openings of places, absence of people. */
export const instantSpanSchema = z
  .object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));

export type InstantSpan = z.infer<typeof instantSpanSchema>;

/** Spans of a row; what cannot be read is left out. */
export function readSpans(stored: unknown): { from: Date; to: Date }[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) => {
    const read = instantSpanSchema.safeParse(one);
    return read.success ? [{ from: new Date(read.data.from), to: new Date(read.data.to) }] : [];
  });
}
