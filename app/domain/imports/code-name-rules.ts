/** Finds codes by what a catalogue calls them: the code itself, a name, or a name nearly alike. */

export type CodeName = { code: string; parentCode: string | null; nameZh: string; nameEn: string };

export type CodeIndex = {
  byCode: ReadonlyMap<string, CodeName>;
  byName: ReadonlyMap<string, CodeName>;
  rows: readonly CodeName[];
  /** Answers of the slow search by likeness, kept because catalogues repeat themselves. */
  near: Map<string, string | null>;
};

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s、,，.()（）和及与/·-]/g, "");
}

export function indexCodes(rows: readonly CodeName[]): CodeIndex {
  const byName = new Map<string, CodeName>();
  // Deeper codes come later in the lists and must not hide their parents of the same name.
  for (const row of rows) {
    for (const name of [row.nameZh, row.nameEn]) {
      const key = plain(name);
      if (key && !byName.has(key)) byName.set(key, row);
    }
  }
  return { byCode: new Map(rows.map((row) => [row.code, row])), byName, rows, near: new Map() };
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Share of common letter pairs (Sørensen–Dice), 0–1. */
function likeness(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

const ALIKE = 0.62;

function exactCode(index: CodeIndex, text: string): string | null {
  const row = index.byCode.get(text.trim()) ?? index.byName.get(plain(text));
  return row?.code ?? null;
}

function nearCode(index: CodeIndex, text: string): string | null {
  const key = plain(text);
  if (key.length < 3) return null;
  const known = index.near.get(key);
  if (known !== undefined) return known;
  let best: { code: string; score: number } | null = null;
  for (const row of index.rows) {
    const name = plain(row.nameZh);
    const score = name.startsWith(key) ? 0.9 : likeness(key, name);
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { code: row.code, score };
  }
  index.near.set(key, best?.code ?? null);
  return best?.code ?? null;
}

/**
 * Codes of a classification path or list: "制造业——汽车制造业" gives the deepest part that is known.
 * Several paths are separated by semicolons or bars.
 */
export function findCodes(
  index: CodeIndex,
  text: string,
  alias: (part: string) => string | null = () => null,
): { codes: string[]; unread: string[] } {
  const codes: string[] = [];
  const unread: string[] = [];
  for (const path of text.split(/[;；|\n]+/).filter((one) => one.trim())) {
    const parts = path.split(/——|--|[>/—-]/).filter((part) => part.trim());
    const code =
      exactCode(index, path) ??
      firstOf(parts.reverse(), (part) => exactCode(index, part) ?? alias(part)) ??
      firstOf([...parts, path], (part) => nearCode(index, part));
    if (code) codes.push(code);
    else unread.push(path.trim());
  }
  return { codes: [...new Set(codes)], unread };
}

function firstOf(parts: readonly string[], find: (part: string) => string | null): string | null {
  for (const part of parts) {
    const code = find(part);
    if (code) return code;
  }
  return null;
}
