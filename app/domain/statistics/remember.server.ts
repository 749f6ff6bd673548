import type { Db } from "~/platform/db.server";

const MINUTE_MS = 60_000;
/** A read that takes longer is not waited for while there is an older answer. */
const DEAR_MS = 250;

type Kept<T> = { at: number; took: number; answer: Promise<T>; next: Promise<T> | null };

/**
 * Keeps the answer of a costly read for a minute per database; everybody who asks meanwhile shares one
 * run. For four minutes more the old answer is given at once while the next one is read, so that nobody
 * waits on a busy site. The answer is shared between requests: nobody may change it. A run that fails is
 * forgotten. Elapsed time is measured, not told: the business clock has no part in it.
 */
export function rememberForAMinute<T>(load: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  return remember(load, () => ({ freshMs: MINUTE_MS, staleMs: 5 * MINUTE_MS }));
}

/**
 * The same for figures in which a reader looks for what they have just done: kept for `seconds`, and
 * longer only as far as reading them is dear (ten times what it took, so that a crowd costs a tenth of
 * the database at most); then the old answer is given while the next one is read.
 */
export function rememberForSeconds<T>(
  seconds: number,
  load: (db: Db) => Promise<T>,
): (db: Db) => Promise<T> {
  return remember(load, (took) => {
    const freshMs = Math.max(seconds * 1_000, 10 * took);
    return { freshMs, staleMs: freshMs + (took > DEAR_MS ? MINUTE_MS : 0) };
  });
}

function remember<T>(
  load: (db: Db) => Promise<T>,
  limits: (took: number) => { freshMs: number; staleMs: number },
): (db: Db) => Promise<T> {
  const kept = new WeakMap<Db, Kept<T>>();
  const read = (db: Db): Promise<T> => {
    const from = performance.now();
    const answer = load(db);
    // Not old before it is there: whoever comes meanwhile shares the run, however long it takes.
    const mine: Kept<T> = { at: Number.POSITIVE_INFINITY, took: 0, answer, next: null };
    kept.set(db, mine);
    answer.then(
      () => {
        mine.at = performance.now();
        mine.took = mine.at - from;
      },
      () => {
        if (kept.get(db) === mine) kept.delete(db);
      },
    );
    return answer;
  };
  const renew = (db: Db, old: Kept<T>): Promise<T> => {
    const from = performance.now();
    const next = load(db);
    next.then(
      (value) => {
        const at = performance.now();
        kept.set(db, { at, took: at - from, answer: Promise.resolve(value), next: null });
      },
      () => {
        old.next = null;
      },
    );
    return next;
  };
  return (db) => {
    const known = kept.get(db);
    if (!known) return read(db);
    const age = performance.now() - known.at;
    const { freshMs, staleMs } = limits(known.took);
    if (age >= staleMs) return read(db);
    if (age >= freshMs && !known.next) known.next = renew(db, known);
    return known.answer;
  };
}
