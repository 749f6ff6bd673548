import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Timeline } from "~/components/ui/timeline";
import type { TenderMove } from "~/domain/tenders/tender-procedure";

/** What has happened to a tender, newest first. */
export function TenderHistory({
  timeline,
}: {
  timeline: readonly {
    id: string;
    move: string;
    at: string;
    actorName: string | null;
    note: string;
  }[];
}) {
  const { t } = useTranslation("tenders");
  if (timeline.length === 0) return null;
  return (
    <Card title={t("desk.history")}>
      <Timeline
        items={timeline.map((one) => ({
          id: one.id,
          title: t(`moves.${one.move as TenderMove}`),
          at: one.at,
          actor: one.actorName ?? t("desk.market"),
          note: one.note,
        }))}
      />
    </Card>
  );
}
