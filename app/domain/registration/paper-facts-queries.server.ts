import { createHash } from "node:crypto";
import type { Prisma } from "#prisma/client/client";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { calendarDate } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { nameFormValues } from "./dossier-queries.server";
import { evaluateDossier } from "./evaluate-dossier.server";
import { showFormValue } from "./export-value-rules";
import { type PaperFacts, paperFactsSchema } from "./paper-facts-schema";
import { isOfficePaper, type PaperKind } from "./paper-kind-rules";
import { caseNumber } from "./paper-number-rules";
import { opinionOf } from "./paper-opinion-rules";
import type { FormFieldId, RegistrationForm } from "./registration-form-rules";
import { FORM_FIELDS } from "./registration-form-rules";
import { readStoredForm } from "./registration-form-schema";

const paperSelect = {
  id: true,
  kind: true,
  version: true,
  issuer: true,
  createdAt: true,
  registration: {
    include: {
      versions: { orderBy: { number: "asc" } },
      office: { select: { issuingAuthority: true, mayCertify: true } },
      applicant: { select: { legalName: true } },
    },
  },
} as const satisfies Prisma.RegistrationPaperSelect;

type Paper = Prisma.RegistrationPaperGetPayload<{ select: typeof paperSelect }>;
type Registration = Paper["registration"];
type Version = Registration["versions"][number];

const fen = (amount: bigint | null) => amount?.toString() ?? null;

function amountsOf(row: Version | Registration) {
  return {
    totalFen: fen(row.totalFen),
    technicalFen: fen(row.technicalFen),
    approvedIncomeFen: fen(row.approvedIncomeFen),
  };
}

/** The date that the paper is about; the order of a paper is made in the transaction that decides. */
function decidedOnOf(paper: Paper, version: Version | undefined): string {
  const { registration, kind, createdAt } = paper;
  if (version && (kind === "CERTIFICATE" || kind === "CHANGE_NOTICE")) {
    return calendarDate(version.createdAt);
  }
  if (kind === "REFUSAL_NOTICE") return calendarDate(registration.decidedAt ?? createdAt);
  return calendarDate(createdAt);
}

type Change = { field: FormFieldId | "approved_income"; before: string; after: string };

/** What differs between the forms of two versions, field by field. */
export function formChanges(before: RegistrationForm, after: RegistrationForm): Change[] {
  return FORM_FIELDS.flatMap(({ id }) => {
    const change = { field: id, before: before[id]?.value ?? "", after: after[id]?.value ?? "" };
    return change.before === change.after ? [] : [change];
  });
}

/** Official papers are in Chinese, whoever looks. */
const PAPER_LOCALE = "zh-CN";
const WORDS = { yes: "是", no: "否" };

async function changesOf(
  paper: Paper,
  version: Version | undefined,
  db: DbOrTx,
): Promise<PaperFacts["changes"]> {
  if (paper.kind !== "CHANGE_NOTICE" || !version) return [];
  const previous = paper.registration.versions.find((one) => one.number === version.number - 1);
  if (!previous) return [];
  const forms = [readStoredForm(previous.form), readStoredForm(version.form)] as const;
  const changes = formChanges(...forms);
  if (previous.approvedIncomeFen !== version.approvedIncomeFen) {
    changes.push({
      field: "approved_income",
      before: previous.approvedIncomeFen.toString(),
      after: version.approvedIncomeFen.toString(),
    });
  }
  const [was, is] = await Promise.all(forms.map((form) => nameFormValues(db, form, PAPER_LOCALE)));
  const nameIn = (names: typeof was, field: Change["field"]) =>
    field === "approved_income" ? undefined : names?.[field];
  return changes.map(({ field, before, after }) => ({
    field,
    before: showFormValue(field, before, nameIn(was, field), WORDS),
    after: showFormValue(field, after, nameIn(is, field), WORDS),
  }));
}

function noteOf(paper: Paper, version: Version | undefined): string {
  const { registration, kind } = paper;
  if (kind === "CERTIFICATE") return "";
  if (kind === "CHANGE_NOTICE") return version?.note || registration.changeReason;
  return registration.decisionNote;
}

/**
 * The facts of a paper as they stand; called once, when it is made.
 * @param issuedOn calendar date of the seal
 */
export async function getPaperFacts(
  paperId: string,
  issuedOn: string,
  db: DbOrTx,
): Promise<PaperFacts> {
  const paper = assertFound(
    await db.registrationPaper.findUnique({ where: { id: paperId }, select: paperSelect }),
  );
  const { registration } = paper;
  const kind = paper.kind as PaperKind;
  const newest = registration.versions.at(-1);
  const asked = registration.versions.find((one) => one.number === paper.version);
  const version = kind === "CERTIFICATE" || kind === "CHANGE_NOTICE" ? asked : newest;
  const form = readStoredForm(version?.form ?? registration.form);
  const categoryCode = version?.categoryCode ?? registration.categoryCode;
  const category = await db.codeItem.findFirst({
    where: { list: "contract-categories", code: categoryCode },
    select: { nameZh: true },
  });
  const isOpinion = kind === "PRECHECK_OPINION";
  const checked = isOpinion ? await evaluateDossier(db, registration) : null;
  return paperFactsSchema.parse({
    kind,
    version: paper.version,
    number: registration.registrationNo ?? caseNumber(registration.number),
    officialNo: registration.officialNo ?? "",
    issuer: paper.issuer,
    isIssuerOffice:
      registration.office?.mayCertify === true &&
      registration.office.issuingAuthority === paper.issuer,
    addressee: isOfficePaper(kind) ? "" : (registration.office?.issuingAuthority ?? ""),
    project: form.project_name?.value ?? "",
    categoryCode,
    category: category?.nameZh ?? categoryCode,
    seller: form["seller.name"]?.value || registration.applicant.legalName,
    buyer: form["buyer.name"]?.value ?? "",
    signedOn: form.signed_on?.value || null,
    ...(version ? amountsOf(version) : amountsOf(registration)),
    contractSha256: version?.contractSha256 ?? registration.contractSha256,
    decidedOn: decidedOnOf(paper, version),
    issuedOn,
    refusalCodes: kind === "REFUSAL_NOTICE" ? registration.refusalCodes : [],
    objectionDays: await getPolicyNumber(db, "market.registration.objection_days"),
    note: noteOf(paper, version),
    versions: registration.versions
      .filter((one) => one.number <= (version?.number ?? 0))
      .map((one) => ({
        number: one.number,
        kind: one.kind,
        on: calendarDate(one.createdAt),
        ...amountsOf(one),
      })),
    changes: await changesOf(paper, version, db),
    opinion: checked ? opinionOf(checked.report.results, registration.completenessBp) : null,
  });
}

/** First 32 hex digits of the SHA-256 over the canonical JSON of the facts. */
export function hashFacts(facts: PaperFacts): string {
  return createHash("sha256").update(canonicalJson(facts)).digest("hex").slice(0, 32);
}
