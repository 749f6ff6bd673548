import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";

interface DescriptionListProps {
  /** `value` null/undefined/"" shows "not given", so that a gap is visible as a gap. */
  items: ReadonlyArray<{ key?: string; label: string; value: ReactNode; wide?: boolean }>;
  columns?: 1 | 2;
  /** Leaves out what is not given. */
  hideEmpty?: boolean;
}

/** Labels and values: the body of a detail page. */
export function DescriptionList({ items, columns = 1, hideEmpty }: DescriptionListProps) {
  const { t } = useTranslation("ui");
  const missing = (value: ReactNode) => value === null || value === undefined || value === "";
  const shown = hideEmpty ? items.filter((item) => !missing(item.value)) : items;
  return (
    <dl className={cx("grid gap-x-8", columns === 2 && "md:grid-cols-2")}>
      {shown.map((item) => (
        <div
          key={item.key ?? item.label}
          className={cx(
            "grid grid-cols-[6.5em_minmax(0,1fr)] gap-x-4 border-b border-line/70 py-2 last:border-b-0 sm:grid-cols-[8em_minmax(0,1fr)]",
            item.wide && columns === 2 && "md:col-span-2",
          )}
        >
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0 text-ink">
            {missing(item.value) ? (
              <span className="text-faint">{t("list.notGiven")}</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
