/** GB 32100-2015: 31 symbols, without I, O, S, V and Z. */
const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

export type UsccCheck =
  | { form: "WRONG" }
  | { form: "RIGHT"; isCheckDigitMet: boolean; expected: string; regionCode: string };

/** A code as typed (full-width letters, spaces, dashes, lower case) in its stored form. */
export function normaliseUscc(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\-_]/g, "")
    .toUpperCase();
}

/**
 * Checks a unified social credit code in stored form. The check digit is
 * `symbols[(31 − Σ value·3^i mod 31) mod 31]` over the first 17 symbols (GB 32100-2015, annex).
 * A failing check digit is a warning, not a refusal: some early pilot codes, such as
 * 91350100M0001TGQXM, are lawful and fail it.
 */
export function checkUscc(code: string): UsccCheck {
  if (!FORM.test(code)) return { form: "WRONG" };
  let sum = 0;
  let weight = 1;
  for (const symbol of code.slice(0, 17)) {
    sum += SYMBOLS.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  const expected = SYMBOLS[(31 - (sum % 31)) % 31] ?? "0";
  return {
    form: "RIGHT",
    isCheckDigitMet: code[17] === expected,
    expected,
    regionCode: code.slice(2, 8),
  };
}

/** The organisation code (GB 11714) inside, positions 9–17, with its own check digit. */
export function isOrganisationCodeMet(code: string): boolean {
  const part = code.slice(8, 17);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const symbol = part[index] ?? "0";
    const value = /\d/.test(symbol) ? Number(symbol) : symbol.charCodeAt(0) - 55;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  const expected = check === 10 ? "X" : check === 11 ? "0" : String(check);
  return part[8] === expected;
}
