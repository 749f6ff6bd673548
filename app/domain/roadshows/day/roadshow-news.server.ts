import { logger } from "~/platform/logger.server";
import type { RoadshowHint } from "./roadshow-hint-schema";
import type { StageBoard } from "./stage-view";

export type RoadshowNews =
  | { kind: "STAGE"; board: StageBoard }
  | { kind: "HINT"; hint: RoadshowHint };
type Listener = (news: RoadshowNews) => void;

// Vite reloads modules in development; who listens outlives them.
const holder = globalThis as typeof globalThis & {
  marketRoadshowNews?: Set<Listener>;
  marketRoadshowNewsCount?: number;
};

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

/** How often this process has had news of events: what was read before the last of them may be old. */
export const countRoadshowNews = (): number => holder.marketRoadshowNewsCount ?? 0;

/** For a change that is told to the pages on another way. */
export function noteRoadshowNews(): void {
  holder.marketRoadshowNewsCount = countRoadshowNews() + 1;
}

/** Called after the commit; a listener that fails loses its news and nothing else. */
export function tellRoadshowNews(news: RoadshowNews): void {
  noteRoadshowNews();
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
