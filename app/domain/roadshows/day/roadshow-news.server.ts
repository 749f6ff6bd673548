import { logger } from "~/platform/logger.server";
import type { RoadshowHint } from "./roadshow-hint-schema";
import type { StageBoard } from "./stage-view";

export type RoadshowNews =
  | { kind: "STAGE"; board: StageBoard }
  | { kind: "HINT"; hint: RoadshowHint };
type Listener = (news: RoadshowNews) => void;

// Vite reloads modules in development; who listens outlives them.
const holder = globalThis as typeof globalThis & { marketRoadshowNews?: Set<Listener> };

/**
 * Hears of what this process has committed about events, right after the commit.
 * @returns stops listening
 */
export function onRoadshowNews(listener: Listener): () => void {
  holder.marketRoadshowNews ??= new Set();
  const listeners = holder.marketRoadshowNews;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called after the commit; a listener that fails loses its news and nothing else. */
export function tellRoadshowNews(news: RoadshowNews): void {
  for (const listener of holder.marketRoadshowNews ?? []) {
    try {
      listener(news);
    } catch (error) {
      logger.warn({ err: error }, "news of an event were lost");
    }
  }
}

/** The short way for a hint. */
export function tellRoadshowHint(hint: RoadshowHint): void {
  tellRoadshowNews({ kind: "HINT", hint });
}
