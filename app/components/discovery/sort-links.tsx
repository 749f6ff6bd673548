import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import type { ListingPage } from "~/domain/discovery/listing-page-view";

/** Orders as links: each has an address and works without scripts. */
export function SortLinks({ sorts }: { sorts: ListingPage["sorts"] }) {
  const { t } = useTranslation("search");
  return (
    <nav aria-label={t("sortBy")} className="no-print min-w-0 max-w-full overflow-x-auto">
      <ul className="flex items-center gap-1 text-sm whitespace-nowrap">
        {sorts.map((sort) => (
          <li key={sort.value}>
            <Link
              to={sort.to}
              rel="nofollow"
              preventScrollReset
              aria-current={sort.current ? "true" : undefined}
              className={cx(
                "inline-flex min-h-8 items-center rounded-sm px-2 whitespace-nowrap pointer-coarse:min-h-11",
                sort.current
                  ? "bg-brand-50 font-medium text-brand-800"
                  : "text-muted hover:text-brand-700",
              )}
            >
              {t(`sort.${sort.value}` as "sort.newest")}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
