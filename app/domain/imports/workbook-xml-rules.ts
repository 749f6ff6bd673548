/** Small readers for the parts of a spreadsheet (ECMA-376) that a table of texts needs. */

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

export function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(tag);
  return value ? decodeXml(value[2] ?? value[3] ?? "") : null;
}

/** Joined text runs of a string item; phonetic readings are no text. */
export function textOfItem(xml: string): string {
  const bare = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  let text = "";
  for (const match of bare.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) {
    text += decodeXml(match[1] ?? "");
  }
  // Excel writes control characters as _x000D_.
  return text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Column number from 0 of a cell reference such as "AB12". */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** Which cell formats show dates, by position in `cellXfs`. */
export function dateFormatsOf(stylesXml: string): boolean[] {
  const custom = new Map<string, string>();
  for (const [tag] of stylesXml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    custom.set(attributeOf(tag, "numFmtId") ?? "", attributeOf(tag, "formatCode") ?? "");
  }
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? "";
  return [...formats.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = attributeOf(tag, "numFmtId") ?? "0";
    const code = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    if (code !== undefined) return /[yd年月日]/i.test(code);
    const number = Number(id);
    return (
      (number >= 14 && number <= 17) ||
      number === 22 ||
      (number >= 27 && number <= 36) ||
      (number >= 50 && number <= 58)
    );
  });
}

/** A day number of the 1900 calendar as YYYY-MM-DD. */
export function dateOfSerial(serial: number): string | null {
  if (!(serial >= 61 && serial < 2_958_466)) return null;
  return new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** The values of one `<row>` by column; columns that are left out are empty. */
export function cellsOfRow(
  rowXml: string,
  strings: readonly string[],
  isDate: readonly boolean[],
  maxColumns: number,
): string[] {
  const values: string[] = [];
  let next = 0;
  for (const match of rowXml.matchAll(/<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
    const tag = match[1] ?? "";
    const reference = attributeOf(tag, "r");
    const column = reference ? columnOf(reference) : next;
    next = column + 1;
    if (column < 0 || column > maxColumns) continue;
    while (values.length < column) values.push("");
    values[column] = valueOfCell(tag, match[2] ?? "", strings, isDate);
  }
  return values;
}

function valueOfCell(
  tag: string,
  inner: string,
  strings: readonly string[],
  isDate: readonly boolean[],
): string {
  const type = attributeOf(tag, "t");
  if (type === "inlineStr") return textOfItem(inner);
  const raw = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1];
  if (raw === undefined || type === "e") return "";
  if (type === "s") return strings[Number(raw)] ?? "";
  if (type === "str" || type === "d") return decodeXml(raw);
  if (type === "b") return raw === "1" ? "true" : "false";
  if (isDate[Number(attributeOf(tag, "s") ?? -1)]) return dateOfSerial(Number(raw)) ?? raw;
  // Spreadsheets store 80.1 as 80.099999999999994.
  return String(Number(Number(raw).toPrecision(15)));
}
