import { seededRandom } from "./seeded-random";

export type Arm = "A" | "B";

/** A place of an interleaved list and the ranker that put it there. */
export type Drafted<T> = { item: T; arm: Arm };

/**
 * Team-draft interleaving of two ranked lists: in every round a coin says who picks first, then each
 * ranker picks its best listing that is not yet in the list. After every round both have the same number
 * of places, so a reader's answers tell which ranker's picks are wanted. An item stands for all the keys
 * it names (a listing and those merged into it); an item that shares a key with an earlier place is
 * passed over. Each list's order is kept. When one list is at its end the other fills the rest. The same
 * seed gives the same list.
 */
export function interleave<T>(
  a: readonly T[],
  b: readonly T[],
  keysOf: (item: T) => readonly string[],
  seed: string,
): Drafted<T>[] {
  const random = seededRandom(seed);
  const taken = new Set<string>();
  const drafted: Drafted<T>[] = [];
  const teams = { A: { list: a, next: 0 }, B: { list: b, next: 0 } };
  const pick = (arm: Arm): boolean => {
    const team = teams[arm];
    for (; team.next < team.list.length; team.next++) {
      const item = team.list[team.next];
      if (item === undefined) continue;
      const keys = keysOf(item);
      if (keys.some((key) => taken.has(key))) continue;
      for (const key of keys) taken.add(key);
      drafted.push({ item, arm });
      team.next++;
      return true;
    }
    return false;
  };
  for (;;) {
    const first: Arm = random() < 0.5 ? "A" : "B";
    const isFirstDone = pick(first);
    const isSecondDone = pick(first === "A" ? "B" : "A");
    if (!isFirstDone && !isSecondDone) return drafted;
  }
}
