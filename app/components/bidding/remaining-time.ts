/** Time left, in parts for a clock face. */
export type RemainingTime = {
  isOver: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
};

/** What is left until an instant. Seconds are rounded up: "0" is shown only when nothing is left. */
export function remainingTime(untilMs: number, nowMs: number): RemainingTime {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  return {
    isOver: untilMs <= nowMs,
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}

/** Milliseconds until the shown second changes; a little after it, so that a timer is never too early. */
export function untilNextSecond(untilMs: number, nowMs: number): number {
  const left = untilMs - nowMs;
  return (((left % 1000) + 1000) % 1000 || 1000) + 5;
}

/** "05:02", "1:05:02"; days are said in words before it. */
export function clockFace({ hours, minutes, seconds }: RemainingTime): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds)}`;
}
