import type { ContractClause } from "./contract-clause-schema";
import type { ClauseChange } from "./contract-view";

/**
 * What differs between two versions, in the order of the newer one; clauses taken out stand where they
 * stood. A clause counts as moved when it left its neighbours, not when others came or went.
 */
export function compareVersions(
  before: readonly ContractClause[],
  after: readonly ContractClause[],
): ClauseChange[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const fresh = new Set(after.map((one) => one.key));
  const kept = before.filter((one) => fresh.has(one.key)).map((one) => one.key);
  const stayed = longestCommon(
    kept,
    after.filter((one) => old.has(one.key)).map((one) => one.key),
  );
  const changes: ClauseChange[] = after.flatMap((one): ClauseChange[] => {
    const was = old.get(one.key);
    const { key, heading, body } = one;
    if (!was) {
      return [{ key, kind: "ADDED", heading, headingBefore: "", before: "", after: body }];
    }
    const both = { key, heading, headingBefore: was.heading, before: was.body, after: body };
    if (was.body !== body || was.heading !== heading) return [{ ...both, kind: "CHANGED" }];
    return stayed.has(key) ? [] : [{ ...both, kind: "MOVED" }];
  });
  for (const [index, was] of before.entries()) {
    if (fresh.has(was.key)) continue;
    const { key, heading, body } = was;
    const removed: ClauseChange = {
      key,
      kind: "REMOVED",
      heading,
      headingBefore: heading,
      before: body,
      after: "",
    };
    const follower = before.slice(index + 1).find((one) => changes.some((c) => c.key === one.key));
    const at = follower ? changes.findIndex((one) => one.key === follower.key) : changes.length;
    changes.splice(at, 0, removed);
  }
  return changes;
}

/** Keys that keep their order in both lists: a longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): Set<string> {
  const width = b.length + 1;
  const lengths = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = new Set<string>();
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const key = a[i];
    if (key !== undefined && key === b[j]) {
      found.add(key);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
