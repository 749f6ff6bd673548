import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface StatProps {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
  /** Where the figure comes from or can be worked on. */
  to?: string;
}

/** One figure with its name. */
export function Stat({ label, value, unit, note, to }: StatProps) {
  return (
    <div className="relative min-w-0 px-4 py-3.5 sm:px-5">
      <dt className="text-sm text-muted">
        {to ? (
          <Link to={to} className="after:absolute after:inset-0 hover:text-brand-700">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="mt-0.5 flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-2xl font-semibold text-ink">{value}</span>
        {unit && <span className="text-sm text-muted">{unit}</span>}
        {note && <span className="w-full text-sm text-muted">{note}</span>}
      </dd>
    </div>
  );
}

/** Figures side by side, divided by hairlines. */
export function StatGrid({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-raised md:grid-cols-4 [&>*]:bg-surface">
      {children}
    </dl>
  );
}
