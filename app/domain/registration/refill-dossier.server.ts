import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { measureCompleteness } from "./completeness-rules";
import { buildFacts } from "./dossier-facts-rules";
import { editForm, fillForm, refillForm } from "./dossier-form-rules";
import { readDossierSource } from "./dossier-source-queries.server";
import { DOCUMENT_KINDS } from "./dossier-source-schema";
import { listDelegations } from "./office-queries.server";
import { findOtherRegistration } from "./other-registration-queries.server";
import { recognitionContext } from "./recognition-context.server";
import { checkRecognition } from "./recognition-rules";
import { type FormFieldId, type RegistrationForm, requiredFields } from "./registration-form-rules";
import { readStoredForm } from "./registration-form-schema";
import { routeRegistration } from "./routing-rules";
import { toStoredFacts } from "./stored-facts-rules";

/**
 * Brings the stored dossier up to the deal as it is now: fields that nobody has written, the facts,
 * the office by region and amount, the completeness. The row is locked by the caller; once submitted
 * the office stays.
 * @param options.edit what a person writes into the form
 * @param options.fromSupplement terms and amounts come from the supplement, also over an edit
 */
export async function refillDossier(
  tx: Tx,
  registrationId: string,
  options: {
    edit?: Partial<Record<FormFieldId, string>>;
    isFormKept?: boolean;
    fromSupplement?: boolean;
  } = {},
): Promise<void> {
  const row = assertFound(
    await tx.registration.findUnique({
      where: { id: registrationId },
      select: {
        contractId: true,
        supplementId: true,
        matterKey: true,
        form: true,
        officeId: true,
        submittedAt: true,
        documents: { where: { removedAt: null }, select: { kind: true } },
      },
    }),
  );
  const source = await readDossierSource(tx, row.contractId, row.supplementId);
  const stored = readStoredForm(row.form);
  let form = options.isFormKept ? stored : refillForm(stored, source);
  if (options.fromSupplement) form = { ...form, ...termFields(fillForm(source)) };
  if (options.edit) form = editForm(form, options.edit);

  // Competence is that of the day of submission; what is delegated later changes no running case.
  const namedId = await findNamedOffice(tx, form, row.submittedAt ?? clock.now());
  const officeId = row.submittedAt !== null && row.officeId !== null ? row.officeId : namedId;
  const office = officeId
    ? await tx.registrationOffice.findUnique({
        where: { id: officeId },
        select: { regionCode: true, level: true },
      })
    : null;
  const level = (["DISTRICT", "CITY", "PROVINCE"] as const).find((one) => one === office?.level);
  const other = await findOtherRegistration(tx, { ...row, id: registrationId });
  const facts = buildFacts({
    source,
    form,
    documents: DOCUMENT_KINDS.filter((kind) => row.documents.some((one) => one.kind === kind)),
    office:
      office && level
        ? {
            regionCode: office.regionCode,
            level,
            isNamed: namedId === null ? null : namedId === officeId,
          }
        : null,
    isAlreadyRegistered: other !== null,
  });
  const { results } = checkRecognition(facts, await recognitionContext(tx));
  const { percent } = measureCompleteness(facts, results, requiredFields(form));
  await tx.registration.update({
    where: { id: registrationId },
    data: {
      form,
      facts: toStoredFacts(facts),
      officeId,
      completenessBp: percent * 100,
      categoryCode: facts.category,
      revision: { increment: 1 },
    },
  });
}

/** The fields that a supplement changes. */
function termFields(form: ReturnType<typeof fillForm>): ReturnType<typeof fillForm> {
  const { project_name, category, term_from, term_to, total_amount, technical_amount } = form;
  const { payment_method } = form;
  const fields = { project_name, category, term_from, term_to, total_amount, technical_amount };
  return Object.fromEntries(
    Object.entries({ ...fields, payment_method }).filter(([, one]) => one !== undefined),
  );
}

/** The office that the table of delegations names for seller's region and amount on a day. */
async function findNamedOffice(tx: Tx, form: RegistrationForm, at: Date): Promise<string | null> {
  const regionCode = form["seller.region"]?.value;
  const total = form.total_amount?.value;
  if (!regionCode) return null;
  const totalFen = total && /^\d+$/.test(total) ? BigInt(total) : null;
  const on = calendarDate(at);
  const route = routeRegistration({ regionCode, totalFen, on }, await listDelegations(tx));
  return route?.officeId ?? null;
}
