import { z } from "zod";
import { freeText, lineText, rows, yuanText } from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";
import { MAX_TARGETS } from "./challenge-schema";
import { MAX_STAGES } from "./intention-schema";
import { CRITERIA, type Criterion, RECOMMENDATIONS } from "./score-rules";

const id = z.uuid("not_an_id");
const text = (max: number, min = 1) =>
  z
    .string("required")
    .trim()
    .min(1, { error: "required", abort: true })
    .min(min, errorCode("too_short", { min }))
    .max(max, errorCode("too_long", { max }));

const points = z.string("required").transform((typed, context) => {
  const plain = typed.normalize("NFKC").trim();
  const value = /^\d{1,3}$/.test(plain) ? Number(plain) : -1;
  if (value >= 0 && value <= 100) return value;
  context.addIssue({
    code: "custom",
    message: plain === "" ? "required" : errorCode("out_of_range", { min: 0, max: 100 }),
  });
  return z.NEVER;
});

/** An expert's view of one intention: whole points, a recommendation, two or three sentences. */
export const appraisalSchema = z.object({
  intentionId: id,
  scores: z.object(
    Object.fromEntries(CRITERIA.map((one) => [one, points])) as Record<Criterion, typeof points>,
  ),
  recommendation: z.enum(RECOMMENDATIONS, "required"),
  comment: text(300, 10),
});

export const inviteSchema = z.object({ email: z.email("not_an_email").max(200) });
export const recusalSchema = z.object({
  expertId: z.uuid("not_an_id"),
  recusalNote: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
});
export const expertAnswerSchema = z.object({
  answer: z.enum(["accept", "recuse"], "required"),
  note: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
});

export const milestonePlanSchema = z.object({
  milestones: rows(
    z.object({
      title: lineText(60),
      target: lineText(120),
      dueOn: z.iso.date("not_a_date").nullable().default(null),
    }),
    MAX_STAGES,
    (row) => !row.title && !row.target && !row.dueOn,
  ),
});

export const milestoneReportSchema = z.object({
  milestoneId: id,
  report: text(4000),
  measured: z.array(lineText(60)).max(MAX_TARGETS, "bad_form").default([]),
});
export const milestoneAnswerSchema = z.object({
  milestoneId: id,
  /** Instant of the report that was shown. */
  reportedAt: z.iso.datetime("changed_meanwhile"),
  note: freeText(1000),
});
export const milestoneNoteSchema = z.object({ milestoneId: id, note: text(1000) });

export const beginSchema = z.object({ paperSigned: z.literal("on").optional() });
export const takerNoteSchema = z.object({ note: text(2000) });
export const opinionSchema = z.object({
  opinion: z.enum(["ACCEPT", "REJECT"], "required"),
  note: text(2000),
});
export const passSchema = z.object({
  rewardFen: yuanText,
  publicFen: yuanText,
  note: freeText(1000),
});
export const exemptSchema = z.object({
  followedPlan: z.literal("on", "must_accept"),
  keptRecords: z.literal("on", "must_accept"),
  usedFunds: z.literal("on", "must_accept"),
  noMisconduct: z.literal("on", "must_accept"),
  note: text(2000),
});

const measuredRows = z.array(
  z.object({ target: z.number().int(), measured: z.string(), met: z.boolean().nullable() }),
);
export type MeasuredValue = z.output<typeof measuredRows>[number];

/** Measured values as they stand in a milestone. */
export function readMeasured(stored: unknown): MeasuredValue[] {
  const read = measuredRows.safeParse(stored);
  return read.success ? read.data : [];
}
