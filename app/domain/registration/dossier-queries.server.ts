import { codeNamer, getReference, regionNamer } from "~/domain/catalogue/code-queries.server";
import { canEnterDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { type Evaluation, evaluateDossier } from "./evaluate-dossier.server";
import { placeOf } from "./missing-place-rules";
import { RECOGNITION_RULES_VERSION } from "./recognition-rules";
import { getRegistrationAccess, type RegistrationReader } from "./registration-access.server";
import { FORM_FIELDS, filledShareBp, type RegistrationForm } from "./registration-form-rules";
import { type RegistrationMove, registrationProcedure, stateOf } from "./registration-procedure";
import type { RegistrationRow } from "./registration-rows.server";
import type { CheckView, DossierView, ValueNames } from "./registration-view";

/** Names of the codes and divisions in a form; other values speak for themselves. */
export async function nameFormValues(
  db: DbOrTx,
  form: RegistrationForm,
  locale: string,
): Promise<ValueNames> {
  const { byCode } = await getReference(db);
  const regionName = await regionNamer(db, locale);
  const names: ValueNames = {};
  for (const field of FORM_FIELDS) {
    const value = form[field.id]?.value;
    if (!value) continue;
    if (field.type === "REGION") names[field.id] = regionName(value);
    if (field.type !== "CODE" || !field.list) continue;
    const row = byCode.get(`${field.list}:${value}`);
    names[field.id] = row ? (locale.startsWith("zh") ? row.nameZh : row.nameEn) : value;
  }
  return names;
}

async function namesOf(db: DbOrTx, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}

function checksOf(evaluation: Evaluation, people: Map<string, string>): CheckView[] {
  const findings = new Map(evaluation.findings.map((one) => [one.checkId, one]));
  return evaluation.report.results.map(({ isFinding: _, ...one }) => {
    const finding = findings.get(one.id);
    return {
      ...one,
      finding: finding
        ? {
            answer: finding.answer,
            note: finding.note,
            author: people.get(finding.authorId) ?? "",
            at: finding.at,
          }
        : null,
    };
  });
}

/** Everything that a page shows of a dossier, whoever reads it. */
export async function readDossier(
  db: DbOrTx,
  row: RegistrationRow,
  actor: UserActor,
  locale: string,
): Promise<DossierView> {
  const evaluation = await evaluateDossier(db, row);
  const { form, completeness, first, report } = evaluation;
  const [documents, remarks, versions, timeline, clocks, parties, names, codeName] =
    await Promise.all([
      db.registrationDocument.findMany({
        where: { registrationId: row.id, removedAt: null },
        orderBy: { createdAt: "asc" },
        include: { file: { select: { name: true, sizeBytes: true } } },
      }),
      db.registrationRemark.findMany({
        where: { registrationId: row.id },
        orderBy: [{ round: "desc" }, { createdAt: "asc" }],
      }),
      db.registrationVersion.findMany({
        where: { registrationId: row.id },
        orderBy: { number: "desc" },
      }),
      listTimeline(db, "registration", row.id),
      listRunningClocks(db, "registration", row.id),
      db.organisation.findMany({
        where: {
          id: {
            in: [row.applicantId, row.deal.supplyOrganisationId, row.deal.demandOrganisationId],
          },
        },
        select: { id: true, legalName: true },
      }),
      nameFormValues(db, form, locale),
      codeNamer(db, locale),
    ]);
  const people = await namesOf(db, [
    ...remarks.map((one) => one.authorId),
    ...evaluation.findings.map((one) => one.authorId),
  ]);
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.legalName ?? "";
  const blocking = new Set(
    first.results.filter((one) => one.kind === "BLOCK").map((one) => one.id as string),
  );
  return {
    id: row.id,
    number: row.number,
    dealId: row.dealId,
    contractId: row.contractId,
    isInRoom: await canEnterDeal(db, row.dealId, actor),
    title: row.contract.title,
    state: stateOf(row),
    revision: row.revision,
    round: row.round,
    categoryCode: row.categoryCode,
    categoryName: names.category ?? codeName("cooperation-modes", row.categoryCode),
    applicant: nameOf(row.applicantId),
    seller: nameOf(row.deal.supplyOrganisationId),
    buyer: nameOf(row.deal.demandOrganisationId),
    office: row.office,
    servicePoint: row.servicePoint,
    form,
    names,
    completeness: completeness.percent,
    filledBp: filledShareBp(form),
    missing: completeness.missing.map((part) => ({
      ...part,
      place: placeOf(part),
      isBlocking: part.kind === "FIELD" || blocking.has(part.id),
    })),
    outcome: report.outcome,
    refusals: report.refusals,
    rulesVersion: RECOGNITION_RULES_VERSION,
    checks: checksOf(evaluation, people),
    documents: documents.map(({ file, ...one }) => ({
      id: one.id,
      kind: one.kind,
      name: file.name,
      note: one.note,
      sizeBytes: Number(file.sizeBytes),
      sha256: one.sha256,
      createdAt: one.createdAt,
    })),
    remarks: remarks.map((one) => ({
      id: one.id,
      round: one.round,
      about: one.about,
      message: one.message,
      author: people.get(one.authorId) ?? "",
      answer: one.answer,
      answeredAt: one.answeredAt,
      isOwn: one.authorId === actor.userId,
    })),
    clocks: clocks.map(({ suspendedAt, ...one }) => ({
      ...one,
      isSuspended: suspendedAt !== null,
    })),
    decisionDueAt: row.decisionDueAt,
    timeline: timeline.flatMap(({ move, ...one }) => {
      if (!Object.hasOwn(registrationProcedure.moves, move)) return [];
      const { id, at, actorName, note } = one;
      return [{ id, at, actorName, note, move: move as RegistrationMove }];
    }),
    versions: versions.map((one) => ({
      number: one.number,
      kind: one.kind,
      categoryCode: one.categoryCode,
      totalFen: one.totalFen,
      technicalFen: one.technicalFen,
      approvedIncomeFen: one.approvedIncomeFen,
      note: one.note,
      createdAt: one.createdAt,
    })),
    amounts: {
      totalFen: row.totalFen ?? evaluation.facts.amounts.totalFen,
      technicalFen: row.technicalFen ?? evaluation.facts.amounts.technicalFen,
      approvedIncomeFen: row.approvedIncomeFen,
    },
    registrationNo: row.registrationNo,
    officialNo: row.officialNo,
    registeredOn: row.registeredOn?.toISOString().slice(0, 10) ?? null,
    refusalCodes: row.refusalCodes,
    decisionNote: row.decisionNote,
    changeReason: row.changeReason,
  };
}

/** The dossier for its page, and in what part the person reads it. @throws DomainError "not_found" */
export async function getDossier(
  id: string,
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<{ row: RegistrationRow; as: RegistrationReader; dossier: DossierView }> {
  const { row, as } = await getRegistrationAccess(db, id, actor);
  return { row, as, dossier: await readDossier(db, row, actor, locale) };
}
