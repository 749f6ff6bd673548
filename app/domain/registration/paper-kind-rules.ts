/** Papers that leave a registration office, a service point or the market. */
export const PAPER_KINDS = [
  "CERTIFICATE",
  "REFUSAL_NOTICE",
  "CHANGE_NOTICE",
  "CANCELLATION_NOTICE",
  "REVOCATION_NOTICE",
  "PRECHECK_OPINION",
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

/** Nobody but an office issues these; a service point or platform gives an opinion only. */
export function isOfficePaper(kind: PaperKind): boolean {
  return kind !== "PRECHECK_OPINION";
}

/** Under which kind a sealed paper is found on /verify. */
export function sealKindOf(kind: PaperKind): "CERTIFICATE" | "NOTICE" | "PRECHECK_OPINION" {
  if (kind === "CERTIFICATE" || kind === "PRECHECK_OPINION") return kind;
  return "NOTICE";
}

export function isPaperKind(text: string): text is PaperKind {
  return PAPER_KINDS.some((kind) => kind === text);
}

const STATUSES = {
  CERTIFICATE: "REGISTERED",
  CHANGE_NOTICE: "REGISTERED",
  REFUSAL_NOTICE: "REFUSED",
  CANCELLATION_NOTICE: "CANCELLED",
  REVOCATION_NOTICE: "REVOKED",
  PRECHECK_OPINION: "PRECHECKED",
} as const satisfies Record<PaperKind, string>;

export type PaperStatus = (typeof STATUSES)[PaperKind];

/** Where a registration stands when the paper is issued, as its QR code says it. */
export function statusAtIssue(kind: PaperKind): PaperStatus {
  return STATUSES[kind];
}

export function isPaperStatus(text: string): text is PaperStatus {
  return Object.values(STATUSES).some((status) => status === text);
}
