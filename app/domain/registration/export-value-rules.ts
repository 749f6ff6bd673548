import { amountInFigures } from "~/domain/contracts/chinese-amount-rules";
import { FORM_FIELDS, type FormField, type FormFieldId } from "./registration-form-rules";

const FIELDS = new Map<string, FormField>(FORM_FIELDS.map((one) => [one.id, one]));

export type ValueWords = { yes: string; no: string };

/**
 * A stored value of the form as people read it: yuan for fen, the name of a code or region, words for
 * yes and no. What has no name stays as it is stored.
 */
export function showFormValue(
  id: FormFieldId | "approved_income",
  value: string,
  name: string | undefined,
  words: ValueWords,
): string {
  if (value === "") return "";
  const type = id === "approved_income" ? "MONEY" : FIELDS.get(id)?.type;
  if (type === "MONEY") return /^\d+$/.test(value) ? amountInFigures(BigInt(value)) : value;
  if (type === "YES_NO") return value === "yes" ? words.yes : words.no;
  return name ?? value;
}
