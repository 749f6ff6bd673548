import { type AchievementContent, achievementContentSchema } from "./achievement-schema";
import type { ListingKind } from "./listing-kind-rules";
import { type NeedContent, needContentSchema } from "./need-schema";

/** Content of a listing by its kind. */
export type ContentByKind = { achievement: AchievementContent; need: NeedContent };
export type ListingContent = AchievementContent | NeedContent;

/** A listing's kind together with its content, so that code can ask which of the two it has. */
export type KindAndContent =
  | { kind: "achievement"; content: AchievementContent }
  | { kind: "need"; content: NeedContent };

/** Pairs a kind with content that was read from the database or a form: unknown parts are dropped. */
export function readContent(kind: ListingKind, json: unknown): KindAndContent {
  return kind === "achievement"
    ? { kind, content: achievementContentSchema.parse(json ?? {}) }
    : { kind, content: needContentSchema.parse(json ?? {}) };
}
