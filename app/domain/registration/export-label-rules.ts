import type { PaperTexts } from "./paper-texts";
import type { DeclarationId, PartyFieldId, ProjectFieldId } from "./registration-form-rules";

/** Name of a field of the form, with its party where it has one. */
export function formLabel(id: string, { t, form }: Pick<PaperTexts, "t" | "form">): string {
  if (id === "approved_income") return t("field.approvedIncome");
  const [group = "", name = ""] = id.split(".");
  if (group === "declared") return form(`declaration.${name as DeclarationId}`);
  if (group === "seller" || group === "buyer") {
    return `${t(`party.${group}`)} · ${form(`partyField.${name as PartyFieldId}`)}`;
  }
  return form(`field.${group as ProjectFieldId}`);
}
