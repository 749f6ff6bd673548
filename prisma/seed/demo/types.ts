/**
 * Shapes of the demonstration data. Every person, organisation and number in prisma/seed/demo is
 * invented; patent serials start with 9, a range the patent office has never assigned.
 */

export type ListingState =
  | "DRAFT"
  | "ORG_CHECK"
  | "MARKET_REVIEW"
  | "CORRECTION"
  | "PUBLISHED"
  | "EXPIRED"
  | "WITHDRAWN"
  | "CLOSED";

export type Mode =
  | "ASSIGNMENT"
  | "LICENCE"
  | "COMMISSIONED_DEVELOPMENT"
  | "COOPERATIVE_DEVELOPMENT"
  | "SERVICE"
  | "CONSULTING"
  | "EQUITY";

/** Amounts in whole yuan; the royalty rate in basis points. */
export type Price =
  | { kind: "NEGOTIABLE" }
  | { kind: "FIXED"; yuan: number }
  | { kind: "RANGE"; minYuan: number; maxYuan: number }
  | { kind: "ROYALTY"; rateBp: number; entryYuan?: number };

export type Budget = Exclude<Price, { kind: "ROYALTY" }>;

export interface DemoIp {
  kind:
    | "PATENT_INVENTION"
    | "PATENT_UTILITY"
    | "PATENT_DESIGN"
    | "SOFTWARE"
    | "TRADE_SECRET"
    | "PLANT_VARIETY";
  /** Twelve digits of a patent application; the check character is computed. Other rights: as registered. */
  number?: string;
  title: string;
  status: "PENDING" | "GRANTED" | "NOT_REGISTERED";
  owners?: string;
}

/** Where a listing stands when the demonstration begins. Days count back from the day of seeding. */
interface Standing {
  key: string;
  organisation: string;
  state: ListingState;
  /** Day of publication for PUBLISHED, EXPIRED, WITHDRAWN and CLOSED; of submission for the others. */
  daysAgo: number;
  /** Reviewer's remarks by field, for CORRECTION. */
  comments?: [field: string, message: string][];
  /** Reason of a withdrawal or closing. */
  note?: string;
}

interface Common extends Standing {
  title: string;
  titleEn?: string;
  summary: string;
  keywords: string[];
  fields: string[];
  industries: string[];
  /** Six digits; the organisation's own region if absent. */
  region?: string;
  modes: Mode[];
  blinded?: boolean;
  visibility?: Record<string, "PUBLIC" | "SIGNED_IN" | "NDA" | "NAMED">;
}

export interface DemoAchievement extends Common {
  description: string;
  advantages: [claim: string, figure: string, unit: string, baseline: string][];
  team?: [role: string, expertise: string][];
  applications?: string;
  cooperationNote?: string;
  licenceKinds?: ("EXCLUSIVE" | "SOLE" | "NON_EXCLUSIVE" | "OPEN")[];
  price: Price;
  trl: number;
  trlVerified?: number;
  evidence: [level: number, text: string][];
  ip: DemoIp[];
  coOwners?: [name: string, hasConsent: boolean][];
  serviceOutcome?: boolean;
}

export interface DemoNeed extends Common {
  background: string;
  constraints?: string;
  targets: [
    name: string,
    comparator: "GTE" | "LTE" | "EQ" | "BETWEEN" | "TEXT",
    value: string,
    unit: string,
    testMethod: string,
  ][];
  budget: Budget;
  trlWanted?: number;
  deadlineInDays?: number;
  replyInDays?: number;
  ipTerms: "OURS" | "THEIRS" | "SHARED" | "NEGOTIABLE";
  ipTermsNote?: string;
  openChallenge?: boolean;
}
