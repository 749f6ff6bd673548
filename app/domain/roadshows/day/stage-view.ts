/** WAITING: nobody speaks yet. OVER: the last entry of the hall is done. */
export type StagePhase = "WAITING" | "TALK" | "QA" | "PAUSED" | "OVER";

/** An entry of a hall as everybody may see it: a confidential one has neither title nor speaker. */
export type StageEntry = {
  id: string;
  kind: "PITCH" | "MEETING" | "ITEM";
  /** Number of the project within the event. */
  number: number | null;
  projectId: string | null;
  /** Empty for what is not shown in public. */
  title: string;
  speaker: string;
  organisation: string;
  isConfidential: boolean;
  /** Was on stage, or is out of the programme. */
  isDone: boolean;
  startsAt: string;
  endsAt: string;
};

/** What a stage shows at one moment; the same for everybody. */
export type StageBoard = {
  placeId: string;
  placeName: string;
  revision: number;
  phase: StagePhase;
  pausedPhase: "TALK" | "QA" | null;
  /** Server's time in milliseconds at which the running phase began or went on; null while it rests. */
  phaseStartedAt: number | null;
  elapsedMs: number;
  talkMs: number;
  questionMs: number;
  entry: StageEntry | null;
  next: StageEntry | null;
  message: string;
  question: { text: string; name: string | null; votes: number } | null;
  /** Minutes that the hall has been announced late today. */
  delayMinutes: number;
  isClosed: boolean;
};

export type StageView = {
  roadshowId: string;
  roadshowNumber: number;
  title: string;
  /** The server's time in milliseconds when this was read. */
  now: number;
  board: StageBoard;
};

export type StageControlPage = StageView & {
  /** The event is at work; before and after it stages are only looked at. */
  isOpen: boolean;
  mayLead: boolean;
  entries: StageEntry[];
  /** Of the project on stage, the most wanted first. */
  questions: { id: string; text: string; votes: number }[];
  /** The session is confidential: its questions are asked by word of mouth, none is put on the screen. */
  isConfidential: boolean;
  shownQuestionId: string | null;
};

export type DayHall = { id: string; name: string; kind: string; closedFrom: string | null };

export type StageHallsPage = Omit<StageView, "board"> & {
  isOpen: boolean;
  isOrganiser: boolean;
  mayDelay: boolean;
  boards: StageBoard[];
  places: DayHall[];
  /** Projects that have not been on stage yet. */
  projects: { id: string; number: number; title: string }[];
  delays: { id: string; placeName: string; minutes: number; reason: string; at: string }[];
};
