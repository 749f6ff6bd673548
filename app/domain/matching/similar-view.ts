import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { MatchView } from "./match-view-schema";

/** A listing of the same kind whose public text is like that of another. */
export type SimilarItem = Pick<
  MatchView,
  "id" | "kind" | "href" | "title" | "titleSegments" | "band" | "owner" | "trl" | "publishedAt"
> & { words: string[] };

export type SimilarView = { kind: ListingKind; items: SimilarItem[] };
