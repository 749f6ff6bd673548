import { contractNumber } from "~/domain/contracts/contract-number-rules";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import {
  EXCHANGE_VERSION,
  NATIONAL_FORMAT,
  type NationalExchange,
  nationalSchema,
  TAX_FORMAT,
  type TaxNotice,
  taxSchema,
} from "./export-exchange-schema";
import type { ExportContent, ExportSource } from "./export-source-queries.server";
import { showFormValue } from "./export-value-rules";
import { caseNumber } from "./paper-number-rules";
import { FORM_FIELDS, type FormFieldId } from "./registration-form-rules";
import { readStoredFacts } from "./stored-facts-rules";

/** Fen as yuan with two decimals: 60000000 → "600000.00". */
export function toExchangeYuan(fen: bigint): string {
  return `${fen / 100n}.${(fen % 100n).toString().padStart(2, "0")}`;
}

const yuanOrNull = (fen: bigint | null) => (fen === null ? null : toExchangeYuan(fen));
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const instant = (date: Date | null) => date?.toISOString() ?? null;

type Office = NonNullable<ExportSource["office"]>;
const officeOf = ({ code, nameZh, issuingAuthority }: Office) => ({
  code,
  name: nameZh,
  authority: issuingAuthority,
});

type Amounts = Pick<ExportSource, "totalFen" | "technicalFen" | "approvedIncomeFen">;
const amountsOf = (row: Amounts) => ({
  total: yuanOrNull(row.totalFen),
  technical: yuanOrNull(row.technicalFen),
  approvedIncome: yuanOrNull(row.approvedIncomeFen),
});

const versionsOf = (row: ExportSource) =>
  row.versions.map((one) => ({
    number: one.number,
    kind: one.kind,
    on: calendarDate(one.createdAt),
    amounts: amountsOf(one),
    contractSha256: one.contractSha256,
  }));

/** Money of the form as yuan, everything else as it is stored. */
function exchangeValue(id: FormFieldId, value: string): string {
  const isMoney = FORM_FIELDS.find((one) => one.id === id)?.type === "MONEY";
  return isMoney && /^\d+$/.test(value) ? toExchangeYuan(BigInt(value)) : value;
}

/** Chinese words in the exchange: its reader is a Chinese authority. */
const WORDS = { yes: "是", no: "否" };

function patentsOf(row: ExportSource): NationalExchange["patents"] {
  return readStoredFacts(row.facts).patents.map((one) => ({
    number: one.number ?? "",
    title: one.title ?? "",
    applicant: one.applicant ?? "",
    owner: one.owner ?? "",
    filedOn: one.filedOn,
    termEndsOn: one.termEndsOn,
  }));
}

/**
 * A case for the national system, validated against its schema.
 * @throws ZodError when our own data break the schema: then nothing goes out
 */
export function nationalExchange(content: ExportContent): NationalExchange {
  const { row, form, names, asOf } = content;
  return nationalSchema.parse({
    format: NATIONAL_FORMAT,
    version: EXCHANGE_VERSION,
    asOf: asOf.toISOString(),
    case: {
      number: caseNumber(row.number),
      state: row.state,
      registrationNo: row.registrationNo,
      officialNo: row.officialNo,
      office: row.office && officeOf(row.office),
      servicePoint: row.servicePoint && officeOf(row.servicePoint),
      submittedAt: instant(row.submittedAt),
      acceptedAt: instant(row.acceptedAt),
      decidedAt: instant(row.decidedAt),
      registeredOn: day(row.registeredOn),
      refusalCodes: row.refusalCodes,
      decisionNote: row.decisionNote,
    },
    contract: {
      number: contractNumber(row.contract),
      title: row.contract.title,
      signedOn: day(row.contract.signedOn),
      sha256: row.contractSha256,
    },
    form: FORM_FIELDS.map(({ id, national }) => {
      const value = form[id]?.value ?? "";
      const text = showFormValue(id, value, names[id], WORDS);
      return { id, national, value: exchangeValue(id, value), text };
    }),
    amounts: amountsOf(row),
    patents: patentsOf(row),
    versions: versionsOf(row),
    documents: row.documents.map((one) => ({
      kind: one.kind,
      name: one.file.name,
      sha256: one.sha256,
      sizeBytes: Number(one.file.sizeBytes),
    })),
  });
}

/**
 * The notice to finance and tax of a registered contract, or of the end of its registration.
 * @param category of the contract with the flags of the code list
 * @throws DomainError "tax_notice_needs_registration" (409) for what was never registered
 */
export function taxNotice(
  content: ExportContent,
  category: { name: string; vatExemptionBase: boolean; eitReliefBase: boolean },
): TaxNotice {
  const { row, form, asOf } = content;
  if (!row.office || row.registrationNo === null || row.registeredOn === null) {
    throw new DomainError("tax_notice_needs_registration", { status: 409 });
  }
  const isEnded = row.state === "CANCELLED" || row.state === "REVOKED";
  const party = (side: "seller" | "buyer") => ({
    name: form[`${side}.name`]?.value ?? "",
    uscc: form[`${side}.uscc`]?.value ?? "",
  });
  const related = form.is_related?.value;
  return taxSchema.parse({
    format: TAX_FORMAT,
    version: EXCHANGE_VERSION,
    asOf: asOf.toISOString(),
    registrationNo: row.registrationNo,
    officialNo: row.officialNo,
    status: isEnded ? row.state : "REGISTERED",
    endedOn: isEnded && row.endedAt ? calendarDate(row.endedAt) : null,
    office: officeOf(row.office),
    seller: party("seller"),
    buyer: party("buyer"),
    project: form.project_name?.value ?? "",
    category: { code: row.categoryCode, ...category },
    signedOn: form.signed_on?.value || null,
    registeredOn: day(row.registeredOn),
    amounts: amountsOf(row),
    isRelated: related ? related === "yes" : null,
    versions: versionsOf(row),
    contractSha256: row.contractSha256,
  });
}
