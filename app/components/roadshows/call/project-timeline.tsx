import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Timeline } from "~/components/ui/timeline";
import type { ProjectMove } from "~/domain/roadshows/call/project-procedure";
import type { TimelineView } from "~/domain/roadshows/call/project-view";

/** What happened to a project. */
export function ProjectTimeline({ timeline }: { timeline: readonly TimelineView[] }) {
  const { t } = useTranslation(["pitches", "common"]);
  if (timeline.length === 0) return null;
  return (
    <Card title={t("page.timeline")}>
      <Timeline
        label={t("page.timeline")}
        items={timeline.map((one) => ({
          id: one.id,
          title: t(`moves.${one.move as ProjectMove}`),
          at: one.at,
          actor: one.actorName,
          note: one.note,
        }))}
      />
    </Card>
  );
}
