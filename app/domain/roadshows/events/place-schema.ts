import { z } from "zod";
import { freeText, lineText } from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";
import { EVENT_LANGUAGES } from "./event-form-schema";
import { fromWallClock, momentText, wholeNumber } from "./wall-clock-schema";

export const PLACE_KINDS = ["HALL", "TABLES", "ONLINE_ROOM"] as const;
export const EQUIPMENT = [
  "PROJECTOR",
  "MICROPHONE",
  "VIDEO_LINK",
  "MODEL_TABLE",
  "POWER",
  "INTERPRETING",
  "RECORDING",
] as const;
export const MAX_OPENINGS = 62;

const openingRow = z.object({
  from: z.string().default(""),
  to: z.string().default(""),
});

/** Pairs of moments; a pair left blank is dropped, and they may cross midnight. */
const openings = z
  .array(openingRow)
  .default([])
  .transform((list, context) => {
    const read: { from: Date; to: Date }[] = [];
    list.forEach((row, index) => {
      if (row.from.trim() === "" && row.to.trim() === "") return;
      const from = fromWallClock(row.from);
      const to = fromWallClock(row.to);
      if (from && to && from < to) read.push({ from, to });
      else {
        const message = errorCode("roadshow_spans_bad", { row: index + 1 });
        context.addIssue({ code: "custom", message });
      }
    });
    read.sort((one, other) => one.from.getTime() - other.from.getTime());
    if (read.some((one, index) => (read[index + 1]?.from ?? one.to) < one.to)) {
      context.addIssue({ code: "custom", message: "roadshow_spans_overlap" });
    }
    return read;
  })
  .refine((list) => list.length > 0, "roadshow_place_closed")
  .refine((list) => list.length <= MAX_OPENINGS, errorCode("too_many", { max: MAX_OPENINGS }));

export const placeSchema = z
  .object({
    kind: z.enum(PLACE_KINDS, "required"),
    name: lineText(40).refine((text) => text !== "", "required"),
    zone: lineText(20),
    count: wholeNumber(1, 1000),
    capacity: wholeNumber(0, 100_000),
    equipment: z.array(z.enum(EQUIPMENT, "not_a_choice")).default([]),
    languages: z.array(z.enum(EVENT_LANGUAGES, "not_a_choice")).default([]),
    url: freeText(300).refine(
      (text) => text === "" || /^https?:\/\/\S+$/i.test(text),
      "website_form",
    ),
    setupMinutes: wholeNumber(0, 240),
    openings,
  })
  .superRefine((place, context) => {
    if (place.kind !== "TABLES" && place.count !== 1) {
      context.addIssue({ code: "custom", path: ["count"], message: "roadshow_place_count" });
    }
  });
export type PlaceInput = z.output<typeof placeSchema>;

export const ITEM_KINDS = [
  "CHECK_IN",
  "OPENING",
  "POLICY",
  "TALK",
  "BREAK",
  "SIGNING",
  "SUMMARY",
  "OTHER",
] as const;
export const ITEM_POSITIONS = ["ANY", "FIRST", "LAST"] as const;

/** People who must be at one item. */
export const MAX_ITEM_PEOPLE = 50;

export const itemSchema = z
  .object({
    kind: z.enum(ITEM_KINDS, "required"),
    title: lineText(60).refine((text) => text !== "", "required"),
    minutes: wholeNumber(1, 720),
    position: z.enum(ITEM_POSITIONS, "not_a_choice").default("ANY"),
    placeId: z.uuid("not_a_choice").nullable().default(null),
    startsAt: momentText,
    personIds: z
      .array(z.uuid("not_a_choice"))
      .max(MAX_ITEM_PEOPLE, errorCode("too_many", { max: MAX_ITEM_PEOPLE }))
      .default([])
      .transform((list) => [...new Set(list)]),
    isPublic: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
  })
  .superRefine((item, context) => {
    if ((item.placeId === null) !== (item.startsAt === null)) {
      const path = [item.placeId === null ? "placeId" : "startsAt"];
      context.addIssue({ code: "custom", path, message: "roadshow_item_fixed" });
    }
  });
export type ItemInput = z.output<typeof itemSchema>;
