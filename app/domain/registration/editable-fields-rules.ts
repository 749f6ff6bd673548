import { FORM_FIELDS, type FormField, type PartySide } from "./registration-form-rules";

/** Fields that a reader may write: the applicant all, the other side those that it has to supply. */
export function editableFields(as: "APPLICANT" | "OTHER_SIDE", side: PartySide): FormField[] {
  if (as === "APPLICANT") return [...FORM_FIELDS];
  const group = side === "seller" ? "SELLER" : "BUYER";
  return FORM_FIELDS.filter((one) => {
    if (one.group === "DECLARATION") return false;
    return one.group === group || (side === "buyer" && one.need === "TRANSFER");
  });
}
