import type { PaperKind, PaperStatus } from "./paper-kind-rules";

/**
 * What the QR code of a paper says, so that it can be checked without network. Everything in it is
 * printed on the paper too; the hash binds what is not in it.
 */
export type TokenFacts = {
  kind: PaperKind;
  /** Registration number; for papers before one is given, the case number. */
  number: string;
  officialNo: string;
  /** Sub-kind of the contract, "11" … */
  category: string;
  /** Calendar date of the decision. */
  decidedOn: string;
  /** Where the registration stood when the paper was issued. */
  status: PaperStatus;
  issuer: string;
  version: number;
  /** Calendar date on which the paper was signed; the key must have been in use then. */
  issuedOn: string;
  totalFen: bigint | null;
  technicalFen: bigint | null;
  approvedIncomeFen: bigint | null;
  seller: string;
  buyer: string;
  project: string;
  /** First 32 hex digits of the SHA-256 over the canonical JSON of all facts on the paper. */
  factsHash: string;
};

export const TOKEN_FORMAT = "GM1";
/** Hex digits of the key's fingerprint that name it. */
export const KEY_ID_LENGTH = 16;
/** Longer names are cut, so that the code stays readable for a camera. */
const MAX_NAME = 40;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_NAME ? text : `${characters.slice(0, MAX_NAME - 1).join("")}…`;
}

/** Fen up to 10^15 are exact as a JSON number. */
const amount = (fen: bigint | null) => (fen === null ? null : Number(fen));

/** The members in the order that `readPayload` of offline-verify-rules.js expects. */
function payloadOf(facts: TokenFacts): string {
  return JSON.stringify([
    facts.kind,
    facts.number,
    facts.officialNo,
    facts.category,
    facts.decidedOn,
    facts.status,
    shorten(facts.issuer),
    facts.version,
    facts.issuedOn,
    amount(facts.totalFen),
    amount(facts.technicalFen),
    amount(facts.approvedIncomeFen),
    shorten(facts.seller),
    shorten(facts.buyer),
    shorten(facts.project),
    facts.factsHash,
  ]);
}

/**
 * The part of a token that is signed: format, key and payload.
 * @param fingerprint of the signing key, 64 hex digits
 */
export function unsignedToken(facts: TokenFacts, fingerprint: string): string {
  const payload = Buffer.from(payloadOf(facts), "utf8").toString("base64url");
  return `${TOKEN_FORMAT}.${fingerprint.slice(0, KEY_ID_LENGTH)}.${payload}`;
}

/** The whole token. `signature` is r and s of ECDSA P-256 over SHA-256 of the unsigned part. */
export function signedToken(unsigned: string, signature: Uint8Array): string {
  return `${unsigned}.${Buffer.from(signature).toString("base64url")}`;
}

/** Address in the QR code. What stands behind "#" never leaves the reader's device. */
export function tokenAddress(origin: string, number: string, token: string): string {
  return `${origin}/verify/registrations/${encodeURIComponent(number)}#${token}`;
}
