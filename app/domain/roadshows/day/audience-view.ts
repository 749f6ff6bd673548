import type { CardKind } from "./audience-schema";
import type { PublicScore } from "./public-score-view";
import type { StageBoard } from "./stage-view";

export type AudienceQuestion = {
  id: string;
  text: string;
  /** Null where it is asked without a name. */
  name: string | null;
  votes: number;
  isAnswered: boolean;
  isOwn: boolean;
  /** One's own that waits for a moderator. */
  isWaiting: boolean;
  hasVoted: boolean;
};

/** A project of the programme with what this person has to do with it. */
export type AudienceProject = {
  id: string;
  number: number;
  title: string;
  speaker: string;
  organisation: string;
  isConfidential: boolean;
  cards: { kind: CardKind; note: string }[];
};

/** Where to watch a hall online; for people who are registered only. */
export type RoomLink = { placeId: string; placeName: string; url: string };

export type LivePage = {
  roadshowId: string;
  number: number;
  title: string;
  now: number;
  isOpen: boolean;
  isModerated: boolean;
  boards: StageBoard[];
  rooms: RoomLink[];
  /** Of the hall that the page looks at; its project, and the questions about it. */
  placeId: string | null;
  project: AudienceProject | null;
  questions: AudienceQuestion[];
  programme: AudienceProject[];
  /** Null for people who are not registered. */
  participantId: string | null;
  isSignedIn: boolean;
  needsUndertaking: boolean;
  scores: PublicScore[];
};
