import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

export const HEADING_MAX = 60;
export const BODY_MAX = 8000;
export const MAX_CLAUSES = 80;
export const NOTE_MAX = 300;

/** Keys of a template's clauses are words; those of clauses that a side added begin with "own-". */
export const CLAUSE_KEY = /^[a-z][a-z0-9-]{1,60}$/;

const heading = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(HEADING_MAX, errorCode("too_long", { max: HEADING_MAX }));

/** Line ends of a browser's form are CR LF; the text is kept with LF, so that its hash is one. */
const body = z
  .string("required")
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(BODY_MAX, errorCode("too_long", { max: BODY_MAX })),
  );

/** One clause of a contract. Its number is its place. */
export const clauseSchema = z.object({
  key: z.string().regex(CLAUSE_KEY, "bad_form"),
  heading,
  body,
  /** Differs from what the template says, or is a side's own. */
  isEdited: z.boolean().default(false),
});

export const clausesSchema = z.array(clauseSchema).min(1).max(MAX_CLAUSES);

export type ContractClause = z.output<typeof clauseSchema>;

const draftNumber = z.coerce.number("bad_form").int("bad_form").positive("bad_form");
const note = z
  .string()
  .trim()
  .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
  .default("");
const key = z.string("bad_form").regex(CLAUSE_KEY, "bad_form");

/**
 * One change of a draft. `draftNumber` is the version that the person saw: another one in between
 * refuses the change.
 */
export const draftChangeSchema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("edit"), draftNumber, note, key, heading, body }),
    z.object({ intent: z.literal("add"), draftNumber, note, after: key, heading, body }),
    z.object({ intent: z.literal("remove"), draftNumber, note, key }),
    z.object({ intent: z.literal("up"), draftNumber, note, key }),
    z.object({ intent: z.literal("down"), draftNumber, note, key }),
    z.object({ intent: z.literal("restore"), draftNumber, note, key }),
  ],
  "bad_form",
);

export type DraftChange = z.output<typeof draftChangeSchema>;

/** What a side says when it approves or finalises: exactly this version. */
export const draftRefSchema = z.object({ draftNumber });

/** A reason that goes into the record of a move. */
export const moveNoteSchema = z.object({
  note: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX })),
});
