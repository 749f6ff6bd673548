import { cx } from "./class-names";

const widths = ["w-full", "w-11/12", "w-4/5", "w-full", "w-2/3"] as const;

/** Grey lines where text will be; whoever shows them says in text that something is loading. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div aria-hidden="true" className={cx("space-y-2.5", className)}>
      {Array.from({ length: lines }, (_, index) => index).map((line) => (
        <div
          key={line}
          className={cx("h-4 animate-skeleton rounded-sm bg-sunken", widths[line % widths.length])}
        />
      ))}
    </div>
  );
}
