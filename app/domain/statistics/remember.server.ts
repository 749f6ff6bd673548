import type { Db } from "~/platform/db.server";

const KEEP_MS = 60_000;

/**
 * Keeps the answer of a costly read for a minute per database and lets everybody who asks meanwhile
 * wait for the same run. The answer is shared between requests: nobody may change it. A run that
 * fails is forgotten. Elapsed time is measured, not told: the business clock has no part in it.
 */
export function rememberForAMinute<T>(load: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  const kept = new WeakMap<Db, { at: number; answer: Promise<T> }>();
  return (db) => {
    const now = performance.now();
    const known = kept.get(db);
    if (known && now - known.at < KEEP_MS) return known.answer;
    const answer = load(db);
    kept.set(db, { at: now, answer });
    answer.catch(() => {
      if (kept.get(db)?.answer === answer) kept.delete(db);
    });
    return answer;
  };
}
