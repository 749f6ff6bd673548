import {
  checkToken,
  findToken,
  type TokenFinding,
  type TrustedKey,
} from "./offline-verify-rules.js";

/** What a QR code, a pasted address or a fragment says, checked on this device. */
export async function checkCode(text: string, keys: readonly TrustedKey[]): Promise<TokenFinding> {
  const token = findToken(text);
  return token ? checkToken(token, keys) : { answer: "UNREADABLE", facts: null };
}

export type { TokenFinding, TrustedKey };
