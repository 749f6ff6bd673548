/** What a text in the field "number" turned out to be. */
export type PatentNumber =
  | { kind: "APPLICATION"; number: string; right: PatentRight }
  | { kind: "PUBLICATION" }
  | { kind: "WRONG_CHECK_DIGIT"; expected: string }
  | { kind: "UNKNOWN" };

export type PatentRight = "INVENTION" | "UTILITY_MODEL" | "DESIGN";

const RIGHTS: Record<string, PatentRight> = {
  "1": "INVENTION",
  "2": "UTILITY_MODEL",
  "3": "DESIGN",
  "8": "INVENTION",
  "9": "UTILITY_MODEL",
};

/** Σ digit·weight mod 11 with weights 2…9 repeated; 10 is written X. */
function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => {
    return total + Number(digit) * (2 + (index % 8));
  }, 0);
  const rest = sum % 11;
  return rest === 10 ? "X" : String(rest);
}

function isPlausibleYear(digits: string): boolean {
  const year = Number(digits.length === 12 ? digits.slice(0, 4) : `19${digits.slice(0, 2)}`);
  return digits.length === 12 ? year >= 2003 && year <= 2100 : year >= 1985 || year <= 1903;
}

/**
 * Reads a Chinese patent (application) number: 12 digits and a check character since 2003-10, 8 and
 * a check character before (standard ZC 0006-2003). Spaces, dots, ZL and CN are ignored. A
 * publication number (CN, 7 to 9 digits, a letter) is recognised, because it is typed by mistake.
 */
export function readPatentNumber(text: string): PatentNumber {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.。·]/g, "");
  if (/^CN\d{7,9}[ABCUSY]\d?$/.test(plain)) return { kind: "PUBLICATION" };
  const bare = plain.replace(/^(ZL|CN)/, "");
  const match = /^(\d{12}|\d{8})([\dX])$/.exec(bare);
  const digits = match?.[1];
  if (!match || !digits || !isPlausibleYear(digits)) return { kind: "UNKNOWN" };
  const right = RIGHTS[digits.charAt(digits.length === 12 ? 4 : 2)];
  if (!right) return { kind: "UNKNOWN" };
  const expected = checkCharacter(digits);
  if (match[2] !== expected) return { kind: "WRONG_CHECK_DIGIT", expected };
  return { kind: "APPLICATION", number: `${digits}.${expected}`, right };
}

/** Kinds of the code list "ip-kinds" that are patents and have such a number. */
const PATENT_KINDS: Record<string, PatentRight | null> = {
  PATENT: null,
  PATENT_INVENTION: "INVENTION",
  PATENT_UTILITY: "UTILITY_MODEL",
  PATENT_DESIGN: "DESIGN",
};

export function isPatentKind(ipKind: string): boolean {
  return Object.hasOwn(PATENT_KINDS, ipKind);
}

/** Error code for a number beside its kind of right, or null when nothing is wrong with it. */
export function faultOfIpNumber(
  ipKind: string,
  text: string,
): { code: string; params?: Record<string, string> } | null {
  if (!isPatentKind(ipKind) || text.trim() === "") return null;
  const read = readPatentNumber(text);
  if (read.kind === "PUBLICATION") return { code: "patent_publication_number" };
  if (read.kind === "UNKNOWN") return { code: "patent_number_unreadable" };
  if (read.kind === "WRONG_CHECK_DIGIT") {
    return { code: "patent_check_digit", params: { expected: read.expected } };
  }
  const wanted = PATENT_KINDS[ipKind];
  return wanted && wanted !== read.right ? { code: "patent_kind_mismatch" } : null;
}

/** The number as it is stored: canonical when it is a valid application number, else as typed. */
export function canonicalIpNumber(ipKind: string, text: string): string {
  const read = isPatentKind(ipKind) ? readPatentNumber(text) : null;
  return read?.kind === "APPLICATION" ? read.number : text.trim();
}
