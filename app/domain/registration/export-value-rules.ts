import { amountInFigures } from "~/domain/contracts/chinese-amount-rules";
import { FORM_FIELDS, type FormField, type FormFieldId } from "./registration-form-rules";

const FIELDS = new Map<string, FormField>(FORM_FIELDS.map((one) => [one.id, one]));

/** Names of codes and regions: `names["industries"]["C"]`. */
export type CodeNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Under which list of `CodeNames` the regions are. */
export const REGION_LIST = "regions";

export type ValueWords = { yes: string; no: string };

/**
 * A stored value of the form as people read it: yuan for fen, names for codes and regions, words for
 * yes and no. What has no name stays as it is stored.
 */
export function showFormValue(
  id: FormFieldId | "approved_income",
  value: string,
  names: CodeNames,
  words: ValueWords,
): string {
  if (value === "") return "";
  const field = FIELDS.get(id);
  const type = id === "approved_income" ? "MONEY" : field?.type;
  if (type === "MONEY") return /^\d+$/.test(value) ? amountInFigures(BigInt(value)) : value;
  if (type === "YES_NO") return value === "yes" ? words.yes : words.no;
  const list = type === "REGION" ? REGION_LIST : field?.list;
  const name = list ? names[list]?.[value] : undefined;
  return name ?? value;
}
