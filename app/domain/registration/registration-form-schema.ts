import { z } from "zod";
import { checkUscc, normaliseUscc } from "~/domain/identity/uscc-rules";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import {
  FORM_FIELDS,
  FORM_SOURCES,
  type FormField,
  type FormFieldId,
  inputName,
  type RegistrationForm,
} from "./registration-form-rules";

const DATE = z.iso.date();
const PHONE = /^[0-9+()\-\s]{5,30}$/;
const SUB_KIND_CODES: readonly string[] = SUB_KINDS;

export type ReadField = { value: string; error: null } | { value: null; error: string };

const good = (value: string): ReadField => ({ value, error: null });
const bad = (error: string): ReadField => ({ value: null, error });

/** One field as typed in its stored form; "" is an empty field. Codes of lists are checked elsewhere. */
export function readFieldText(field: FormField, typed: string): ReadField {
  const text = typed.normalize("NFC").trim();
  if (text === "") return good("");
  if ([...text].length > Math.max(field.max, 40)) {
    return bad(errorCode("too_long", { max: field.max }));
  }
  if (field.id === "category" && !SUB_KIND_CODES.includes(text)) return bad("not_a_choice");
  const name = field.id.split(".").at(-1);
  if (field.type === "DATE") {
    return DATE.safeParse(text).success ? good(text) : bad("not_a_date");
  }
  if (field.type === "YES_NO") {
    return text === "yes" || text === "no" ? good(text) : bad("not_a_choice");
  }
  if (field.type === "MONEY") {
    const fen = parseYuan(text);
    return fen === null ? bad("not_an_amount") : good(fen.toString());
  }
  if (name === "uscc") {
    const code = normaliseUscc(text);
    return checkUscc(code).form === "WRONG" ? bad("uscc_form") : good(code);
  }
  if (name === "postcode") return /^\d{6}$/.test(text) ? good(text) : bad("not_a_postcode");
  if (name === "phone") return PHONE.test(text) ? good(text) : bad("not_a_phone");
  if (field.max < 40 && [...text].length > field.max) {
    return bad(errorCode("too_long", { max: field.max }));
  }
  return good(text);
}

function fieldSchema(field: FormField) {
  return z
    .string()
    .default("")
    .transform((typed, context) => {
      const read = readFieldText(field, typed);
      if (read.error === null) return read.value;
      context.addIssue({ code: "custom", message: read.error });
      return z.NEVER;
    });
}

/** Schema of an edit of some fields; the names are those of the controls. */
export function formSchemaOf(fields: readonly FormField[]) {
  return z.object(Object.fromEntries(fields.map((one) => [inputName(one.id), fieldSchema(one)])));
}

/** The texts of an edit back under the names of the fields. */
export function editOf(
  fields: readonly FormField[],
  values: Record<string, string>,
): Partial<Record<FormFieldId, string>> {
  return Object.fromEntries(fields.map((one) => [one.id, values[inputName(one.id)] ?? ""]));
}

const stored = z.object({
  value: z.string(),
  source: z.enum(FORM_SOURCES),
  isEdited: z.boolean(),
});
const KNOWN = new Set<string>(FORM_FIELDS.map((one) => one.id));

/** The stored form; a field that this version does not know is left out. */
export function readStoredForm(json: unknown): RegistrationForm {
  const entries = z.record(z.string(), z.unknown()).catch({}).parse(json);
  const form: RegistrationForm = {};
  for (const [id, one] of Object.entries(entries)) {
    const value = stored.safeParse(one);
    if (KNOWN.has(id) && value.success) form[id as FormFieldId] = value.data;
  }
  return form;
}
