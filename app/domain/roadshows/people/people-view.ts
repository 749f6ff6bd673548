import type { MeetingState } from "../meetings/meeting-procedure";
import type { WishLevel } from "../meetings/wish-schema";

/** Why somebody is suggested: words of both texts, and fields that both named. */
export type SuggestionReason = {
  /** Of the matching engine; null where only the fields or plain texts were compared. */
  band: "high" | "medium" | null;
  words: string[];
  /** Words near each other in meaning: of the reader and of the other. */
  near: { own: string; theirs: string }[];
  fieldCodes: string[];
  /** What was compared: titles of the listing, project or interests of either side; empty for interests. */
  own: string;
  theirs: string;
};

export type PersonCard = {
  id: string;
  name: string;
  title: string;
  organisationName: string;
  roles: string[];
  isOnline: boolean;
  interests: string;
  fields: string[];
  listing: { kind: "need" | "achievement"; title: string; href: string } | null;
  projects: { id: string; number: number; title: string; side: string }[];
  takesMeetings: boolean;
  /** The reader's own mark; what the other marked is never told. */
  wish: WishLevel | null;
  meeting: { id: string; state: MeetingState; isOwnRequest: boolean } | null;
  reason: (SuggestionReason & { fields: string[] }) | null;
};

export type PeoplePage = {
  /** `off`: the person wants no suggestions made for it. `unavailable`: the search engine is away. */
  suggestions: "ok" | "unavailable" | "off";
  items: PersonCard[];
  total: number;
};

export const PEOPLE_KINDS = ["all", "projects", "people"] as const;
export const PEOPLE_MARKS = ["all", "marked", "no"] as const;

export type PeopleFilter = {
  kind: (typeof PEOPLE_KINDS)[number];
  mark: (typeof PEOPLE_MARKS)[number];
  q: string;
};
