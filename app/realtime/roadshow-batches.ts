import type { RoadshowHint } from "~/domain/roadshows/day/roadshow-hint-schema";

/** Shortest time between two hints about one topic of an event. */
const PAUSE_MS = 500;
/** The same for what many people do at once. */
const FREQUENT_PAUSE_MS = 10_000;

/**
 * Sends the first hint about a topic at once, and one more after the pause for all that came within it:
 * three hundred votes a minute must not make thousands of pages read three hundred times.
 */
export function hintPauses(
  send: (hint: RoadshowHint) => void,
  pauseMs = PAUSE_MS,
  frequentMs = FREQUENT_PAUSE_MS,
) {
  const topics = new Map<string, { isWaiting: boolean }>();
  const open = (key: string, hint: RoadshowHint) => {
    const topic = { isWaiting: false };
    topics.set(key, topic);
    send(hint);
    setTimeout(
      () => {
        topics.delete(key);
        if (topic.isWaiting) open(key, hint);
      },
      hint.isFrequent ? frequentMs : pauseMs,
    ).unref();
  };
  return (hint: RoadshowHint): void => {
    const { roadshowId, topic: name, placeId, projectId, to, isFrequent } = hint;
    const key = [roadshowId, name, placeId, projectId, to, isFrequent].join("/");
    const topic = topics.get(key);
    if (topic) topic.isWaiting = true;
    else open(key, hint);
  };
}

/** Pages that come together are answered by one query, which begins after they have asked. */
export function batchedAnswers<V>(
  find: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  let batch: { keys: Set<string>; found: Promise<ReadonlyMap<string, V>> } | null = null;
  return async (key) => {
    if (!batch) {
      const keys = new Set<string>();
      const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        batch = null;
        return find([...keys]);
      });
      batch = { keys, found };
    }
    batch.keys.add(key);
    return (await batch.found).get(key);
  };
}
