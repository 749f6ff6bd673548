import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/** False in server HTML and on the first client render, true afterwards: gate for enhancements. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
