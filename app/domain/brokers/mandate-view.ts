import type { FeeKind, FeeStep } from "./fee-rules";
import type { MandateMove, MandateSide, MandateState } from "./mandate-procedure";
import type { OfferedMove, TimelineItem } from "./profile-view";

export type MandateRole = "client" | "broker" | "onlooker";

/** One line of the lists and of the board. Dates are YYYY-MM-DD, amounts fen as text. */
export type MandateItem = {
  id: string;
  number: number;
  title: string;
  state: MandateState;
  side: MandateSide;
  role: MandateRole;
  clientName: string;
  brokerName: string;
  endsOn: string;
  dueAt: string | null;
  feeFen: string | null;
  introductions: number;
  dealId: string | null;
};

export type MandateListing = {
  kind: "achievement" | "need";
  id: string;
  number: number;
  title: string;
  isPublished: boolean;
};

export type MandateDetail = MandateItem & {
  broker: { id: string; name: string; isPublic: boolean };
  clients: {
    id: string;
    name: string;
    consentedAt: string | null;
    /** The reader may consent in this client's name now. */
    mayConsent: boolean;
  }[];
  listings: MandateListing[];
  scope: string;
  duties: string[];
  successDefinition: string;
  feeKind: FeeKind;
  fixedFeeFen: string | null;
  feeSteps: FeeStep[];
  feeLines: { fromFen: string; toFen: string; rateBp: number; feeFen: string }[];
  feePayer: "CLIENT" | "HALF_EACH";
  feeParts: { payer: "CLIENT" | "OTHER_SIDE"; amountFen: string }[];
  feeSource: string;
  costsBorneBy: "BROKER" | "CLIENT";
  confidentialityNote: string;
  conflictDeclaration: string;
  /** The reader is the broker and is tied to a client: "no interest" cannot be declared. */
  isTied: boolean;
  startsOn: string;
  termsHash: string;
  createdAt: string;
  activatedAt: string | null;
  contractId: string | null;
  feeDueOn: string | null;
  turnoverOpen: boolean;
  /** What the other side last proposed in a dispute; fen. */
  proposal: { feeFen: string; isOurs: boolean } | null;
  moves: OfferedMove<MandateMove>[];
  records: IntroductionRecord[];
  timeline: TimelineItem[];
};

/** A record of who introduced whom to what. */
export type IntroductionRecord = {
  id: string;
  number: number;
  introducedAt: string;
  title: string;
  /** Null for a reader who must not know the owner of a blinded listing. */
  supplyName: string | null;
  demandName: string | null;
  brokerName: string;
  note: string;
  supplyConfirmedAt: string | null;
  demandConfirmedAt: string | null;
  dealId: string | null;
  mandateNumber: number | null;
  mayConfirm: boolean;
};
