import { readFile } from "node:fs/promises";

export interface JudgedNeed {
  readonly rid: string;
  readonly title: string;
  readonly content: string;
}

export interface JudgedPair {
  readonly rid: string;
  readonly aid: string;
  readonly level: number;
  readonly title: string;
}

export interface PlainAchievement {
  readonly aid: string;
  readonly title: string;
  readonly text: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a JSONL file. @throws Error with the line that is no JSON object */
async function readRows(file: string): Promise<Row[]> {
  const text = await readFile(file, "utf8");
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const row: unknown = parse(line);
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      throw new Error(`${file}, line ${i + 1}: not a JSON object`);
    }
    return [row as Row];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function textOf(row: Row, ...names: readonly string[]): string {
  for (const name of names) {
    const value = row[name];
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return "";
}

/** Needs: rid, title, content; one need a rid. */
export async function readNeeds(file: string): Promise<JudgedNeed[]> {
  const rows = await readRows(file);
  const needs = rows.map((row) => ({
    rid: textOf(row, "rid", "id"),
    title: textOf(row, "title", "name", "r_title"),
    content: textOf(row, "content", "text", "context", "description"),
  }));
  return [...new Map(needs.filter((one) => one.rid !== "").map((one) => [one.rid, one])).values()];
}

/** Pairs: rid, aid, level 1–4, title of the achievement. Rows with another level are refused. */
export async function readPairs(file: string): Promise<JudgedPair[]> {
  return (await readRows(file)).map((row, i) => {
    const level = Number(row.level);
    if (!Number.isInteger(level) || level < 1 || level > 4) {
      throw new Error(`${file}, row ${i + 1}: level must be 1, 2, 3 or 4`);
    }
    const title = textOf(row, "a_title_keywords", "a_title", "title");
    return { rid: textOf(row, "rid"), aid: textOf(row, "aid"), level, title };
  });
}

/**
 * Achievements in any of the forms that are about: listings (id, name or title, text), judged pairs
 * (aid, a_title_keywords), paper abstracts (title, abstract). Rows without a title are passed over.
 */
export async function readAchievements(file: string): Promise<PlainAchievement[]> {
  return (await readRows(file)).flatMap((row, i) => {
    const title = textOf(row, "a_title_keywords", "a_title", "title", "name");
    if (title.trim() === "") return [];
    const text = textOf(row, "text", "context", "content", "abstract", "description");
    return [{ aid: textOf(row, "aid", "id", "guid") || `${file}:${i}`, title, text }];
  });
}
