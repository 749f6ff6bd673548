import type { AchievementContent } from "./achievement-schema";
import type { NeedContent } from "./need-schema";

/** Content of a listing by its kind. */
export type ContentByKind = { achievement: AchievementContent; need: NeedContent };
export type ListingContent = AchievementContent | NeedContent;

/** A listing's kind together with its content, so that code can ask which of the two it has. */
export type KindAndContent =
  | { kind: "achievement"; content: AchievementContent }
  | { kind: "need"; content: NeedContent };
