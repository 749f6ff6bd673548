import type { PaperKind } from "./paper-kind-rules";

/** How a registration stands for the public. */
export type PublicStatus =
  | "REGISTERED"
  | "CHANGE_PENDING"
  | "RECONSIDERATION"
  | "CANCELLED"
  | "REVOKED";

/** What everybody may know of a registration; see domain rules 1.11. */
export type PublicRegistration = {
  number: string;
  officialNo: string;
  category: string;
  registeredOn: string;
  /** Date of cancellation or revocation; "" while it stands. */
  endedOn: string;
  status: PublicStatus;
  /** A paper of an earlier version is out of date. */
  version: number;
};

/** A public key as the page lists it. */
export type KeyView = {
  id: string;
  use: "TOKEN" | "SEAL";
  algorithm: string;
  from: string;
  to: string | null;
};

/** A paper in the list of a case. */
export type PaperRow = {
  id: string;
  kind: PaperKind;
  version: number;
  issuer: string;
  /** Null while the job is making it. */
  issuedAt: string | null;
  supersededAt: string | null;
  sha256: string | null;
};
