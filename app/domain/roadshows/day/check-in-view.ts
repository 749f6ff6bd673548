/** A participant as a check-in device keeps it; codes as hashes, phones as their last digits. */
export type CheckInPerson = {
  id: string;
  number: number;
  name: string;
  organisationName: string;
  /** First half of the SHA-256 of the code, in hex. */
  codeHash: string;
  phoneTail: string;
  roles: string[];
  at: string | null;
};

export type CheckInList = {
  roadshowId: string;
  /** The server's time when the list was read. */
  at: string;
  people: CheckInPerson[];
};

/** Somebody as the desk without client code finds them. */
export type DoorPerson = Pick<
  CheckInPerson,
  "id" | "number" | "name" | "organisationName" | "at"
> & {
  /** On the waiting list: comes in where the door says so. */
  isWaiting: boolean;
};

export type CheckInPage = {
  title: string;
  number: number;
  state: string;
  counts: CheckInCounts;
  found: DoorPerson[];
  total: number;
  page: number;
  pages: number;
};

/** IN: came now. ALREADY: came before. UNKNOWN: no such code. REFUSED: for the reason that `code` says. */
export type ScanResult = {
  id: string;
  result: "IN" | "ALREADY" | "UNKNOWN" | "REFUSED";
  /** Error code of a refusal. */
  code?: string;
  participantId: string | null;
  name: string;
  /** When the person came, by the earliest scan. */
  at: string | null;
};

export type ScanAnswer = { received: string; results: ScanResult[] };

export type CheckInCounts = { registered: number; in: number; walkIns: number };
