const PREFIX = "GM";
const SHAPE = /^GM(\d{8,})(\d{2})$/;

/** Check digits after ISO 7064 MOD 97-10: every slip in one digit and every swap of two is noticed. */
function checkDigits(body: string): string {
  const rest = Number(BigInt(`${body}00`) % 97n);
  return String(98 - rest).padStart(2, "0");
}

/** What is printed on a transfer for payment `number`, such as GM0000001287. */
export function referenceOf(number: number): string {
  const body = String(number).padStart(8, "0");
  return `${PREFIX}${body}${checkDigits(body)}`;
}

/** The reference in a text typed or copied by a person; null when there is none or a digit is wrong. */
export function readReference(text: string): string | null {
  const match = SHAPE.exec(text.normalize("NFKC").replace(/\s+/g, "").toUpperCase());
  const body = match?.[1] ?? "";
  return match && checkDigits(body) === match[2] ? `${PREFIX}${body}${match[2]}` : null;
}

/** The first right reference within a longer text, such as the purpose line of a bank's list. */
export function findReference(text: string): string | null {
  const found =
    text
      .normalize("NFKC")
      .toUpperCase()
      .match(/GM\s*(?:\d\s*){10,14}/g) ?? [];
  for (const one of found) {
    const clean = one.replace(/\s+/g, "");
    for (let length = clean.length; length >= 12; length -= 1) {
      const reference = readReference(clean.slice(0, length));
      if (reference) return reference;
    }
  }
  return null;
}
