import { useId } from "react";
import { cx } from "./class-names";
import type { Tone } from "./tone";

export const toneFill: Record<Tone, string> = {
  neutral: "fill-line-strong",
  brand: "fill-brand-500",
  info: "fill-info-500",
  success: "fill-success-500",
  warning: "fill-warning-500",
  danger: "fill-danger-500",
  accent: "fill-accent-500",
};

/** Share of the whole between 0 and 1; anything unusable counts as 0. */
export function shareOf(value: number, max: number): number {
  if (!(max > 0) || !Number.isFinite(value)) return 0;
  return Math.min(1, Math.max(0, value / max));
}

/** A bar as SVG: its length is an attribute, which a strict style policy allows. */
export function Bar({
  share,
  tone = "brand",
  className,
}: {
  share: number;
  tone?: Tone;
  className?: string;
}) {
  return (
    <svg
      aria-hidden="true"
      className={cx("block h-2 w-full overflow-hidden rounded-full", className)}
    >
      <rect width="100%" height="100%" className="fill-sunken" />
      <rect
        width={`${(share * 100).toFixed(2)}%`}
        height="100%"
        rx="4"
        className={toneFill[tone]}
      />
    </svg>
  );
}

interface ProgressBarProps {
  /** Null: under way, but nobody knows how far. */
  value: number | null;
  max?: number;
  label: string;
  /** Shown on the right, e.g. "1,200 / 2,000". */
  valueText?: string;
  tone?: Tone;
}

/** How far something has come. */
export function ProgressBar({ value, max = 100, label, valueText, tone }: ProgressBarProps) {
  const id = useId();
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4 text-sm">
        <span id={id} className="text-ink">
          {label}
        </span>
        {valueText && <span className="tabular text-muted">{valueText}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        aria-valuetext={valueText}
      >
        {value === null ? (
          <div className="h-2 overflow-hidden rounded-full bg-sunken">
            <div className="h-full w-1/4 animate-progress rounded-full bg-brand-500" />
          </div>
        ) : (
          <Bar share={shareOf(value, max)} tone={tone} />
        )}
      </div>
    </div>
  );
}
