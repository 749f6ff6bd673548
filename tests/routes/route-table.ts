import fs from "node:fs";
import path from "node:path";

/** Who asks, in the order of the columns; the words behind are demo accounts. */
export const ROLES = {
  visitor: null,
  newcomer: null,
  researcher: "researcher",
  university: "university",
  firm: "firm",
  outsider: "broker",
  city: "city",
  province: "province",
  operator: "operator",
  registrar: "registrar",
  talent: "talent",
} as const;
export type RoleName = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as RoleName[];

export interface Row {
  method: "GET" | "POST";
  /** With `{names}` of subjects, see subjects.ts. */
  path: string;
  /** Urlencoded fields of a POST, with `{names}` of subjects. */
  form: string;
  answers: Record<RoleName, string>;
}

const FILE = path.join(import.meta.dirname, "route-table.md");
const BEGIN = "| Method |";

export function readTable(): Row[] {
  return fs
    .readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => /^\| (GET|POST) +\|/.test(line))
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim().replace(/^`(.*)`$/, "$1"));
      const [method, address = "", form = "", ...answers] = cells.slice(1, -1);
      return {
        method: method === "POST" ? "POST" : "GET",
        path: address,
        form,
        answers: Object.fromEntries(ROLE_NAMES.map((role, i) => [role, answers[i] ?? ""])),
      } as Row;
    });
}

/** Writes the rows back under the text at the top of the file, sorted and with aligned columns. */
export function writeTable(rows: Row[]): void {
  const text = fs.readFileSync(FILE, "utf8");
  const head = text.includes(BEGIN) ? text.slice(0, text.indexOf(BEGIN)) : text;
  const header = ["Method", "Path", "Form", ...ROLE_NAMES];
  const lines = [...rows].sort(byAddress).map((row) => {
    const code = (value: string) => (value ? `\`${value}\`` : "");
    return [row.method, code(row.path), code(row.form), ...ROLE_NAMES.map((r) => row.answers[r])];
  });
  const widths = header.map((name, i) =>
    Math.max(name.length, ...lines.map((line) => (line[i] ?? "").length)),
  );
  const format = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  fs.writeFileSync(FILE, `${head}${[format(header), rule, ...lines.map(format)].join("\n")}\n`);
}

function byAddress(a: Row, b: Row): number {
  const key = (row: Row) => `${row.path} ${row.method} ${row.form}`;
  return key(a) < key(b) ? -1 : 1;
}
