import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tag } from "./badge";
import { cx } from "./class-names";
import { Icon } from "./icon";

export interface FacetItem {
  value: string;
  label: string;
  /** Address with this value switched. */
  to: string;
  count?: number;
  selected?: boolean;
  /** Finer values, shown under their parent. */
  children?: ReadonlyArray<FacetItem>;
}

interface FacetGroupProps {
  title: string;
  items: ReadonlyArray<FacetItem>;
  /** How many before "more". Selected ones are always shown. */
  shown?: number;
  /** Folded unless something in it is selected. */
  folded?: boolean;
  /** One value at most: dots instead of boxes. */
  single?: boolean;
}

/** Filter values as links: each has an address, works without scripts, and can be opened in a tab. */
export function FacetGroup({ title, items, shown = 6, folded, single }: FacetGroupProps) {
  const { t } = useTranslation("ui");
  if (items.length === 0) return null;
  const visible = items.filter((item, index) => index < shown || isActive(item));
  const rest = items.filter((item) => !visible.includes(item));
  const active = items.some(isActive);
  return (
    <details
      open={!folded || active}
      className="group/facet border-b border-line py-1 last:border-b-0"
    >
      <summary className="flex min-h-10 items-center justify-between gap-2 font-medium text-ink">
        {title}
        <Icon
          name="chevron-down"
          size={18}
          className="text-muted transition-transform group-open/facet:rotate-180"
        />
      </summary>
      <div className="pb-2">
        <FacetList items={visible} single={single} />
        {rest.length > 0 && (
          <details className="group/rest">
            <summary className="inline-flex min-h-8 items-center gap-1 text-sm text-brand-600 hover:text-brand-800 group-open/rest:hidden">
              {t("facet.more", { count: rest.length })}
              <Icon name="chevron-down" size={16} />
            </summary>
            <FacetList items={rest} single={single} />
          </details>
        )}
      </div>
    </details>
  );
}

function isActive(item: FacetItem): boolean {
  return Boolean(item.selected) || Boolean(item.children?.some(isActive));
}

function FacetList({ items, single }: { items: ReadonlyArray<FacetItem>; single?: boolean }) {
  const { t } = useTranslation("ui");
  return (
    <ul>
      {items.map((item) => (
        <li key={item.value}>
          <Link
            to={item.to}
            rel="nofollow"
            preventScrollReset
            className="group/link flex min-h-8 items-center gap-2 rounded-sm text-sm hover:text-brand-700 pointer-coarse:min-h-11"
          >
            <span
              aria-hidden="true"
              className={cx(
                "inline-flex size-4 shrink-0 items-center justify-center border",
                single ? "rounded-full" : "rounded-xs",
                item.selected
                  ? "border-brand-600 bg-brand-600 text-white"
                  : "border-line-strong bg-surface group-hover/link:border-brand-600",
              )}
            >
              {item.selected && <Icon name="check" size={14} />}
            </span>
            <span className={cx("min-w-0 flex-1", item.selected && "font-medium text-ink")}>
              {item.label}
              {item.selected && <span className="sr-only">{t("facet.selected")}</span>}
            </span>
            {item.count !== undefined && (
              <span className="tabular shrink-0 text-xs text-muted">{item.count}</span>
            )}
          </Link>
          {item.children && item.children.length > 0 && (
            <div className="pl-6">
              <FacetList items={item.children} single={single} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ActiveFiltersProps {
  items: ReadonlyArray<{ label: string; removeTo: string }>;
  clearTo: string;
}

/** What the list is narrowed by, each removable. */
export function ActiveFilters({ items, clearTo }: ActiveFiltersProps) {
  const { t } = useTranslation("ui");
  if (items.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t("facet.active")}</span>
      {items.map((item) => (
        <Tag
          key={item.removeTo}
          removeTo={item.removeTo}
          removeLabel={t("facet.remove", { label: item.label })}
        >
          {item.label}
        </Tag>
      ))}
      <Link to={clearTo} preventScrollReset className="link text-sm">
        {t("facet.clear")}
      </Link>
    </div>
  );
}
