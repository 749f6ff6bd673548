import { isPatentKind, readPatentNumber } from "~/domain/catalogue/patent-number-rules";
import { undefuseCell } from "./cell-rules";
import { type CodeIndex, findCodes } from "./code-name-rules";
import { readLastDate } from "./date-rules";
import { fieldOfWord } from "./field-alias-rules";
import type { ColumnMapping, ImportField, ImportKind } from "./import-field-rules";
import { TEXT_LIMITS } from "./import-limits";
import { readIpKind } from "./ip-rules";
import { readMaturity } from "./maturity-rules";
import { readModes } from "./mode-rules";
import { type ReadPrice, readPrice, unitOfHeading } from "./price-rules";
import { findRegion, type RegionName } from "./region-name-rules";
import { cleanLine, cleanText, firstSentence, lengthOf, splitList } from "./text-rules";

export type RowIssue = {
  column: string;
  code: string;
  value: string;
  severity: "ERROR" | "WARNING";
};

export type Codes = { fields: CodeIndex; industries: CodeIndex; regions: readonly RegionName[] };

type Common = {
  externalId: string;
  title: string;
  titleEn: string;
  summary: string;
  keywords: string[];
  fieldCodes: string[];
  industryCodes: string[];
  regionCode: string | null;
  modes: string[];
};

export type ReadAchievement = Common & {
  kind: "ACHIEVEMENT";
  description: string;
  applications: string;
  cooperationNote: string;
  licenceKinds: string[];
  price: ReadPrice;
  trlDeclared: number | null;
  ip: { kind: string; number: string | null } | null;
};

export type ReadNeed = Common & {
  kind: "NEED";
  background: string;
  constraints: string;
  budget: ReadPrice;
  trlWanted: number | null;
  deadlineOn: string | null;
};

export type ReadResult = {
  listing: ReadAchievement | ReadNeed | null;
  issues: RowIssue[];
};

const NO_PRICE: ReadPrice = {
  kind: "NEGOTIABLE",
  minFen: null,
  maxFen: null,
  royaltyRateBp: null,
  isUnitAssumed: false,
};

/** What an issue shows of the cell. */
const SHOWN = 80;

/**
 * One row of a file as a listing, with everything that was not understood. Pure: the same row gives
 * the same listing. A listing is null exactly if there is an ERROR.
 * @param today YYYY-MM-DD; a deadline before it is dropped with a warning
 */
export function readRow(
  kind: ImportKind,
  cells: Readonly<Record<string, string>>,
  mapping: ColumnMapping,
  codes: Codes,
  today: string,
): ReadResult {
  const issues: RowIssue[] = [];
  const raw = (field: ImportField) => {
    const heading = mapping[field];
    return heading === undefined ? "" : undefuseCell(cells[heading] ?? "");
  };
  const report = (
    field: ImportField,
    code: string,
    value: string,
    severity: RowIssue["severity"] = "WARNING",
  ) => {
    const shown = [...value].slice(0, SHOWN).join("");
    issues.push({ column: mapping[field] ?? field, code, value: shown, severity });
  };
  const text = (field: ImportField & keyof typeof TEXT_LIMITS, isLine: boolean, min = 0) => {
    const value = isLine ? cleanLine(raw(field)) : cleanText(raw(field));
    const max = TEXT_LIMITS[field];
    const length = lengthOf(value);
    if (min > 0 && length === 0) report(field, "required", "", "ERROR");
    else if (length < min) report(field, `too_short|{"min":${min}}`, value, "ERROR");
    if (length > max) report(field, `too_long|{"max":${max}}`, value, "ERROR");
    return value;
  };

  const long = kind === "ACHIEVEMENT" ? "description" : "background";
  const externalId = text("externalId", true, 1);
  const title = text("title", true, 2);
  const titleEn = text("titleEn", true);
  const body = text(long, false, 10);
  const given = cleanLine(raw("summary"));
  const summary =
    given && lengthOf(given) <= TEXT_LIMITS.summary
      ? given
      : firstSentence(given || body, TEXT_LIMITS.summary);

  const fieldText = cleanLine(raw("fields"));
  const fields = findCodes(codes.fields, fieldText, fieldOfWord);
  if (fields.unread.length > 0) report("fields", "import_code_unknown", fields.unread.join("; "));
  const industryText = cleanLine(raw("industries"));
  const industries = findCodes(codes.industries, industryText);
  if (industries.unread.length > 0) {
    report("industries", "import_code_unknown", industries.unread.join("; "));
  }
  const regionText = cleanLine(raw("region"));
  const regionCode = regionText ? findRegion(codes.regions, regionText) : null;
  if (regionText && !regionCode) report("region", "import_region_unknown", regionText);
  const modeText = cleanLine(raw("modes"));
  const modes = readModes(modeText);
  if (modes.unread) report("modes", "import_mode_unknown", modes.unread);
  const trlText = cleanLine(raw("trl"));
  const trl = readMaturity(trlText);
  if (trlText && trl === null) report("trl", "import_maturity_unknown", trlText);
  const keywords = splitList(cleanLine(raw("keywords")))
    .filter((word) => lengthOf(word) <= TEXT_LIMITS.keyword)
    .slice(0, TEXT_LIMITS.keywords);

  const readAmount = (field: "price" | "budget"): ReadPrice => {
    const value = cleanLine(raw(field));
    if (!value) return NO_PRICE;
    const price = readPrice(value, unitOfHeading(mapping[field] ?? ""));
    if (!price) report(field, "import_price_unknown", value);
    else if (price.isUnitAssumed) report(field, "import_price_without_unit", value);
    return price ?? NO_PRICE;
  };

  const common: Common = {
    externalId,
    title,
    titleEn,
    summary,
    keywords,
    fieldCodes: fields.codes.slice(0, 5),
    industryCodes: industries.codes.slice(0, 5),
    regionCode,
    modes: modes.modes,
  };
  const listing: ReadAchievement | ReadNeed =
    kind === "ACHIEVEMENT"
      ? {
          kind,
          ...common,
          description: body,
          applications: text("applications", false),
          cooperationNote: text("cooperationNote", false),
          licenceKinds: modes.licenceKinds,
          price: readAmount("price"),
          trlDeclared: trl,
          ip: readIp(cleanLine(raw("ipKind")), cleanLine(raw("ipNumber")), report),
        }
      : {
          kind,
          ...common,
          background: body,
          constraints: text("constraints", false),
          budget: readAmount("budget"),
          trlWanted: trl,
          deadlineOn: readDeadline(cleanLine(raw("deadline")), today, report),
        };
  return { listing: issues.some((one) => one.severity === "ERROR") ? null : listing, issues };
}

type Report = (field: ImportField, code: string, value: string) => void;

function readIp(kindText: string, numberText: string, report: Report): ReadAchievement["ip"] {
  const kind = readIpKind(kindText);
  if (kindText && !kind && !/^(无|否|没有|none)$/i.test(kindText)) {
    report("ipKind", "import_code_unknown", kindText);
  }
  if (!numberText) return kind ? { kind, number: null } : null;
  const patent = readPatentNumber(numberText);
  if (patent.kind === "APPLICATION") {
    return { kind: PATENT_KIND_OF[patent.right], number: patent.number };
  }
  // A register's number of another right is kept as it stands.
  if (kind && !isPatentKind(kind)) return { kind, number: numberText.slice(0, 60) };
  report("ipNumber", FAULTS[patent.kind], numberText);
  return { kind: kind ?? "PATENT", number: null };
}

const PATENT_KIND_OF = {
  INVENTION: "PATENT_INVENTION",
  UTILITY_MODEL: "PATENT_UTILITY",
  DESIGN: "PATENT_DESIGN",
} as const;

const FAULTS = {
  PUBLICATION: "patent_publication_number",
  WRONG_CHECK_DIGIT: "import_patent_check_digit",
  UNKNOWN: "patent_number_unreadable",
} as const;

function readDeadline(text: string, today: string, report: Report): string | null {
  if (!text) return null;
  const date = readLastDate(text);
  if (!date) report("deadline", "not_a_date", text);
  else if (date < today) report("deadline", "import_date_past", text);
  return date && date >= today ? date : null;
}
