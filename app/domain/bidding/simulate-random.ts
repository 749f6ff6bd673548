/** A source of numbers that gives the same row for the same seed, on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with a mean. */
  wait(mean: number): number;
};

/** Mulberry32: 32 bits of state are plenty for a few thousand numbers a run. */
export function randomOf(seed: number, run: number): Random {
  let state = mix(seed ^ mix(run + 0x9e3779b9));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    wait: (mean) => -mean * Math.log(1 - next()),
  };
}

/** Neighbouring seeds and runs must not give neighbouring rows. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
