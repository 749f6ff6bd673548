import type { AbsenceRow } from "../call/absence-schema";
import type { AudienceRole } from "./participant-form-schema";

export type RegistrationPage = {
  event: {
    number: number;
    title: string;
    state: string;
    format: string;
    startsOn: string | null;
    endsOn: string | null;
    /** Calendar dates of the event. */
    days: string[];
    audienceDueAt: string | null;
    /** New people may register. */
    isOpen: boolean;
    isFull: boolean;
    meetingsMax: number;
    peoplePerFirm: number;
  };
  organisations: { value: string; label: string }[];
  listings: { value: string; label: string; organisationId: string }[];
  undertaking: { text: string; hash: string };
  /** What is stored; null for somebody who is not registered or has cancelled. */
  own: { id: string; values: StoredValues; may: "CHANGE" | "UNDERTAKE" | "NOTHING" } | null;
  start: StoredValues;
};

export type StoredValues = {
  role: AudienceRole | "";
  organisationId: string;
  name: string;
  title: string;
  phone: string;
  interests: string;
  fieldCodes: string[];
  listing: string;
  wantsMeetings: boolean;
  meetingsMax: string;
  unavailable: AbsenceRow[];
  attendance: "ONSITE" | "ONLINE";
  isListed: boolean;
  undertakingAt: string | null;
};
