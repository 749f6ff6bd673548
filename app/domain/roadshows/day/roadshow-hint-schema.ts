import type { StageBoard } from "./stage-view";

/** Socket namespace of roadshows; stages are open to watchers without an account. */
export const ROADSHOW_NAMESPACE = "/roadshows";

/** What of an event can change while its pages are open. */
export const ROADSHOW_TOPICS = [
  "plan",
  "stage",
  "questions",
  "cards",
  "checkins",
  "scores",
] as const;
type RoadshowTopic = (typeof ROADSHOW_TOPICS)[number];

/** Topics that concern the people who run the event and nobody else. */
const STAFF_TOPICS: readonly RoadshowTopic[] = ["cards", "checkins", "scores"];

export type RoadshowHint = {
  roadshowId: string;
  topic: RoadshowTopic;
  placeId?: string;
  /** The change concerns pages that show this project, and no others. */
  projectId?: string;
  /** Sent to this room whatever its topic. */
  to?: "STAFF" | "ALL";
  /** Many of these come at once: they are gathered for some seconds. */
  isFrequent?: true;
  /** Made when the hint is sent: a reading that names it began after what it tells of. */
  mark?: string;
};

/** How long what everybody reads of an event is answered from one reading, in milliseconds. */
export const SHARED_MS = 500;

/** Where a stage stood when it was asked; a page that shows less has missed something. */
type StageStanding = { placeId: string; revision: number };

export type RoadshowEvents = {
  /** What a stage shows now, to everybody who has it open. */
  stage(board: StageBoard): void;
  /** Something has changed; carries no content: pages read the truth from their loaders. */
  changed(hint: RoadshowHint): void;
  /** Sent now and then, so that a page notices a lost message. */
  beat(standing: StageStanding): void;
};

export type RoadshowRequests = {
  /** Asks to be told about an event, and about one of its stages. Null: not found, hidden, too many. */
  join(
    target: { roadshowId: string; placeId?: string },
    answer: (standing: { revision: number } | null) => void,
  ): void;
  leave(target: { roadshowId: string; placeId?: string }): void;
  /** Time of the server in milliseconds; null when asked too often. */
  time(answer: (now: number | null) => void): void;
};

/** Everybody who has a page of the event open. */
export const roadshowRoom = (roadshowId: string) => `roadshow:${roadshowId}`;
/** People who run the event. Nobody can ask to join it: the server decides by the session. */
export const roadshowStaffRoom = (roadshowId: string) => `roadshow-staff:${roadshowId}`;
/** Everybody who watches a stage. */
export const stageRoom = (placeId: string) => `stage:${placeId}`;
/** Room of a hint: of the staff alone where the audience has nothing to do with it. */
export function roomOfHint({ roadshowId, topic, to }: RoadshowHint): string {
  const isForStaff = to ? to === "STAFF" : STAFF_TOPICS.includes(topic);
  return isForStaff ? roadshowStaffRoom(roadshowId) : roadshowRoom(roadshowId);
}
