/** One question for the time: when it was asked and answered on the local clock, and what the server said. */
export type TimeSample = { askedAt: number; answeredAt: number; serverAt: number };

/**
 * What is known of the server's time. `ahead` is what must be added to the local clock that the
 * samples were taken with; it is wrong by at most half the round trip.
 */
export type ServerClock = { ahead: number; roundTripMs: number };

/** Samples of one measurement; more do not make it better, fewer let one slow answer spoil it. */
export const SAMPLES_PER_MEASUREMENT = 5;

/**
 * The best of several samples, as NTP takes it: the shortest round trip has the least room for error,
 * so that it is used alone and not averaged with slower ones.
 * @returns null without a usable sample
 */
export function estimateServerClock(samples: readonly TimeSample[]): ServerClock | null {
  let best: ServerClock | null = null;
  for (const { askedAt, answeredAt, serverAt } of samples) {
    const roundTripMs = answeredAt - askedAt;
    // A clock set back between question and answer gives a negative trip.
    if (!(roundTripMs >= 0) || !Number.isFinite(serverAt)) continue;
    if (best && best.roundTripMs <= roundTripMs) continue;
    best = { ahead: serverAt + roundTripMs / 2 - answeredAt, roundTripMs };
  }
  return best;
}

/** How far a clock differs, in parts for a sentence. */
export type ClockDifference = {
  direction: "ahead" | "behind" | "same";
  hours: number;
  minutes: number;
  seconds: number;
};

/** Below this a difference is not worth a word. */
const NOTICEABLE_MS = 500;

/**
 * How far the visitor's own clock is from the server's.
 * @param deviceNow the device's clock, `Date.now()`, at the same moment as `serverNow`
 */
export function clockDifference(deviceNow: number, serverNow: number): ClockDifference {
  const difference = deviceNow - serverNow;
  const size = Math.abs(difference);
  const seconds = Math.round(size / 1000);
  return {
    direction: size < NOTICEABLE_MS ? "same" : difference > 0 ? "ahead" : "behind",
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
