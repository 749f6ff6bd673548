/**
 * The mark: 市 (market) drawn as a gate with a point above it. Same drawing as public/favicon.svg.
 */
export function BrandMark({ size = 32, inverse }: { size?: number; inverse?: boolean }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="6" className={inverse ? "fill-white" : "fill-brand-600"} />
      <g
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="square"
        className={inverse ? "stroke-brand-700" : "stroke-white"}
      >
        <path d="M6.5 11.5h19" />
        <path d="M9.5 23v-6h13v6" />
        <path d="M16 11.5V26" />
      </g>
      <circle cx="16" cy="6.8" r="2" className="fill-accent-400" />
    </svg>
  );
}

/** The mark as a large quiet outline behind other things. */
export function BrandOutline({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width="520"
      height="520"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="square"
      aria-hidden="true"
      className={className}
    >
      <path d="M6.5 11.5h19M9.5 23v-6h13v6M16 11.5V26" />
      <circle cx="16" cy="6.8" r="2" fill="currentColor" stroke="none" />
    </svg>
  );
}
