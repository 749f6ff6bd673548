import type { PdfBlock } from "~/platform/pdf-blocks";
import { formLabel } from "./export-label-rules";
import { showFormValue } from "./export-value-rules";
import type { PaperTexts } from "./paper-texts";
import {
  FORM_FIELDS,
  FORM_GROUPS,
  type FormFieldId,
  type FormGroup,
  type RegistrationForm,
} from "./registration-form-rules";

/** One line of the registration form as it leaves the house. */
export type FormRow = {
  id: string;
  /** Name of the field in the national system, where one is known. */
  national: string;
  label: string;
  /** As people read it. */
  value: string;
  /** As it is stored: a code, fen, "yes". */
  code: string;
  source: string;
  isEdited: boolean;
};

export type FormSection = { group: FormGroup | "OFFICE"; title: string; rows: FormRow[] };

/** What an office fills in, as texts; "" while it has not. */
export type OfficePart = {
  registrationNo: string;
  officialNo: string;
  approvedIncomeFen: string;
  registeredOn: string;
};

function officeRows(office: OfficePart, { t }: PaperTexts): FormRow[] {
  const source = t("exports.byOffice");
  const row = (id: string, label: string, value: string, code = value): FormRow => {
    return { id, national: "", label, value, code, source, isEdited: false };
  };
  const words = { yes: "", no: "" };
  const income = office.approvedIncomeFen;
  const shown = showFormValue("approved_income", income, undefined, words);
  return [
    row("registration_no", t("field.number"), office.registrationNo),
    row("official_no", t("field.officialNo"), office.officialNo),
    row("approved_income", t("field.approvedIncome"), shown, income),
    row("registered_on", t("field.decidedOn"), office.registeredOn),
  ];
}

/**
 * The form in its own order: every field, filled or not, with where its value comes from.
 * @param names names of codes and regions by field
 */
export function formSections(
  form: RegistrationForm,
  office: OfficePart,
  names: Partial<Record<FormFieldId, string>>,
  texts: PaperTexts,
): FormSection[] {
  const { t, form: words } = texts;
  const answers = { yes: t("exports.yes"), no: t("exports.no") };
  const rowOf = (id: FormFieldId, national: string | null): FormRow => {
    const stored = form[id];
    const code = stored?.value ?? "";
    return {
      id,
      national: national ?? "",
      label: formLabel(id, texts),
      value: showFormValue(id, code, names[id], answers),
      code,
      source: stored ? words(`source.${stored.source}`) : "",
      isEdited: stored?.isEdited ?? false,
    };
  };
  const sections = FORM_GROUPS.map((group) => ({
    group,
    title: t(`exports.group.${group}`),
    rows: FORM_FIELDS.filter((one) => one.group === group).map((one) =>
      rowOf(one.id, one.national),
    ),
  }));
  const own = { group: "OFFICE" as const, title: t("exports.group.OFFICE") };
  return [...sections, { ...own, rows: officeRows(office, texts) }];
}

/** The form as pages to print and sign. */
export function formBlocks(
  sections: readonly FormSection[],
  heading: { number: string; asOf: string },
  { t }: PaperTexts,
): PdfBlock[] {
  return [
    { kind: "title", text: t("exports.formTitle"), subtitle: t("exports.formSubtitle", heading) },
    ...sections.flatMap(({ title, rows }): PdfBlock[] => [
      { kind: "heading", level: 2, text: title },
      {
        kind: "table",
        small: true,
        columns: [
          { heading: t("exports.label"), weight: 3 },
          { heading: t("exports.value"), weight: 5 },
          { heading: t("exports.source"), weight: 2.5 },
        ],
        rows: rows.map((row) => [
          row.label,
          row.value || "—",
          row.isEdited ? t("exports.edited") : row.source,
        ]),
      },
    ]),
    {
      kind: "signatureBoxes",
      boxes: [
        { heading: t("exports.signSeller"), lines: [t("exports.signLine"), t("exports.signDate")] },
        { heading: t("exports.signOffice"), lines: [t("exports.signLine"), t("exports.signDate")] },
      ],
    },
  ];
}
