import { useCallback, useEffect, useRef, useState } from "react";
import {
  estimateServerClock,
  SAMPLES_PER_MEASUREMENT,
  type ServerClock,
  type TimeSample,
} from "./server-clock";

/** The clock of a device drifts, and sleeps with it. */
const MEASURE_EVERY_MS = 30_000;
const BETWEEN_SAMPLES_MS = 80;
const TIME_PATH = "/api/time";

/** Asks the server for its time in milliseconds; null when it did not answer. */
export type AskTime = () => Promise<number | null>;

export type ServerTime = {
  /** The server's time now, by the last measurement; by the page's own statement before the first. */
  now(): number;
  /** Null until the first measurement. */
  clock: ServerClock | null;
  isMeasuring: boolean;
  measure(): void;
};

async function askByHttp(): Promise<number | null> {
  const response = await fetch(TIME_PATH, { cache: "no-store" });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  const now = typeof answer === "object" && answer !== null && "now" in answer ? answer.now : null;
  return typeof now === "number" ? now : null;
}

/**
 * The server's time on this page. Measured against the monotonic clock of the page, which no change of
 * the device's clock moves; again every half minute and whenever somebody comes back to the page.
 * @param loadedAt what the server said when it made the page, in milliseconds
 * @param askBySocket the quicker way, while there is a connection
 */
export function useServerClock(loadedAt: number, askBySocket: AskTime): ServerTime {
  const [clock, setClock] = useState<ServerClock | null>(null);
  const [isMeasuring, setMeasuring] = useState(false);
  const ahead = useRef<number | null>(null);
  const isRunning = useRef(false);
  const bySocket = useRef(askBySocket);
  bySocket.current = askBySocket;

  const now = useCallback(() => {
    if (typeof performance === "undefined") return loadedAt;
    ahead.current ??= loadedAt - performance.now();
    return performance.now() + ahead.current;
  }, [loadedAt]);

  const measure = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setMeasuring(true);
    const samples: TimeSample[] = [];
    for (let turn = 0; turn < SAMPLES_PER_MEASUREMENT; turn += 1) {
      try {
        const askedAt = performance.now();
        let serverAt = await bySocket.current();
        let from = askedAt;
        if (serverAt === null) {
          from = performance.now();
          serverAt = await askByHttp();
        }
        if (serverAt !== null)
          samples.push({ askedAt: from, answeredAt: performance.now(), serverAt });
      } catch {
        // The line is down: what is known goes on.
      }
      await new Promise((resolve) => window.setTimeout(resolve, BETWEEN_SAMPLES_MS));
    }
    const found = estimateServerClock(samples);
    if (found) {
      ahead.current = found.ahead;
      setClock(found);
    }
    setMeasuring(false);
    isRunning.current = false;
  }, []);

  useEffect(() => {
    const run = () => void measure();
    const onVisible = () => document.visibilityState === "visible" && run();
    run();
    const timer = window.setInterval(onVisible, MEASURE_EVERY_MS);
    window.addEventListener("focus", run);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("focus", run);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [measure]);

  return { now, clock, isMeasuring, measure: () => void measure() };
}
