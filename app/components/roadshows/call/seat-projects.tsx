import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { SeatPage, SeatProject } from "~/domain/roadshows/call/project-view";
import { pointsText } from "./points-text";
import { ProjectStateBadge, SideBadge } from "./project-state";

/** What a reviewer has to look at, with the own points. */
export function SeatProjects({ seat }: { seat: SeatPage }) {
  const { t } = useTranslation("pitches");
  const isOpen = seat.role === "REVIEWER" && seat.event.state === "SELECTION";
  const isEarly = ["CALL_OPEN", "CALL_CLOSED"].includes(seat.event.state);
  return (
    <div className="space-y-4">
      {isEarly && seat.role === "REVIEWER" && (
        <Alert tone="info">{t("judging.list.notOpen")}</Alert>
      )}
      <Card padding="flush">
        <Table
          caption={seat.event.title}
          rows={seat.projects}
          rowKey={(one) => one.id}
          empty={<p className="px-5 py-4 text-muted">{t("judging.list.empty")}</p>}
          columns={[
            {
              key: "title",
              header: t("column.title"),
              rowHeader: true,
              cell: (one) => (
                <>
                  <Link className="link" to={`/desk/judging/${seat.id}/${one.id}`}>
                    {one.number}. {one.title}
                  </Link>
                  <span className="mt-0.5 flex flex-wrap items-center gap-2 text-sm font-normal text-muted">
                    <SideBadge side={one.side} /> {one.organisation}
                  </span>
                </>
              ),
            },
            {
              key: "state",
              header: t("judging.column.state"),
              cell: (one) => <ProjectStateBadge state={one.state} />,
            },
            {
              key: "own",
              header: t("judging.list.own"),
              cell: (one) => <OwnPoints project={one} isOpen={isOpen} />,
            },
          ]}
        />
      </Card>
    </div>
  );
}

function OwnPoints({ project, isOpen }: { project: SeatProject; isOpen: boolean }) {
  const { t } = useTranslation("pitches");
  if (project.isRecused) return <Badge tone="warning">{t("judging.list.recused")}</Badge>;
  if (project.ownHundredths !== null) {
    return <span className="tabular">{pointsText(project.ownHundredths)}</span>;
  }
  return isOpen && project.state === "FORM_CHECK" ? (
    <Badge tone="accent">{t("judging.list.todo")}</Badge>
  ) : (
    "—"
  );
}
