/** Money as text of fen, so that the figures have one canonical JSON. */
export type Fen = string;

export type ReportScope = {
  kind: "EVENT" | "SERIES";
  number: number;
  title: string;
  organiser: string;
  /** Calendar dates of the first and the last day. */
  from: string | null;
  to: string | null;
  events: number;
};

export type FollowUpFigures = {
  days: number;
  /** Rounds whose day has come, and those of them with an answer. */
  asked: number;
  answered: number;
  talking: number;
  intention: number;
  contract: number;
  nothing: number;
  statedFen: Fen;
};

/** Everything that is counted about one event or a series. Rates are in hundredths of a per cent. */
export type ReportFigures = {
  schema: 1;
  asOf: string;
  scope: ReportScope;
  pitches: {
    submitted: number;
    presented: number;
    supply: number;
    demand: number;
    noShow: number;
    organisations: number;
    fields: { code: string; supply: number; demand: number }[];
  };
  people: {
    registered: number;
    checkedIn: number;
    walkIns: number;
    firms: number;
    firmsCheckedIn: number;
  };
  meetings: {
    /** Pairs of people, one of whom at least wanted to meet the other. */
    wished: number;
    /** Meetings that came up: by a request, by two wishes, at the table. */
    requested: number;
    /** Those that both wanted, and those of them that were called off. */
    accepted: number;
    cancelled: number;
    planned: number;
    held: number;
    missed: number;
    heldBp: number | null;
  };
  cards: { total: number; meet: number; material: number; invest: number; people: number };
  leads: {
    total: number;
    answered: number;
    inTime: number;
    rooms: number;
    dropped: number;
    answeredBp: number | null;
  };
  /** What the market itself has on record. */
  outcomes: {
    intentions: number;
    contracts: number;
    registrations: number;
    /** Null where so few contracts stand behind it that one of them could be made out. */
    totalFen: Fen | null;
    technicalFen: Fen | null;
  };
  /** What people say: rows of the signing list that both sides confirmed, and answers of follow-up. */
  stated: { intentions: number; contracts: number; statedFen: Fen };
  followUps: FollowUpFigures[];
  /** Averages in hundredths; null while too few have rated. */
  ratings: {
    count: number;
    organisation: number | null;
    content: number | null;
    meetings: number | null;
  };
};

type Section =
  | "pitches"
  | "people"
  | "meetings"
  | "cards"
  | "leads"
  | "outcomes"
  | "stated"
  | "ratings";

/** Figures as a version keeps them: an older one lacks what was not counted then. */
export type KeptFigures = Pick<ReportFigures, "schema" | "asOf" | "scope"> &
  Partial<Pick<ReportFigures, "followUps">> & { [S in Section]?: Partial<ReportFigures[S]> };
