import type { DbOrTx } from "~/platform/db.server";
import { SHARED_MS } from "./roadshow-hint-schema";
import { countRoadshowNews } from "./roadshow-news.server";

type Reading = { beganAt: number; news: number; found: Promise<unknown> };

/** More than the halls and projects of the events of one day; what is older than the window goes first. */
const MOST_KEPT = 1_000;

const ofDb = new WeakMap<DbOrTx, Map<string, Reading>>();

/**
 * Reads once, for half a second, what is the same for everybody: a hall full of pages asks for it at the
 * same moment. A reading that began before this process's last news is not given out. News of another
 * process are told by the mark of their hint, which belongs into the key.
 */
export function readShared<T>(db: DbOrTx, key: string, read: () => Promise<T>): Promise<T> {
  const readings = ofDb.get(db) ?? new Map<string, Reading>();
  ofDb.set(db, readings);
  const news = countRoadshowNews();
  // Not the market's clock: the window is time that passes here.
  const now = performance.now();
  const known = readings.get(key);
  if (known && known.news === news && now - known.beganAt < SHARED_MS) {
    return known.found as Promise<T>;
  }
  if (readings.size >= MOST_KEPT) {
    for (const [other, { beganAt }] of readings) {
      if (now - beganAt >= SHARED_MS) readings.delete(other);
    }
    if (readings.size >= MOST_KEPT) readings.clear();
  }
  const found = read();
  const reading = { beganAt: now, news, found };
  readings.set(key, reading);
  found.catch(() => {
    if (readings.get(key) === reading) readings.delete(key);
  });
  return found;
}
