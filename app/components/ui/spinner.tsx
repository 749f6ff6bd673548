import { cx } from "./class-names";

interface SpinnerProps {
  size?: 16 | 20 | 32;
  className?: string;
}

/** Decoration only: whoever shows it also says in text what is going on. */
export function Spinner({ size = 20, className }: SpinnerProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={cx("shrink-0 animate-spin", className)}
    >
      <circle cx="12" cy="12" r="8.5" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
      <path
        d="M20.5 12a8.5 8.5 0 0 0-8.5-8.5"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Spinner with its message; polite live region. */
export function Loading({ label }: { label: string }) {
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-muted">
      <Spinner size={20} />
      {label}
    </p>
  );
}
