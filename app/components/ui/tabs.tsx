import { Link } from "@remix-run/react";
import { cx } from "./class-names";

interface TabsProps {
  /** Spoken name of the set. */
  label: string;
  items: ReadonlyArray<{ to: string; label: string; count?: number; current?: boolean }>;
}

/** Views of one thing as links with addresses, so that they work everywhere and can be shared. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex gap-1 overflow-x-auto">
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              prefetch="intent"
              preventScrollReset
              aria-current={item.current ? "page" : undefined}
              className={cx(
                "inline-flex min-h-11 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap -outline-offset-2",
                item.current
                  ? "border-brand-600 font-semibold text-brand-700"
                  : "border-transparent text-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="tabular rounded-full bg-sunken px-1.5 text-xs font-normal text-muted">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
