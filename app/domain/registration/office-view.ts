export type OfficeListItem = {
  id: string;
  code: string;
  kind: string;
  level: string;
  name: string;
  region: string;
  validTo: string | null;
  delegations: number;
  seats: number;
};

export type OfficeFields = {
  id: string;
  code: string;
  kind: string;
  level: string;
  regionCode: string;
  nameZh: string;
  nameEn: string;
  issuingAuthority: string;
  mayCertify: boolean;
  forwardsToId: string | null;
  address: string;
  phone: string;
  validFrom: string;
  validTo: string | null;
  source: string;
};

export type OfficeDetail = {
  office: OfficeFields;
  delegations: {
    id: string;
    region: string;
    belowFen: bigint | null;
    validFrom: string;
    validTo: string | null;
    source: string;
    confidence: string;
  }[];
  seats: { id: string; name: string; email: string; role: string; canEnd: boolean }[];
  canOperate: boolean;
  /** Seats that the reader may give here. */
  roles: ("REGISTRAR" | "CHIEF" | "PRECHECK")[];
};

/** Days from acceptance to decision of the cases of an office that were decided in a year. */
export type ClockStatistics = {
  year: number;
  decided: number;
  refused: number;
  running: number;
  overdue: number;
  medianDays: number | null;
  longestDays: number | null;
  /** The same less the days of correction. */
  medianNetDays: number | null;
  inTime: number;
  averageRounds: number | null;
  second: number;
  registrars: { name: string; decided: number; medianNetDays: number | null }[];
};
