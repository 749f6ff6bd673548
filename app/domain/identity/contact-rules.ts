/** Domain of the addresses that stand in for people who signed up by phone; never written to. */
const PLACEHOLDER_DOMAIN = "phone.invalid";
const EMAIL =
  /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

export type Identifier = { kind: "EMAIL" | "PHONE"; value: string };

/** An e-mail address in stored form (lower case, half width), or null. */
export function normaliseEmail(text: string): string | null {
  const clean = text.normalize("NFKC").trim().toLowerCase();
  return clean.length <= 254 && EMAIL.test(clean) ? clean : null;
}

/**
 * A phone number in E.164, or null. Without a country code it is a mainland mobile number (11 digits,
 * 13–19).
 */
export function normalisePhone(text: string): string | null {
  const clean = text
    .normalize("NFKC")
    .replace(/[\s\-().]/g, "")
    .replace(/^00/, "+");
  if (/^1[3-9]\d{9}$/.test(clean)) return `+86${clean}`;
  if (/^86(1[3-9]\d{9})$/.test(clean)) return `+${clean}`;
  if (clean.startsWith("+86")) return /^\+861[3-9]\d{9}$/.test(clean) ? clean : null;
  return /^\+[1-9]\d{6,14}$/.test(clean) ? clean : null;
}

/** What a person typed as the name of the account: an e-mail address or a phone number. */
export function readIdentifier(text: string): Identifier | null {
  if (/[@＠]/.test(text)) {
    const email = normaliseEmail(text);
    return email ? { kind: "EMAIL", value: email } : null;
  }
  const phone = normalisePhone(text);
  return phone ? { kind: "PHONE", value: phone } : null;
}

/** The address kept for somebody who has only a phone number. */
export function placeholderEmail(phone: string): string {
  return `${phone.replace("+", "")}@${PLACEHOLDER_DOMAIN}`;
}

/** Whether an address only stands in for a missing one. */
export function isPlaceholderEmail(email: string): boolean {
  return email.endsWith(`@${PLACEHOLDER_DOMAIN}`);
}

/** z***g@example.cn */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = "", ...rest] = [...email.slice(0, at)];
  const last = rest.length > 1 ? rest.at(-1) : "";
  return `${first}***${last}${email.slice(at)}`;
}

/** +86 138****5678 */
export function maskPhone(phone: string): string {
  const digits = phone.startsWith("+86") ? phone.slice(3) : phone.slice(1);
  const prefix = phone.startsWith("+86") ? "+86 " : "+";
  return `${prefix}${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Only the last four symbols of a document number are ever shown. */
export function maskDocument(last4: string): string {
  return `**************${last4}`;
}

/** 王** / J*** : the first character, for lists that strangers see. */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name];
  return first + "*".repeat(Math.min(Math.max(rest.length, 1), 3));
}
