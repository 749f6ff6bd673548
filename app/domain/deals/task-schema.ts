import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

export const TASK_TITLE_MAX = 120;
export const TASK_NOTE_MAX = 500;

const optionalId = z
  .union([z.uuid("not_a_choice"), z.literal("")])
  .optional()
  .transform((value) => (value ? value : null));
const optionalDate = z
  .union([z.iso.date("not_a_date"), z.literal("")])
  .optional()
  .transform((value) => (value ? value : null));

export const taskSchema = z.object({
  title: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(TASK_TITLE_MAX, errorCode("too_long", { max: TASK_TITLE_MAX })),
  note: z
    .string()
    .trim()
    .max(TASK_NOTE_MAX, errorCode("too_long", { max: TASK_NOTE_MAX }))
    .optional()
    .transform((value) => value ?? ""),
  assigneeId: optionalId,
  dueOn: optionalDate,
});

/** Who and until when; what a task says is not rewritten. */
export const taskChangeSchema = z.object({
  taskId: z.uuid("bad_form"),
  assigneeId: optionalId,
  dueOn: optionalDate,
});

export const taskMoveSchema = z.object({ taskId: z.uuid("bad_form") });

export type TaskInput = z.output<typeof taskSchema>;
export type TaskChange = z.output<typeof taskChangeSchema>;
