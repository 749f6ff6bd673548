import { useTranslation } from "react-i18next";
import { findCheckId } from "~/domain/registration/check-name-rules";
import type {
  DeclarationId,
  FormFieldId,
  PartyFieldId,
  ProjectFieldId,
} from "~/domain/registration/registration-form-rules";

/** The name of a form field; fields of a party without the party. */
export function useFieldLabel(): (id: FormFieldId) => string {
  const { t } = useTranslation("recognition");
  return (id) => {
    const [group, name] = id.split(".");
    if (name === undefined) return t(`field.${id as ProjectFieldId}`);
    return group === "declared"
      ? t(`declaration.${name as DeclarationId}`)
      : t(`partyField.${name as PartyFieldId}`);
  };
}

/** What a remark or a missing part is about: a field, a check, a document, or the whole. */
export function useAboutText(): (about: string) => string {
  const { t } = useTranslation(["recognition", "registration"]);
  const label = useFieldLabel();
  return (about) => {
    if (about === "general") return t("recognition:case.aboutGeneral");
    const check = findCheckId(about);
    if (check) return `${check} ${t(`registration:check.${check}.title`)}`;
    const [kind, rest = ""] = about.split(":");
    if (kind === "document") return t(`recognition:document.${rest as "OTHER"}`);
    const side = rest.split(".")[0];
    const field = label(rest as FormFieldId);
    if (side === "seller" || side === "buyer") return `${t(`recognition:page.${side}`)} · ${field}`;
    return field;
  };
}
