import type { SuggestedPeople } from "./suggest-people.server";

/** How long suggestions of one reader are shown before they are made again, in milliseconds. */
const KEEP_MS = 120_000;
const MAX_READERS = 300;

type Entry = { stamp: string; at: number; made: Promise<SuggestedPeople> };

// Held by age of last use: a Map keeps the order of insertion.
const memory = new Map<string, Entry>();

/** Suggestions for a reader as long as nothing that they rest on has changed; a failed run is forgotten. */
export function rememberSuggestions(
  participantId: string,
  stamp: string,
  make: () => Promise<SuggestedPeople>,
): Promise<SuggestedPeople> {
  const known = memory.get(participantId);
  const isFresh = known?.stamp === stamp && performance.now() - known.at < KEEP_MS;
  const entry = known && isFresh ? known : { stamp, at: performance.now(), made: make() };
  memory.delete(participantId);
  memory.set(participantId, entry);
  entry.made.then(
    // Without the engine they are made anew at the next look.
    ({ status }) => status === "unavailable" && memory.delete(participantId),
    () => memory.delete(participantId),
  );
  for (const oldest of memory.keys()) {
    if (memory.size <= MAX_READERS) break;
    memory.delete(oldest);
  }
  return entry.made;
}
