import type { ReactNode } from "react";
import { Bar, shareOf } from "./progress-bar";
import type { Tone } from "./tone";

interface BarRowProps {
  label: ReactNode;
  /** Contribution; compared with `max`, the largest of the list. */
  value: number;
  max: number;
  /** The figure as people read it. */
  valueText: string;
  tone?: Tone;
  note?: ReactNode;
}

/** One line of a ranked list of contributions; put several inside a <ul>. */
export function BarRow({ label, value, max, valueText, tone, note }: BarRowProps) {
  return (
    <li className="grid grid-cols-[7em_minmax(0,1fr)_auto] items-center gap-x-3 py-1 text-sm">
      <span className="text-body">{label}</span>
      <Bar share={shareOf(Math.abs(value), max)} tone={tone} />
      <span className="tabular min-w-12 text-right font-medium text-ink">{valueText}</span>
      {note && <span className="col-span-2 col-start-2 text-muted">{note}</span>}
    </li>
  );
}
