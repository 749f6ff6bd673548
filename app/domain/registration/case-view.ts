import type { RegistrationState } from "./registration-procedure";
import type { DossierView, MoveView, OfficeName } from "./registration-view";

export const CASE_FILTERS = [
  ...(["open", "mine", "unassigned", "second", "overdue", "closed", "all"] as const),
] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

export type CaseItem = {
  id: string;
  number: number;
  title: string;
  state: RegistrationState;
  seller: string;
  buyer: string;
  totalFen: bigint | null;
  office: OfficeName | null;
  registrars: string[];
  registrationNo: string | null;
  dueAt: Date | null;
  isSuspended: boolean;
};

export type RegistrarOption = { id: string; name: string };

export type CaseView = {
  dossier: DossierView;
  moves: MoveView[];
  /** Why the reader has to stand aside; null: need not. */
  bias: string | null;
  isChief: boolean;
  readerId: string;
  first: string | null;
  second: string | null;
  secondReason: string | null;
  /** People whom the reader may name. */
  assignees: RegistrarOption[];
  /** People who may be recused: the reader, or everybody for the chief. */
  recusable: RegistrarOption[];
  recusals: { name: string; reason: string; note: string; at: Date }[];
  canRemark: boolean;
  canFind: boolean;
  canNumber: boolean;
  /** Last time that the applicant handed in corrections; findings before it are marked. */
  correctedAt: Date | null;
};
