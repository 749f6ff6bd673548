import type { BrokerProfileMove, BrokerProfileState } from "./broker-profile-procedure";
import type { Availability, RequiredField } from "./profile-rules";
import type { AmountBand, Cell } from "./result-rules";

export type TimelineItem = {
  id: string;
  move: string;
  at: string;
  actorName: string | null;
  note: string;
};

/** A move of a procedure as a page offers it: open, or closed with the reason as an error code. */
export type OfferedMove<M extends string> = { move: M; refusal: string | null };

/** A profile as its owner and the office see it. Dates are YYYY-MM-DD. */
export type BrokerFile = {
  id: string;
  number: number;
  state: BrokerProfileState;
  displayName: string;
  legalName: string | null;
  realNameLevel: number;
  regionCode: string | null;
  agency: { id: string; name: string; isVerified: boolean } | null;
  level: string | null;
  certificateNumber: string | null;
  certificateIssuedOn: string | null;
  certificateExpiresOn: string | null;
  certificateBase: string;
  certificateFile: { id: string; name: string } | null;
  photoFileId: string | null;
  poolMemberSince: string | null;
  intro: string;
  fieldCodes: string[];
  regionCodes: string[];
  serviceCodes: string[];
  languageCodes: string[];
  availability: Availability;
  conflictStatement: string;
  publicationConsentAt: string | null;
  photoConsentAt: string | null;
  verifiedAt: string | null;
  missing: RequiredField[];
  moves: OfferedMove<BrokerProfileMove>[];
  clocks: { clock: string; dueAt: string }[];
  timeline: TimelineItem[];
};

/** What anybody may see of a broker. No phone, no income, no identity number. */
export type PublicBroker = {
  id: string;
  number: number;
  isRechecked: boolean;
  displayName: string;
  hasPhoto: boolean;
  agency: { id: string; name: string } | null;
  level: string | null;
  certificate: {
    numberMasked: string;
    issuedOn: string | null;
    expiresOn: string | null;
    base: string;
  } | null;
  poolMemberSince: string | null;
  verifiedAt: string | null;
  intro: string;
  regionCode: string | null;
  fieldCodes: string[];
  regionCodes: string[];
  serviceCodes: string[];
  languageCodes: string[];
  availability: Availability;
  conflictStatement: string;
  results: {
    bands: Cell<AmountBand>[];
    categories: Cell<string>[];
    /** Null when fewer than three. */
    total: number | null;
  };
};
