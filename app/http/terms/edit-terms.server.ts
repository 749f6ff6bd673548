import { discardTermsDraft } from "~/domain/deals/discard-terms-draft.server";
import { offerTerms } from "~/domain/deals/offer-terms.server";
import { saveTermsDraft } from "~/domain/deals/save-terms-draft.server";
import { checkTerms } from "~/domain/deals/terms-consistency-rules";
import {
  formOfVersion,
  getTermsEditor,
  issuesOf,
} from "~/domain/deals/terms-editor-queries.server";
import {
  addRow,
  contentOf,
  readTermsForm,
  removeRow,
  type TermErrors,
  type TermsForm,
} from "~/domain/deals/terms-form-rules";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

/** What the editor shows beside the stored draft after a post. */
export type TermsEditAnswer = {
  kind: "SHOW";
  status: number;
  errors: TermErrors;
  formErrors: string[];
  note: string;
  /** Changes with every post, so that the form is shown anew. */
  at: number;
};

/** The editor is done: another page follows with a message. */
type TermsEditDone = {
  kind: "DONE";
  to: string;
  flash: { tone: "success"; message: string; params?: Record<string, number> };
};

const MAX_NOTE = 1000;

function answer(status: number, rest: Partial<TermsEditAnswer> = {}): TermsEditAnswer {
  return {
    kind: "SHOW",
    status,
    errors: {},
    formErrors: [],
    note: "",
    at: clock.now().getTime(),
    ...rest,
  };
}

function done(
  to: string,
  message: "discarded" | "saved" | "offered",
  params: Record<string, number> = {},
): TermsEditDone {
  return { kind: "DONE", to, flash: { tone: "success", message: `terms:page.${message}`, params } };
}

async function readPosted(dealId: string, fields: FormData, actor: Actor, db: DbOrTx) {
  const view = await getTermsEditor(dealId, actor, db);
  const revision = Number(fields.get("revision"));
  if (!Number.isSafeInteger(revision) || revision < 0) {
    throw new DomainError("bad_form", { status: 400 });
  }
  return { view, revision, form: readTermsForm(fields, view.form) };
}

/** Saves for the page itself while a person writes; a stale page is told and changes nothing. */
export async function autosaveTerms(dealId: string, fields: FormData, actor: Actor, db: DbOrTx) {
  const { revision, form } = await readPosted(dealId, fields, actor, db);
  try {
    const saved = await saveTermsDraft({ dealId, revision, form }, actor, db);
    return {
      status: "saved" as const,
      revision: saved.revision,
      savedAt: saved.savedAt.toISOString(),
      issues: issuesOf(form),
    };
  } catch (error) {
    if (error instanceof DomainError && error.code === "stale_revision") {
      return { status: "stale" as const };
    }
    throw error;
  }
}

/** `add:<rows>` and `remove:<rows>:<index>` change the tables of the form. */
function applyRowIntent(form: TermsForm, intent: string): TermsForm | null {
  const [verb, path = "", index = ""] = intent.split(":");
  if (verb === "add") return addRow(form, path);
  if (verb === "remove" && /^\d{1,2}$/.test(index)) return removeRow(form, path, Number(index));
  return null;
}

/**
 * The editor's buttons. Every one of them saves first, so that nothing written is lost; what is wrong
 * with the terms is said at the fields and never keeps a draft from being saved.
 */
export async function editTerms(
  dealId: string,
  fields: FormData,
  actor: Actor,
  db: DbOrTx,
): Promise<TermsEditAnswer | TermsEditDone> {
  const intent = String(fields.get("intent") ?? "");
  const base = `/desk/deals/${dealId}/terms`;
  const note = String(fields.get("note") ?? "").trim();
  try {
    if (intent === "discard") {
      await discardTermsDraft(dealId, actor, db);
      return done(base, "discarded");
    }
    if (intent === "restart") {
      const { revision } = await readPosted(dealId, fields, actor, db);
      const form = await formOfVersion(db, dealId, Number(fields.get("number")));
      await saveTermsDraft({ dealId, revision, form }, actor, db);
      return done(`${base}/edit`, "saved");
    }
    const { revision, form } = await readPosted(dealId, fields, actor, db);
    const changed = applyRowIntent(form, intent);
    await saveTermsDraft({ dealId, revision, form: changed ?? form }, actor, db);
    if (changed || intent === "save") return answer(200, { note });
    if (intent !== "offer") throw new DomainError("bad_form", { status: 400 });
    return await offer(dealId, form, note, String(fields.get("answersId") ?? ""), actor, db);
  } catch (error) {
    if (!(error instanceof DomainError) || error.status === 404 || error.code === "bad_form") {
      throw error;
    }
    return answer(error.status, { note, formErrors: [errorCode(error.code, error.params)] });
  }
}

async function offer(
  dealId: string,
  form: TermsForm,
  note: string,
  answersId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<TermsEditAnswer | TermsEditDone> {
  const { content, errors } = contentOf(form);
  if (!content) return answer(400, { note, errors });
  const broken = checkTerms(content).filter((issue) => issue.level === "ERROR");
  if (broken.length > 0) {
    const byField: TermErrors = {};
    for (const { field, code } of broken) byField[field] = [...(byField[field] ?? []), code];
    return answer(400, { note, errors: byField });
  }
  if (note.length > MAX_NOTE) {
    return answer(400, { note, errors: { note: [errorCode("too_long", { max: MAX_NOTE })] } });
  }
  const answers = isId(answersId) ? answersId : null;
  const { number } = await offerTerms({ dealId, content, note, answersId: answers }, actor, db);
  return done(`/desk/deals/${dealId}/terms`, "offered", { number });
}
