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
  /** Path of this page, to come back to. */
  here: string;
};

const PATH = "/desk/matches";

/** What waits for an answer across all listings, one tap each. */
export function ForYouList({ view, here }: ForYouListProps) {
  const { t } = useTranslation("matching");
  const { items, total, from, next, isPersonal, isComplete, canAnswer, organisationName } = view;
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
          <ol className="divide-y divide-line" start={from}>
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
      {(next || from > 1) && (
        <Pagination
          firstTo={from > 1 ? PATH : null}
          nextTo={next && `${PATH}?after=${encodeURIComponent(next)}`}
          summary={t("forYou.summary", { from, to: from + items.length - 1, total })}
        />
      )}
    </div>
  );
}
