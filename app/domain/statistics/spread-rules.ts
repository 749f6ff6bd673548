/**
 * Takes the first `size` items in their order, at most `perSource` of one source, and fills what is
 * left with the items passed over: one large import must not be the whole list.
 */
export function spreadBySource<T>(
  items: readonly T[],
  sourceOf: (item: T) => string,
  size: number,
  perSource: number,
): T[] {
  const taken = new Map<string, number>();
  const first: T[] = [];
  const passed: T[] = [];
  for (const item of items) {
    const source = sourceOf(item);
    const count = taken.get(source) ?? 0;
    if (count < perSource) {
      taken.set(source, count + 1);
      first.push(item);
    } else {
      passed.push(item);
    }
  }
  return [...first, ...passed].slice(0, size);
}
