import type { PolicyRow } from "./policy-parameter-rules";

export type Confidence = "high" | "medium" | "low";

/** Marks a source that is cited from knowledge: its text was not read when the row was written. */
const UNREAD = /（未核对原文）/g;

/** The least sure of the rules decides; a word that is not understood counts as low. */
export function confidenceOf(rules: readonly PolicyRow[]): Confidence {
  const levels = rules.map((rule): Confidence => {
    if (rule.confidence === "high") return "high";
    return /^(high|medium)/.test(rule.confidence) ? "medium" : "low";
  });
  if (levels.includes("low")) return "low";
  return levels.includes("medium") ? "medium" : "high";
}

export function isUnread(source: string): boolean {
  return source.search(UNREAD) >= 0;
}

/** The source as text and web addresses, in order. */
export function sourceParts(source: string): { text: string; isLink: boolean }[] {
  return source
    .replace(UNREAD, "")
    .split(/(https?:\/\/[\w\-./?=&%#]+)/)
    .filter((text) => text !== "")
    .map((text) => ({ text, isLink: /^https?:/.test(text) }));
}
