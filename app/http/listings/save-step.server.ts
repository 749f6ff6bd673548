import type { Submission } from "@conform-to/react";
import type { z } from "zod";
import {
  type AchievementContent,
  achievementFormSchema,
} from "~/domain/catalogue/achievement-schema";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { type NeedContent, needFormSchema } from "~/domain/catalogue/need-schema";
import { faultOfIpNumber } from "~/domain/catalogue/patent-number-rules";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { parseFormData } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { fieldsOfStep } from "./wizard-view.server";

type Reply = ReturnType<Submission<unknown, string[]>["reply"]>;
export type SavedStep = {
  revision: number;
  savedAt: Date;
  /** Null when every field was sound; otherwise the others have been saved all the same. */
  refused: Reply | null;
};

type PartialContent = Partial<AchievementContent> & Partial<NeedContent>;

/** One field of a step as the form posts it. */
export function parseField(kind: ListingKind, field: string, fields: FormData) {
  const schema = kind === "achievement" ? achievementFormSchema : needFormSchema;
  // A step lists fields of its own kind only.
  const one = (schema as typeof achievementFormSchema).pick({ [field]: true } as { title: true });
  return parseFormData(fields, one as z.ZodType<PartialContent>);
}

/** Wrong patent numbers at their fields: they are saved as typed, and must be right to be submitted. */
function ipNumberFaults(fields: FormData): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  for (const [name, value] of fields) {
    const row = /^(ipRights\[\d{1,2}\])\.number$/.exec(name)?.[1];
    if (!row || typeof value !== "string") continue;
    const fault = faultOfIpNumber(String(fields.get(`${row}.kind`) ?? ""), value);
    if (fault) faults[name] = [errorCode(fault.code, fault.params)];
  }
  return faults;
}

/**
 * Saves the fields of one step. A field that breaks its limit is reported and left as it was; it
 * does not cost the person the other fields.
 * @throws DomainError as saveDraft
 */
export async function saveStep(
  input: {
    kind: ListingKind;
    id: string;
    step: string;
    revision: number;
    fields: FormData;
    isAutosave: boolean;
  },
  actor: UserActor,
  db: Db,
): Promise<SavedStep> {
  const { kind, id, step, fields } = input;
  let content: PartialContent = {};
  const errors: Record<string, string[]> = {};
  let first: ReturnType<typeof parseField> | undefined;
  for (const field of fieldsOfStep(kind, step)) {
    const parsed = parseField(kind, field, fields);
    first ??= parsed;
    if (parsed.status === "success") {
      content = { ...content, ...parsed.value };
      continue;
    }
    const faults: Record<string, string[] | null> = parsed.reply().error ?? {};
    for (const [name, codes] of Object.entries(faults)) if (codes) errors[name] = codes;
  }
  Object.assign(errors, ipNumberFaults(fields));
  const common = { id, revision: input.revision, isAutosave: input.isAutosave };
  const save = () =>
    saveDraft(
      kind === "achievement" ? { kind, content, ...common } : { kind, content, ...common },
      actor,
      db,
    );
  try {
    const saved = await save();
    const isSound = Object.keys(errors).length === 0;
    return { ...saved, refused: isSound || !first ? null : first.reply({ fieldErrors: errors }) };
  } catch (error) {
    // An unknown code at one field: the rest is saved without it.
    if (!(error instanceof DomainError) || error.field === undefined || !first) throw error;
    const [field = ""] = error.field.split(/[.[]/);
    errors[error.field] = [errorCode(error.code, error.params)];
    content = Object.fromEntries(Object.entries(content).filter(([name]) => name !== field));
    const saved = await save();
    return { ...saved, refused: first.reply({ fieldErrors: errors }) };
  }
}
