import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { MatchList as MatchListData } from "~/domain/matching/match-view-schema";
import { MatchCard } from "./match-card";

type MatchListProps = {
  list: MatchListData;
  /** Path that the answers lead back to. */
  returnTo: string;
  headingLevel?: 2 | 3;
};

/** Ranked counterparts, or why there are none. */
export function MatchList({ list, returnTo, headingLevel = 2 }: MatchListProps) {
  const { t } = useTranslation("matching");
  if (list.status === "unavailable") {
    return (
      <Alert tone="warning" title={t("unavailableTitle")}>
        {t("unavailableText")}
      </Alert>
    );
  }
  if (list.items.length === 0) {
    return (
      <EmptyState icon="handshake" title={t("noMatchesTitle")}>
        {t("noMatchesText")}
      </EmptyState>
    );
  }
  return (
    <Card padding="flush">
      <ol className="divide-y divide-line">
        {list.items.map((match) => (
          <li key={match.id}>
            <MatchCard match={match} list={list} returnTo={returnTo} headingLevel={headingLevel} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
