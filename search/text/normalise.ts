import { Converter } from "opencc-js/t2cn";

/** Longest query that is sent to an engine; the form says so with a `maxlength`. */
export const MAX_QUERY_LENGTH = 120;

// Control and format characters (zero-width, soft hyphen, BOM), except white space.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

// Chinese punctuation keeps its width: passages of the folded text are shown to people.
const FOLDABLE = /[^，：；！？（）]+/g;

const toSimplified = Converter({ from: "t", to: "cn" });

/**
 * Folds a text to the form that is indexed: NFKC (full-width digits and Latin letters become
 * ASCII), traditional Chinese becomes simplified, invisible characters vanish, white space collapses.
 * Upper and lower case are kept; both engines compare without regard to case.
 */
export function normaliseText(text: string): string {
  const folded = text
    .replace(FOLDABLE, (run) => run.normalize("NFKC"))
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim();
  return /[\u3400-\u9fff]/.test(folded) ? toSimplified(folded) : folded;
}

/**
 * Folds what a person typed. A leading minus would exclude a word in Meilisearch, which nobody who
 * types "-20℃" means; an unpaired quotation mark would open a phrase that never ends.
 */
export function normaliseQuery(query: string): string {
  const text = normaliseText(query.slice(0, MAX_QUERY_LENGTH * 2))
    .toLowerCase()
    .replace(/(^|\s)-+(?=\S)/g, "$1")
    .replace(/[“”„‟〝〞"]/g, '"');
  const quotes = text.split('"').length - 1;
  const balanced = quotes % 2 === 0 ? text : text.replaceAll('"', " ");
  return [...balanced].slice(0, MAX_QUERY_LENGTH).join("").replace(/\s+/g, " ").trim();
}

const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const normal = unit.normalize("NFKC").toLowerCase();
  const simple = normal >= "\u3400" ? toSimplified(normal) : normal;
  const folded = simple.length === 1 ? simple : unit;
  foldedUnits.set(unit, folded);
  return folded;
}

/**
 * Folds code unit by code unit so that the result has the length of the input and an offset in one is
 * an offset in the other. The cache is bounded by the 65,536 code units there are.
 */
export function foldSameLength(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}
