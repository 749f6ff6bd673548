export type DealAuditEntry = {
  sequence: number;
  at: string;
  action: string;
  actorName: string | null;
  hash: string;
};

export type DealLogView = {
  /** Participants and administrators of both sides may take the evidence along. */
  canExport: boolean;
  timeline: { id: string; move: string; at: string; actorName: string | null; note: string }[];
  events: DealAuditEntry[];
  total: number;
};
