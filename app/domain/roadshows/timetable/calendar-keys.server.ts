import { createHmac } from "node:crypto";
import { env } from "~/platform/env.server";

/** Enough that no two activities of a market share one. */
const LENGTH = 22;

/**
 * Keys of activities in calendars, by their ids. A key never changes, so that calendars know an entry again;
 * nobody can tell from it which project it is, or find it by an id that he knows.
 */
export const calendarKeys = (ids: readonly string[]): Map<string, string> =>
  new Map(ids.map((id) => [id, keyOf(id)]));

const keyOf = (id: string) =>
  createHmac("sha256", env().APP_SECRET)
    .update(`roadshow.calendar:${id}`)
    .digest("hex")
    .slice(0, LENGTH);
