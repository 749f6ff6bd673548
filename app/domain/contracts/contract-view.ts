import type { MonopolyClause } from "~/domain/shared/tech-contract";
import type { ClauseConflict } from "./conflict-facts";
import type { ContractElement } from "./element-rules";

/** A clause as the editor shows it: with what contradicts the terms and what the law may object to. */
export type ClauseView = {
  key: string;
  heading: string;
  body: string;
  /** 第一条; null at the head. */
  number: string | null;
  isEdited: boolean;
  /** A side wrote it; the template has none of this key. */
  isOwn: boolean;
  conflicts: ClauseConflict[];
  blanks: string[];
  warnings: { type: MonopolyClause; sentence: string; source: string }[];
  /** Agreed values that this clause states. */
  facts: { label: string; words: string }[];
};

export type VersionView = {
  number: number;
  side: "SUPPLY" | "DEMAND" | null;
  authorName: string;
  note: string;
  createdAt: string;
  approvedBy: ("SUPPLY" | "DEMAND")[];
};

export type ContractItem = {
  id: string;
  number: string;
  kind: "MAIN" | "SUPPLEMENT";
  state: string;
  title: string;
  categoryName: string;
  draftNumber: number;
  createdAt: string;
  signedOn: string | null;
};

export type ContractListView = {
  dealId: string;
  items: ContractItem[];
  /** What the reader may begin, with the reason why not. */
  main: { canDraft: boolean; reason: string | null } | null;
  supplement: { canDraft: boolean; reason: string | null } | null;
};

export type ApprovalView = {
  side: "SUPPLY" | "DEMAND";
  organisationName: string;
  isOurs: boolean;
  approvedBy: string | null;
  approvedAt: string | null;
};

/** A step and the message code of why it is not open now. */
export type StepView = { isOpen: boolean; reason: string | null };

export type ContractPageView = ContractItem & {
  dealId: string;
  canEdit: boolean;
  /** Why the text cannot be edited by this reader now. */
  editReason: string | null;
  version: VersionView;
  clauses: ClauseView[];
  /** Agreed values that no clause states. */
  missing: ClauseConflict[];
  removed: { key: string; heading: string }[];
  elements: { element: ContractElement; source: string; isThere: boolean }[];
  termSheet: { number: number; isCurrent: boolean; newestNumber: number | null };
  approvals: ApprovalView[];
  approve: StepView | null;
  finalise: StepView | null;
  reopen: boolean;
  void: boolean;
  isDeclarationOpen: boolean;
  isPublicityOpen: boolean;
  /** Version that the reader's side knows: its last own or approved one. */
  knownNumber: number | null;
  final: { sha256: string; pages: number; finalAt: string | null } | null;
  hasSealed: boolean;
  parent: { id: string; title: string; number: string } | null;
  timeline: {
    id: string;
    move: string;
    toState: string;
    at: string;
    actorName: string | null;
    note: string;
  }[];
};

export type ClauseChange = {
  key: string;
  kind: "ADDED" | "REMOVED" | "CHANGED" | "MOVED";
  heading: string;
  headingBefore: string;
  before: string;
  after: string;
};

export type ComparisonView = {
  contract: ContractItem & { dealId: string };
  versions: VersionView[];
  from: number;
  to: number;
  changes: ClauseChange[];
  page: number;
  pages: number;
};
