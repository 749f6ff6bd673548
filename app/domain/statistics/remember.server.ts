import type { Db } from "~/platform/db.server";

const MINUTE_MS = 60_000;

type Kept<T> = { at: number; answer: Promise<T>; next: Promise<T> | null };

/**
 * Keeps the answer of a costly read for a minute per database; everybody who asks meanwhile shares one
 * run. For four minutes more the old answer is given at once while the next one is read, so that nobody
 * waits on a busy site. The answer is shared between requests: nobody may change it. A run that fails is
 * forgotten. Elapsed time is measured, not told: the business clock has no part in it.
 */
export function rememberForAMinute<T>(load: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  return remember(load, MINUTE_MS, 5 * MINUTE_MS);
}

/** The same for figures in which a reader looks for what they have just done: never older than `seconds`. */
export function rememberForSeconds<T>(
  seconds: number,
  load: (db: Db) => Promise<T>,
): (db: Db) => Promise<T> {
  return remember(load, seconds * 1_000, seconds * 1_000);
}

function remember<T>(
  load: (db: Db) => Promise<T>,
  freshMs: number,
  staleMs: number,
): (db: Db) => Promise<T> {
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
    if (!known || age >= staleMs) return read(db);
    if (age >= freshMs && !known.next) known.next = renew(db, known);
    return known.answer;
  };
}
