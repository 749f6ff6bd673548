import type { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { IMPORT_LIMITS } from "./import-limits";
import { attributeOf, cellsOfRow, dateFormatsOf, textOfItem } from "./workbook-xml-rules";
import { BadArchiveError, readZipDirectory, readZipText } from "./zip-entries.server";

/** Inflated size at which a part of a workbook is taken for a bomb. */
const MAX_PART = 400 * 1024 * 1024;
const MAX_SMALL_PART = 20 * 1024 * 1024;
/** Shared strings are held in memory. */
const MAX_STRINGS = 150 * 1024 * 1024;

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

type Archive = { bytes: Buffer; entries: ReturnType<typeof readZipDirectory> };

async function partOf(archive: Archive, name: string): Promise<string> {
  const entry = archive.entries.get(name);
  if (!entry) return "";
  let text = "";
  for await (const piece of readZipText(archive.bytes, entry, MAX_SMALL_PART)) text += piece;
  return text;
}

/** The elements of one name in a long part, without holding the part. */
async function* elementsOf(
  archive: Archive,
  part: string,
  name: string,
  maxBytes: number,
): AsyncGenerator<string> {
  const entry = archive.entries.get(part);
  if (!entry) return;
  const element = new RegExp(
    `<(?:\\w+:)?${name}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`,
    "g",
  );
  let rest = "";
  for await (const piece of readZipText(archive.bytes, entry, maxBytes)) {
    rest += piece;
    let end = 0;
    for (const match of rest.matchAll(element)) {
      yield match[0];
      end = match.index + match[0].length;
    }
    rest = rest.slice(end);
    if (rest.length > IMPORT_LIMITS.cell * 100) throw new BadArchiveError("element");
    await nextTurn();
  }
}

/** Name of the part that holds the first sheet. */
async function firstSheet(archive: Archive): Promise<string> {
  const workbook = await partOf(archive, "xl/workbook.xml");
  const tag = /<(?:\w+:)?sheet\s[^>]*>/.exec(workbook)?.[0] ?? "";
  const id = attributeOf(tag, "(?:\\w+:)id");
  const relations = await partOf(archive, "xl/_rels/workbook.xml.rels");
  for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (attributeOf(relation, "Id") !== id) continue;
    const target = attributeOf(relation, "Target") ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
  }
  throw new BadArchiveError("no sheet");
}

/**
 * Rows of the first sheet of an XLSX workbook as texts. The packed file is held in memory, its
 * inflated parts are not, except for the shared strings.
 * @throws BadArchiveError
 */
export async function* readWorkbookRows(stream: Readable): AsyncGenerator<string[]> {
  const bytes = await whole(stream);
  const archive: Archive = { bytes, entries: readZipDirectory(bytes) };
  const sheet = await firstSheet(archive);
  const isDate = dateFormatsOf(await partOf(archive, "xl/styles.xml"));
  const strings: string[] = [];
  for await (const item of elementsOf(archive, "xl/sharedStrings.xml", "si", MAX_STRINGS)) {
    strings.push(textOfItem(item));
  }
  for await (const row of elementsOf(archive, sheet, "row", MAX_PART)) {
    yield cellsOfRow(row, strings, isDate, IMPORT_LIMITS.columns);
  }
}
