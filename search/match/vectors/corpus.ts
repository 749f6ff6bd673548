import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Relative to the folder of the installation. */
export const CORPUS_FOLDER = path.join("search", "match", "corpus");
const NEEDS_FOLDER = path.join(CORPUS_FOLDER, "needs");

/** One line of the terminology: what a thing is called, made of, measured by, used for and lacking. */
export interface TermLine {
  readonly term: string;
  readonly aliases: string;
  readonly means: string;
  readonly traits: string;
  readonly uses: string;
  readonly problems: string;
  readonly sentence: string;
}

const COLUMNS = 7;

/** A need in the words of a firm, and titles in the words of researchers that would serve it. */
export interface NeedLine {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly string[];
}

/** All lines of the terminology in order of files; headings and anything else are left out. */
export async function readCorpus(folder: string = CORPUS_FOLDER): Promise<TermLine[]> {
  return (await readLines(folder)).flatMap((line) => parseLine(line) ?? []);
}

export async function readNeedLines(folder: string = NEEDS_FOLDER): Promise<NeedLine[]> {
  return (await readLines(folder)).flatMap((line) => parseNeedLine(line) ?? []);
}

async function readLines(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), "utf8")));
  return texts.flatMap((text) => text.split("\n"));
}

/** Null for a heading, an empty line or one with another number of columns. */
export function parseNeedLine(line: string): NeedLine | null {
  const [title, text, titles, ...rest] = line.split(" | ").map((column) => column.trim());
  if (line.startsWith("#") || !title || !text || !titles || rest.length > 0) return null;
  return {
    title,
    text,
    answers: titles
      .split(/[；;]/)
      .map((one) => one.trim())
      .filter(Boolean),
  };
}

/** Null for a heading, an empty line or one with another number of columns. */
export function parseLine(line: string): TermLine | null {
  const columns = line.split(" | ").map((column) => column.trim());
  if (line.startsWith("#") || columns.length !== COLUMNS) return null;
  const [term, aliases, means, traits, uses, problems, sentence] = columns as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { term, aliases, means, traits, uses, problems, sentence };
}
