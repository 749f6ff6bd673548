import type { Supplier } from "./recognition-checks/check-rules";
import type { CheckResult, RecognitionOutcome } from "./recognition-rules";
import type { FormFieldId, RegistrationForm } from "./registration-form-rules";
import type { RegistrationMove, RegistrationState } from "./registration-procedure";

export type OfficeName = { nameZh: string; nameEn: string };

export type RegistrationListItem = {
  id: string;
  number: number;
  title: string;
  state: RegistrationState;
  categoryCode: string;
  completeness: number;
  registrationNo: string | null;
  office: OfficeName | null;
  createdAt: Date;
  /** With the suspension during corrections. */
  dueAt: Date | null;
};

export type CheckView = Pick<
  CheckResult,
  "id" | "kind" | "answer" | "reason" | "suppliedBy" | "sources" | "leadsTo" | "formula" | "inputs"
> & { finding: { answer: "MET" | "NOT_MET"; note: string; author: string; at: Date } | null };

/** Where something that is missing can be supplied. */
export type MissingPlace = "FORM" | "DECLARATION" | "DOCUMENTS" | "CONTRACT" | "ROOM" | "OFFICE";

export type MissingView = {
  kind: "CHECK" | "FIELD";
  id: string;
  suppliedBy: Supplier;
  place: MissingPlace;
  /** It keeps the dossier from being handed in. */
  isBlocking: boolean;
};

export type DocumentView = {
  id: string;
  kind: string;
  name: string;
  note: string;
  sizeBytes: number;
  sha256: string;
  createdAt: Date;
};

export type RemarkView = {
  id: string;
  round: number;
  about: string;
  message: string;
  author: string;
  answer: string;
  answeredAt: Date | null;
  isOwn: boolean;
};

export type ClockView = {
  clock: string;
  dueAt: Date;
  isSuspended: boolean;
  startedAt: Date;
};

export type VersionView = {
  number: number;
  kind: string;
  categoryCode: string;
  totalFen: bigint;
  technicalFen: bigint;
  approvedIncomeFen: bigint;
  note: string;
  createdAt: Date;
};

export type TimelineView = {
  id: string;
  move: RegistrationMove;
  at: Date;
  actorName: string | null;
  note: string;
};

/** A move with the reason why it is not open now; null: open. */
export type MoveView = { move: RegistrationMove; disabled: string | null };

/** Names of the codes and divisions that stand in the form. */
export type ValueNames = Partial<Record<FormFieldId, string>>;

export type DossierView = {
  id: string;
  number: number;
  dealId: string;
  contractId: string;
  /** The reader may enter the deal room, where the contract is. */
  isInRoom: boolean;
  title: string;
  state: RegistrationState;
  revision: number;
  round: number;
  categoryCode: string;
  categoryName: string;
  applicant: string;
  seller: string;
  buyer: string;
  office: (OfficeName & { id: string }) | null;
  servicePoint: OfficeName | null;
  form: RegistrationForm;
  names: ValueNames;
  completeness: number;
  filledBp: number;
  missing: MissingView[];
  outcome: RecognitionOutcome;
  refusals: string[];
  rulesVersion: string;
  checks: CheckView[];
  documents: DocumentView[];
  remarks: RemarkView[];
  clocks: ClockView[];
  /** Without the suspension during corrections. */
  decisionDueAt: Date | null;
  timeline: TimelineView[];
  versions: VersionView[];
  amounts: {
    totalFen: bigint | null;
    technicalFen: bigint | null;
    approvedIncomeFen: bigint | null;
  };
  registrationNo: string | null;
  officialNo: string | null;
  registeredOn: string | null;
  refusalCodes: string[];
  decisionNote: string;
  changeReason: string;
};
