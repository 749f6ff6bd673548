import type { SignerFault, SignFactor } from "./signer-rules";

export type SignerView = {
  side: string;
  organisation: string;
  name: string;
  capacity: string;
  signedAt: string | null;
  declinedAt: string | null;
  declineNote: string;
  factor: string | null;
  isMe: boolean;
  isNext: boolean;
};

export type CandidateView = {
  userId: string;
  name: string;
  isLegalRepresentative: boolean;
  fault: SignerFault | null;
};

export type SignPageView = {
  id: string;
  dealId: string;
  number: string;
  title: string;
  state: string;
  signingMode: string;
  document: { sha256: string; pages: number; bytes: number; finalAt: string } | null;
  sealed: { sha256: string; at: string } | null;
  signers: SignerView[];
  /** Candidates of the reader's side, when the reader may name its signer. */
  candidates: CandidateView[] | null;
  ownSigner: { userId: string; capacity: string } | null;
  mayStart: boolean;
  /** Filled when it is the reader's turn. */
  turn: {
    agreement: string[];
    agreementHash: string;
    factors: { factor: SignFactor; address: string }[];
  } | null;
  mayDecline: boolean;
  mayUsePaper: boolean;
};

export type PaperPageView = {
  id: string;
  dealId: string;
  number: string;
  title: string;
  state: string;
  document: { sha256: string; pages: number } | null;
  scan: { sha256: string; pages: number | null; side: string; at: string; signedOn: string } | null;
  maxBytes: number;
  mayUpload: boolean;
  mayConfirm: boolean;
  mayReject: boolean;
};
