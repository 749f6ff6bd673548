import { DomainError } from "~/domain/shared/domain-error";

/** Looks a minute and person: somebody who types without a rest asks about every second. */
const PER_MINUTE = 90;
const MINUTE_MS = 60_000;
const MAX_PEOPLE = 5_000;

type Window = { startedAt: number; count: number };

// Per process, like the limits of the addresses; forgotten with it.
const windows = new Map<string, Window>();

/** Counts one look at live matches. @throws DomainError "too_many_requests" (429) */
export function takePreview(userId: string): void {
  const now = performance.now();
  const known = windows.get(userId);
  if (!known || now - known.startedAt >= MINUTE_MS) {
    windows.delete(userId);
    windows.set(userId, { startedAt: now, count: 1 });
    for (const oldest of windows.keys()) {
      if (windows.size <= MAX_PEOPLE) break;
      windows.delete(oldest);
    }
    return;
  }
  known.count += 1;
  if (known.count > PER_MINUTE) throw new DomainError("too_many_requests", { status: 429 });
}
