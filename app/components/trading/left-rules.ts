export type TimeLeft = { days: number; hours: number; minutes: number; seconds: number };

/** Whole days, hours, minutes and seconds of a length; null when it is over. */
export function leftOf(ms: number): TimeLeft | null {
  if (ms <= 0) return null;
  const all = Math.ceil(ms / 1000);
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor((all % 86_400) / 3600),
    minutes: Math.floor((all % 3600) / 60),
    seconds: all % 60,
  };
}
