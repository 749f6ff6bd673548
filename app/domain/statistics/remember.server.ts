import type { Db } from "~/platform/db.server";

const FRESH_MS = 60_000;
const STALE_MS = 5 * 60_000;

type Kept<T> = { at: number; answer: Promise<T>; next: Promise<T> | null };

/**
 * Keeps the answer of a costly read for a minute per database; everybody who asks meanwhile shares one
 * run. For four minutes more the old answer is given at once while the next one is read, so that nobody
 * waits on a busy site. The answer is shared between requests: nobody may change it. A run that fails is
 * forgotten. Elapsed time is measured, not told: the business clock has no part in it.
 */
export function rememberForAMinute<T>(load: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  const kept = new WeakMap<Db, Kept<T>>();
  const read = (db: Db): Promise<T> => {
    const answer = load(db);
    const mine: Kept<T> = { at: performance.now(), answer, next: null };
    kept.set(db, mine);
    answer.catch(() => {
      if (kept.get(db) === mine) kept.delete(db);
    });
    return answer;
  };
  const renew = (db: Db, old: Kept<T>): Promise<T> => {
    const next = load(db);
    next.then(
      (value) =>
        kept.set(db, { at: performance.now(), answer: Promise.resolve(value), next: null }),
      () => {
        old.next = null;
      },
    );
    return next;
  };
  return (db) => {
    const known = kept.get(db);
    const age = known ? performance.now() - known.at : Number.POSITIVE_INFINITY;
    if (!known || age >= STALE_MS) return read(db);
    if (age >= FRESH_MS && !known.next) known.next = renew(db, known);
    return known.answer;
  };
}
