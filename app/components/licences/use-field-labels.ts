import { useTranslation } from "react-i18next";
import { LICENCE_QUESTION_IDS, MOST_PATENTS } from "~/domain/licences/licence-schema";

export const PATENT_LABELS = {
  number: "form.patentNumber",
  title: "form.patentTitle",
  holder: "form.holder",
  feesPaidUntil: "form.feesPaidUntil",
  expiresOn: "form.expiresOn",
} as const;
export const PATENT_FIELDS = Object.keys(PATENT_LABELS) as (keyof typeof PATENT_LABELS)[];

/** Labels of the fields of an offer, by the names under which errors come. */
export function useFieldLabels(): Record<string, string> {
  const { t } = useTranslation("licences");
  const patents = Array.from({ length: MOST_PATENTS }, (_, at) =>
    PATENT_FIELDS.map((field) => [
      `patents[${at}].${field}`,
      `${t("form.patent", { number: at + 1 })} · ${t(PATENT_LABELS[field])}`,
    ]),
  ).flat();
  return {
    title: t("form.name"),
    summary: t("form.summary"),
    declarationNumber: t("form.declaration"),
    fee: t("form.fee"),
    termMonths: t("form.term"),
    territory: t("form.territory"),
    fieldOfUse: t("form.field"),
    maxLicensees: t("form.max"),
    evaluationReports: t("form.evaluation"),
    note: t("form.note"),
    ...Object.fromEntries(LICENCE_QUESTION_IDS.map((id) => [id, t(`questions.${id}`)])),
    ...Object.fromEntries(patents),
  };
}
