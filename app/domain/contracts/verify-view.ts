import type { VerifyOutcome } from "./verify-rules";

/** What everybody may know of a document of this market. */
export type VerifiedDocument = {
  kind: string;
  label: string;
  version: number;
  /** The version that counts now, when this one does no longer. */
  currentVersion: number | null;
  issuedAt: string;
  supersededAt: string | null;
  /** Of a contract: SIGNED, COMPLETED, TERMINATED. */
  contractState: string | null;
  signedOn: string | null;
  /** In full for people of the contract, masked for everybody else. */
  parties: string[];
  isParticipant: boolean;
  sealedSha256: string;
  originalSha256: string | null;
  originalBytes: number | null;
};

export type VerifiedSeal = {
  isOurs: boolean;
  isValid: boolean;
  coversWholeFile: boolean;
  coveredBytes: number;
  signerName: string | null;
  fingerprint: string | null;
};

export type VerifyView = {
  outcome: VerifyOutcome;
  /** Null when only a fingerprint was asked about. */
  file: { bytes: number; sha256: string } | null;
  asked: string | null;
  document: VerifiedDocument | null;
  /** Bytes behind the end of the known document. */
  addedBytes: number;
  seals: VerifiedSeal[];
};
