import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

interface BreadcrumbsProps {
  /** From the top down; the last one is this page and needs no address. */
  items: ReadonlyArray<{ label: string; to?: string }>;
}

/** The way here. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("breadcrumbs.label")} className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map((item, index) => (
          <li key={`${item.to ?? ""}${item.label}`} className="flex min-w-0 items-center gap-x-1">
            {index > 0 && <Icon name="chevron-right" size={14} className="text-line-strong" />}
            {item.to && index < items.length - 1 ? (
              <Link
                to={item.to}
                className="hover:text-brand-700 hover:underline underline-offset-4"
              >
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="max-w-[16em] truncate">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
