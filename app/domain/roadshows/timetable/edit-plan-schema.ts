import { z } from "zod";

const minuteText = z
  .string("required")
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "bad_time");

/** Calendar date and wall-clock time in the market's zone, as a form sends them. */
const whenSchema = z
  .object({
    placeId: z.uuid("required"),
    date: z.string("required").regex(/^\d{4}-\d{2}-\d{2}$/, "bad_time"),
    time: z.string("required").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "bad_time"),
  })
  .transform(({ placeId, date, time }, context) => {
    const text = minuteText.safeParse(`${date}T${time}`);
    const startsAt = new Date(`${date}T${time}:00.000+08:00`);
    if (!text.success || Number.isNaN(startsAt.getTime())) {
      context.addIssue({ code: "custom", path: ["time"], message: "bad_time" });
      return z.NEVER;
    }
    return { placeId, startsAt };
  });

const revisionSchema = z.object({
  planId: z.uuid("not_an_id"),
  revision: z.coerce.number("not_a_number").int().min(1),
});

export const moveEntrySchema = revisionSchema
  .extend({ entryId: z.uuid("not_an_id") })
  .and(whenSchema);
export const placeActivitySchema = revisionSchema
  .extend({ kind: z.enum(["PITCH", "MEETING", "ITEM"]), subject: z.uuid("required") })
  .and(whenSchema);
export const entrySchema = revisionSchema.extend({ entryId: z.uuid("not_an_id") });
export const planSchema = z.object({ planId: z.uuid("not_an_id") });
export const orderSchema = z.object({
  basedOnId: z.uuid("not_an_id").optional(),
  note: z.string().trim().max(500).default(""),
  seconds: z.coerce
    .number("not_a_number")
    .int()
    .min(2, "out_of_range")
    .max(60, "out_of_range")
    .default(10),
});
