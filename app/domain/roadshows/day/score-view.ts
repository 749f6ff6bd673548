export type RecusalKind = "SAME_ORGANISATION" | "DECLARED" | "ORDERED";

/** One project of the stage with what its judges gave. */
export type ScoreRow = {
  projectId: string;
  number: number;
  title: string;
  organisation: string;
  presenter: string;
  isConfidential: boolean;
  isPresented: boolean;
  /** Was on stage and goes on, but its scoring is open: results are not published without it. */
  isAwaited: boolean;
  isClosed: boolean;
  isPublished: boolean;
  closedAt: string | null;
  /** "87.00"; null until its scoring is closed, or where it was closed with too few sheets. */
  result: string | null;
  /** Among all that are closed now. */
  rank: number | null;
  /** As it was last published. */
  publishedRank: number | null;
  sheets: {
    name: string;
    total: string;
    points: Record<string, number>;
    note: string;
    /** Taken out as one of the highest or lowest. */
    isDropped: boolean;
  }[];
  /** Handed in by judges who have to keep away: they do not count. */
  excluded: { name: string; total: string; kind: RecusalKind; reason: string }[];
};

export type ScorePage = {
  title: string;
  number: number;
  rule: { dropHigh: number; dropLow: number; decimals: number; fewest: number };
  criteria: { key: string; label: string; weight: number }[];
  rows: ScoreRow[];
};

/** One project as its judge scores it. */
export type JudgeSheet = {
  projectId: string;
  number: number;
  title: string;
  organisation: string;
  startsAt: string;
  placeName: string;
  /** Of the entry that is on a stage now. */
  isOnStage: boolean;
  mayScore: boolean;
  isRecused: boolean;
  isClosed: boolean;
  own: { points: Record<string, number>; total: string; note: string; submittedAt: string } | null;
};

export type JudgePage = {
  memberId: string;
  roadshowId: string;
  roadshowTitle: string;
  roadshowNumber: number;
  isOpen: boolean;
  criteria: { key: string; label: string; weight: number }[];
  sheets: JudgeSheet[];
};
