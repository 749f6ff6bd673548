import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import type { ListingSearchKind } from "./search-schema";

export const ALERT_FREQUENCIES = ["OFF", "INSTANT", "DAILY", "WEEKLY"] as const;
export type AlertFrequency = (typeof ALERT_FREQUENCIES)[number];

/** Kinds as the table and the URL name them. */
export const SAVED_KINDS = ["achievements", "needs"] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

export const MAX_NAME = 60;

/** Form that saves a search; `query` is the query string of the list page. */
export const saveSearchSchema = z.object({
  kind: z.enum(SAVED_KINDS, "required"),
  query: z.string("required").max(4_000, errorCode("too_long", { max: 4_000 })),
  name: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(MAX_NAME, errorCode("too_long", { max: MAX_NAME })),
  frequency: z.enum(ALERT_FREQUENCIES, "required"),
});

export const changeSavedSearchSchema = z.object({
  id: z.uuid("bad_form"),
  frequency: z.enum(ALERT_FREQUENCIES, "required"),
});

export const deleteSavedSearchSchema = z.object({ id: z.uuid("bad_form") });

export function savedKindOf(kind: ListingSearchKind): SavedKind {
  return kind === "achievement" ? "achievements" : "needs";
}

export function listingKindOf(kind: string): ListingSearchKind | null {
  if (kind === "achievements") return "achievement";
  return kind === "needs" ? "need" : null;
}
