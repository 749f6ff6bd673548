import { z } from "zod";
import {
  calendarDay,
  codes,
  freeText,
  lineText,
  optionalCode,
  rows,
} from "~/domain/catalogue/field-kinds";
import { rulesFault } from "./announced-rules";
import { daysBetween } from "./event-days-rules";
import type { RoadshowRules } from "./roadshow-rules-schema";
import { momentText, optionalNumber, wholeNumber } from "./wall-clock-schema";

export const FORMATS = ["ONSITE", "ONLINE", "BOTH"] as const;
export const EVENT_LANGUAGES = ["zh-CN", "en"] as const;
const MAX_EVENT_DAYS = 31;
export const MAX_CRITERIA = 12;

const httpUrl = lineText(300).refine(
  (text) => text === "" || /^https?:\/\/[^\s]+$/i.test(text),
  "website_form",
);

const wallTime = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFKC").trim())
  .refine((text) => text === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), "not_a_time");

const criterionRow = z.object({
  key: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,30}$/)
    .optional()
    .catch(undefined),
  label: lineText(60),
  weight: optionalNumber(1, 100),
});

const criterionRows = rows(
  criterionRow,
  MAX_CRITERIA,
  (row) => row.label === "" && row.weight === null,
).transform((list, context) => {
  const keys = new Set<string>();
  return list.map((row, index) => {
    if (row.label === "" || row.weight === null) {
      const path = [index, row.label === "" ? "label" : "weight"];
      context.addIssue({ code: "custom", path, message: "required" });
    }
    let key = row.key ?? `c${index + 1}`;
    while (keys.has(key)) key = `${key}x`;
    keys.add(key);
    return { key, label: row.label, weight: row.weight ?? 1 };
  });
});

const yes = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** The rules as the form posts them; what fits together only as a whole is refused at its field. */
const rulesFormSchema = z
  .object({
    talkMinutes: wholeNumber(1, 120),
    questionMinutes: wholeNumber(0, 120),
    gapMinutes: wholeNumber(0, 60),
    breakAfterMinutes: wholeNumber(0, 480),
    breakMinutes: wholeNumber(0, 120),
    lunchFrom: wallTime,
    lunchTo: wallTime,
    walkMinutes: wholeNumber(0, 120),
    meetingMinutes: wholeNumber(5, 120),
    meetingsMax: wholeNumber(0, 100),
    requestsMax: wholeNumber(0, 200),
    peoplePerFirm: wholeNumber(1, 50),
    judgesPerPitch: wholeNumber(0, 20),
    dropHigh: wholeNumber(0, 5),
    dropLow: wholeNumber(0, 5),
    decimals: wholeNumber(0, 4),
    criteria: criterionRows,
    reviewCriteria: criterionRows,
    groupByField: yes,
    isModerated: yes,
    projectsPerOrganisation: wholeNumber(1, 50),
    summaryMax: wholeNumber(50, 5000),
  })
  .transform(({ lunchFrom, lunchTo, ...rest }, context): RoadshowRules => {
    const hasLunch = lunchFrom !== "" && lunchTo !== "";
    if (!hasLunch && lunchFrom !== lunchTo) {
      context.addIssue({ code: "custom", path: ["lunchTo"], message: "roadshow_lunch" });
    }
    const rules = { ...rest, lunch: hasLunch ? { from: lunchFrom, to: lunchTo } : null };
    const fault = rulesFault(rules);
    if (fault) {
      const path = fault.field.split(".").slice(1);
      context.addIssue({ code: "custom", path, message: fault.code });
    }
    return rules;
  });

const texts = {
  intro: freeText(4000),
  venue: lineText(100),
  address: lineText(200),
  directions: freeText(1000),
  onlineUrl: httpUrl,
  contact: lineText(200),
  maxAudience: optionalNumber(1, 100_000),
};

const deadlines = {
  callDueAt: momentText,
  confirmDueAt: momentText,
  materialsDueAt: momentText,
  audienceDueAt: momentText,
};

const days = { startsOn: calendarDay, endsOn: calendarDay };

function checkDays(
  value: { startsOn: string | null; endsOn: string | null },
  context: z.RefinementCtx,
): void {
  if (value.startsOn === null || value.endsOn === null) return;
  const count = daysBetween(value.startsOn, value.endsOn);
  const message =
    count < 0 ? "roadshow_ends_before" : count >= MAX_EVENT_DAYS ? "roadshow_too_long" : null;
  if (message) context.addIssue({ code: "custom", path: ["endsOn"], message });
}

/** An event as its organiser writes it; a draft may have gaps, see eventFaults. */
export const eventFormSchema = z
  .object({
    title: lineText(80),
    seriesId: z.uuid("not_a_choice").nullable().default(null),
    fieldCodes: codes(8),
    regionCode: optionalCode,
    format: z.enum(FORMATS, "not_a_choice").default("ONSITE"),
    languages: z.array(z.enum(EVENT_LANGUAGES, "not_a_choice")).default([]),
    ...texts,
    ...days,
    ...deadlines,
    rules: rulesFormSchema,
  })
  .superRefine(checkDays);
export type EventForm = z.output<typeof eventFormSchema>;

/** What may still change after the office has approved: how to get there and whom to ask. */
export const announcedFormSchema = z.object(texts);
export type AnnouncedForm = z.output<typeof announcedFormSchema>;

export const deadlinesSchema = z.object(deadlines);
export type Deadlines = z.output<typeof deadlinesSchema>;

const day = z.iso.date("not_a_date");

export const newEventSchema = z
  .object({
    organisationId: z.uuid("required"),
    seriesId: z.uuid("not_a_choice").nullable().default(null),
    copiedFromId: z.uuid("not_a_choice").nullable().default(null),
    title: lineText(80).refine((text) => text !== "", "required"),
    startsOn: day,
    endsOn: day,
  })
  .superRefine(checkDays);
export type NewEvent = z.output<typeof newEventSchema>;

export const changeDatesSchema = z
  .object({ startsOn: day, endsOn: day, note: lineText(300) })
  .superRefine(checkDays);
