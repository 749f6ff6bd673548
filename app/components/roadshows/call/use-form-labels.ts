import { useTranslation } from "react-i18next";

/** Names of the fields of a project, for the summary of what was refused. */
export function useFormLabels(): Record<string, string> {
  const { t } = useTranslation("pitches");
  return {
    title: t("form.titleField"),
    summary: t("form.summary"),
    highlights: t("form.highlights"),
    fieldCodes: t("form.fields"),
    trl: t("form.trl"),
    ipNote: t("form.ipNote"),
    cooperationWish: t("form.cooperationWish"),
    priceWish: t("form.priceWish"),
    presenterUserId: t("form.presenterUserId"),
    presenterName: t("form.presenterName"),
    presenterTitle: t("form.presenterTitle"),
    companions: t("form.companions"),
    language: t("form.language"),
    isOnline: t("form.isOnline"),
    equipment: t("form.equipment"),
    unavailable: t("form.unavailable"),
    noveltyAnswer: t("novelty.question"),
    noveltyNote: t("novelty.note"),
    confidentiality: t("novelty.confidentiality"),
    file: t("material.file"),
    note: t("call.note"),
    reason: t("judging.sheet.reason"),
    memberId: t("call.recusal.member"),
    comment: t("judging.sheet.comment"),
    count: t("call.bulk.count"),
  };
}
