import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { MatchView } from "./match-view-schema";

export type PreviewItem = Pick<
  MatchView,
  | "id"
  | "kind"
  | "href"
  | "title"
  | "titleSegments"
  | "ownTitleSegments"
  | "ownExcerpt"
  | "phrases"
  | "nearPhrases"
  | "band"
  | "owner"
  | "trl"
>;

/** Likely counterparts of what is being written. */
export type PreviewView = {
  /** `empty`: too little text to compare. `unavailable`: the search engine is away. */
  status: "ok" | "empty" | "unavailable";
  /** Kind of what was found. */
  kind: ListingKind;
  /** Published listings of others whose texts are related; at most as many as were looked at. */
  count: number;
  isMore: boolean;
  /** The best three. */
  items: PreviewItem[];
};

/** Pause in typing after which the counterparts are looked for, in milliseconds. */
export const PREVIEW_PAUSE_MS = 300;
