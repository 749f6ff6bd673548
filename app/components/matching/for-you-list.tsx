import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import type { ForYouView } from "~/domain/matching/suggestion-schema";
import { OneTapAnswers } from "./one-tap-answers";
import { SuggestionSummary } from "./suggestion-summary";

type ForYouListProps = {
  view: ForYouView;
  page: number;
  pageSize: number;
};

const PATH = "/desk/matches";

/** What waits for an answer across all listings, one tap each. */
export function ForYouList({ view, page, pageSize }: ForYouListProps) {
  const { t } = useTranslation("matching");
  const { items, total, isPersonal, isComplete, canAnswer, organisationName } = view;
  const from = (page - 1) * pageSize;
  const here = page > 1 ? `${PATH}?page=${page}` : PATH;
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        {isPersonal ? t("forYou.lead", { organisation: organisationName }) : t("forYou.leadNewest")}{" "}
        <Link to="/desk/notifications/preferences" className="link">
          {t("forYou.settings")}
        </Link>
      </p>
      {!isComplete && <Alert tone="warning">{t("forYou.partial")}</Alert>}
      {!canAnswer && items.length > 0 && <Alert tone="info">{t("forYou.reader")}</Alert>}
      {items.length === 0 ? (
        <EmptyState icon="handshake" title={t("forYou.emptyTitle")}>
          {t("forYou.emptyText")}
        </EmptyState>
      ) : (
        <Card padding="flush">
          <ol className="divide-y divide-line" start={from + 1}>
            {items.map((pair) => (
              <li key={`${pair.needId}:${pair.achievementId}`}>
                <article className="grid gap-3 px-4 py-4 sm:px-5">
                  <SuggestionSummary pair={pair} headingLevel={2} />
                  {canAnswer && <OneTapAnswers pair={pair} returnTo={here} />}
                </article>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {total > pageSize && (
        <Pagination
          previousTo={page > 1 ? `${PATH}?page=${page - 1}` : null}
          nextTo={from + items.length < total ? `${PATH}?page=${page + 1}` : null}
          summary={t("forYou.summary", { from: from + 1, to: from + items.length, total })}
        />
      )}
    </div>
  );
}
