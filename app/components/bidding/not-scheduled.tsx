import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";

interface NotScheduledProps {
  lot: { number: number; title: string; startsAt: Date | null };
}

/** The live page of a lot before its run has been made. */
export function NotScheduled({ lot }: NotScheduledProps) {
  const { t } = useTranslation("bidding");
  const href = `/lots/${lot.number}`;
  return (
    <>
      <PageHeader
        title={lot.title}
        breadcrumbs={[
          { label: t("live.number", { number: lot.number }), to: href },
          { label: t("live.pageTitle") },
        ]}
      />
      <EmptyState
        icon="clock"
        title={t("live.notScheduled")}
        actions={<LinkButton to={href}>{t("live.toLot")}</LinkButton>}
      >
        {t("live.notScheduledText")}
        {lot.startsAt && (
          <p className="mt-1">
            {t("clock.startsAt")} <DateTime value={lot.startsAt} format="datetime" />
          </p>
        )}
      </EmptyState>
    </>
  );
}
