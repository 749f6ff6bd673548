const USCC_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Appends the check character to twelve digits of a Chinese patent application number (ZC 0006-2003). */
export function patentNumber(twelveDigits: string): string {
  if (!/^\d{12}$/.test(twelveDigits)) throw new Error(`not twelve digits: ${twelveDigits}`);
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(twelveDigits[i]), 0);
  const rest = sum % 11;
  return twelveDigits + (rest === 10 ? "X" : String(rest));
}

/**
 * A fictional 统一社会信用代码 with right check characters (GB 32100-2015, GB 11714):
 * two leading characters, region, organisation body of eight characters.
 */
export function demoUscc(prefix: string, region: string, body: string): string {
  const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (c: string) =>
    /\d/.test(c) ? Number(c) : c.charCodeAt(0) - "A".charCodeAt(0) + 10;
  const bodySum = bodyWeights.reduce(
    (total, weight, i) => total + weight * value(body[i] ?? "0"),
    0,
  );
  const bodyCheck = 11 - (bodySum % 11);
  const organisation = body + (bodyCheck === 10 ? "X" : bodyCheck === 11 ? "0" : String(bodyCheck));
  const first17 = prefix + region + organisation;
  if (first17.length !== 17) throw new Error(`not seventeen characters: ${first17}`);
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    sum += USCC_CHARACTERS.indexOf(first17[i] ?? "0") * (3 ** i % 31);
  }
  return first17 + (USCC_CHARACTERS[(31 - (sum % 31)) % 31] ?? "0");
}
