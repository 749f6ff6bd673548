import { Readable } from "node:stream";
import { readLastDate } from "~/domain/imports/date-rules";
import { readSourceRows, type SourceRow } from "~/domain/imports/source-rows.server";
import { DomainError } from "~/domain/shared/domain-error";
import { nationalSchema } from "./export-exchange-schema";
import { answerOfExchange } from "./official-answer-rules";
import {
  ANSWER_COLUMNS,
  type AnswerColumn,
  answerFileSchema,
  MAX_ANSWERS,
  type RawAnswer,
} from "./official-answer-schema";

export const ANSWER_MAX_BYTES = 5 * 1024 * 1024;

/** Headings and words that a workbook may use, in every language. */
export type AnswerWords = {
  headings: Record<AnswerColumn, readonly string[]>;
  /** "登记" → REGISTERED */
  decisions: Readonly<Record<string, string>>;
};

const fail = (code: string, params = {}) => new DomainError(code, { field: "file", params });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, ""),
    );
  } catch {
    throw fail("answer_not_json");
  }
}

function readJson(bytes: Uint8Array): RawAnswer[] {
  const content = parseJson(bytes);
  const file = answerFileSchema.safeParse(content);
  if (file.success) {
    return file.data.answers.map(({ on, amounts, refusalCodes, officialNo, ...rest }, index) => ({
      ...rest,
      ...amounts,
      row: index + 1,
      onDate: on,
      officialNo: officialNo ?? "",
      refusalCodes: refusalCodes.join(","),
    }));
  }
  const list = Array.isArray(content) ? content : [content];
  return list.map((one, index) => {
    const exchange = nationalSchema.safeParse(one);
    if (!exchange.success) throw fail("answer_format", { row: index + 1 });
    return answerOfExchange(exchange.data, index + 1);
  });
}

const normal = (text: string) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

function readRow(source: SourceRow, words: AnswerWords): RawAnswer {
  const cells = new Map(
    Object.entries(source.cells).map(([heading, cell]) => [normal(heading), cell.trim()]),
  );
  const cellOf = (column: AnswerColumn) =>
    [column, ...words.headings[column]]
      .map((heading) => cells.get(normal(heading)))
      .find((cell) => cell !== undefined) ?? "";
  const texts = Object.fromEntries(
    ANSWER_COLUMNS.map((column) => [column, cellOf(column)]),
  ) as Record<AnswerColumn, string>;
  return {
    ...texts,
    // Headings are the first line of a sheet.
    row: source.number + 1,
    decision: words.decisions[texts.decision] ?? texts.decision.toUpperCase(),
    onDate: readLastDate(texts.onDate) ?? texts.onDate,
    contractSha256: "",
  };
}

async function readWorkbook(bytes: Uint8Array, words: AnswerWords): Promise<RawAnswer[]> {
  const source = { format: "XLSX" as const, open: async () => Readable.from(Buffer.from(bytes)) };
  const rows: RawAnswer[] = [];
  for await (const row of readSourceRows(source)) {
    if (rows.length === 0 && !isAnswerSheet(row, words)) throw fail("answer_columns");
    rows.push(readRow(row, words));
    if (rows.length > MAX_ANSWERS) break;
  }
  return rows;
}

function isAnswerSheet(row: SourceRow, words: AnswerWords): boolean {
  const headings = Object.keys(row.cells).map(normal);
  const has = (column: AnswerColumn) =>
    [column, ...words.headings[column]].some((heading) => headings.includes(normal(heading)));
  return has("reference") && has("decision");
}

/**
 * The rows of an office's answer, JSON or XLSX; the bytes decide which.
 * @throws DomainError at `file`: "answer_not_json", "answer_format", "answer_columns",
 * "answer_empty", "answer_too_many", "import_file_unreadable"
 */
export async function readAnswerFile(bytes: Uint8Array, words: AnswerWords): Promise<RawAnswer[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? await readWorkbook(bytes, words) : readJson(bytes);
  if (rows.length === 0) throw fail("answer_empty");
  if (rows.length > MAX_ANSWERS) throw fail("answer_too_many", { max: MAX_ANSWERS });
  return rows;
}
