import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Icon } from "./icon";

interface PaginationProps {
  previousTo?: string | null;
  nextTo?: string | null;
  /** Back to the first page, for cursor paging where page numbers do not exist. */
  firstTo?: string | null;
  /** Page numbers where they exist; `to: null` is a gap. */
  pages?: ReadonlyArray<{ label: string; to: string | null; current?: boolean }>;
  /** "1–20 / 2,270" */
  summary?: string;
}

const step =
  "inline-flex min-h-10 items-center gap-1 rounded-md border border-line bg-surface px-3 text-sm hover:border-brand-600 hover:text-brand-700 pointer-coarse:min-h-11";
const off =
  "inline-flex min-h-10 items-center gap-1 rounded-md border border-line px-3 text-sm text-faint";

/** Page links; every page has its own address. */
export function Pagination({ previousTo, nextTo, firstTo, pages, summary }: PaginationProps) {
  const { t } = useTranslation("ui");
  if (!previousTo && !nextTo && !summary) return null;
  return (
    <nav
      aria-label={t("pagination.label")}
      className="flex flex-wrap items-center justify-between gap-3 py-2"
    >
      <p className="tabular text-sm text-muted">{summary}</p>
      {(previousTo || nextTo) && (
        <ul className="flex flex-wrap items-center gap-1.5">
          {firstTo && (
            <li>
              <Link to={firstTo} className={step}>
                {t("pagination.first")}
              </Link>
            </li>
          )}
          <li>
            {previousTo ? (
              <Link to={previousTo} rel="prev" className={step}>
                <Icon name="chevron-left" size={16} />
                {t("pagination.previous")}
              </Link>
            ) : (
              <span className={off}>
                <Icon name="chevron-left" size={16} />
                {t("pagination.previous")}
              </span>
            )}
          </li>
          {pages?.map((page, index) => (
            <li key={page.to ?? `gap-${index}`} className="hidden sm:block">
              {page.to === null ? (
                <span className="px-1 text-muted">…</span>
              ) : (
                <Link
                  to={page.to}
                  aria-current={page.current ? "page" : undefined}
                  aria-label={t("pagination.page", { page: page.label })}
                  className={cx(
                    step,
                    "tabular justify-center min-w-10",
                    page.current && "!border-brand-600 !bg-brand-600 !text-white",
                  )}
                >
                  {page.label}
                </Link>
              )}
            </li>
          ))}
          <li>
            {nextTo ? (
              <Link to={nextTo} rel="next" prefetch="intent" className={step}>
                {t("pagination.next")}
                <Icon name="chevron-right" size={16} />
              </Link>
            ) : (
              <span className={off}>
                {t("pagination.next")}
                <Icon name="chevron-right" size={16} />
              </span>
            )}
          </li>
        </ul>
      )}
    </nav>
  );
}
