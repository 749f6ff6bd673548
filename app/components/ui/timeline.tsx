import type { ReactNode } from "react";
import { cx } from "./class-names";
import { DateTime } from "./date-time";
import { Icon, type IconName } from "./icon";
import { type Tone, toneText } from "./tone";

export interface TimelineItem {
  id: string;
  title: ReactNode;
  at?: string | Date | null;
  actor?: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  icon?: IconName;
  /** Not happened yet: hollow dot. */
  pending?: boolean;
}

/** What happened, in order, to one thing. */
export function Timeline({ items, label }: { items: ReadonlyArray<TimelineItem>; label?: string }) {
  return (
    <ol aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className="group relative flex gap-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-7 bottom-0 left-[0.8125rem] w-px bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={cx(
              "relative mt-0.5 flex size-[1.625rem] shrink-0 items-center justify-center rounded-full border bg-surface",
              item.pending
                ? "border-dashed border-line-strong text-faint"
                : cx("border-current", toneText[item.tone ?? "brand"]),
            )}
          >
            <Icon name={item.icon ?? (item.pending ? "clock" : "check")} size={14} />
          </span>
          <div className="min-w-0 flex-1">
            <p className={cx("font-medium", item.pending ? "text-muted" : "text-ink")}>
              {item.title}
            </p>
            {(item.at || item.actor) && (
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                {item.at && <DateTime value={item.at} format="datetime" />}
                {item.actor && <span>{item.actor}</span>}
              </p>
            )}
            {item.note && (
              <div className="mt-1.5 rounded-md bg-canvas px-3 py-2 text-sm text-body">
                {item.note}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
