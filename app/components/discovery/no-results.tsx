import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import type { ListingPage } from "~/domain/discovery/listing-page-view";
import { valueLabel } from "./filter-labels";
import { savePath } from "./save-search-link";

/** Nothing found: how to find something, or how to be told later. */
export function NoResults({ page }: { page: ListingPage }) {
  const { t } = useTranslation("search");
  const names = page.kind === "achievement" ? "achievements" : "needs";
  const firstPageTo = page.paging.pages[0]?.to;
  if (page.total > 0 && firstPageTo) {
    return (
      <EmptyState
        icon="search"
        title={t(`${names}.emptyTitle`)}
        actions={<LinkButton to={firstPageTo}>{t("empty.beyond")}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState
      icon="search"
      title={t(`${names}.emptyTitle`)}
      actions={
        <>
          {page.active.length > 0 && (
            <LinkButton to={page.clearTo} variant="secondary">
              {t("empty.clear")}
            </LinkButton>
          )}
          <LinkButton to={savePath(page)} variant="secondary" icon="bell">
            {t("empty.save")}
          </LinkButton>
          <LinkButton
            to={page.kind === "achievement" ? "/desk/needs/new" : "/desk/achievements/new"}
            icon="plus"
          >
            {t(page.kind === "achievement" ? "empty.postNeed" : "empty.postAchievement")}
          </LinkButton>
        </>
      }
    >
      <p>{t("empty.text")}</p>
      <ul className="mt-2 space-y-1">
        {page.active.map((filter) => (
          <li key={`${filter.group}:${filter.value}`}>
            <Link to={filter.removeTo} className="link">
              {t("empty.removeFilter", {
                label: valueLabel(t, filter.group, filter.value, filter.name),
              })}
            </Link>
          </li>
        ))}
        {page.search.q !== "" && (
          <>
            <li>{t("empty.shorter")}</li>
            <li>
              <Link to={page.otherKindTo} className="link">
                {t(`${names}.otherKind`)}
              </Link>
            </li>
          </>
        )}
      </ul>
    </EmptyState>
  );
}
