import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import { Timeline } from "~/components/ui/timeline";
import type { TimelineView, VersionView } from "~/domain/registration/registration-view";
import { formatFen } from "~/domain/shared/money";

/** What was registered, version by version. */
export function VersionTable({ versions }: { versions: readonly VersionView[] }) {
  const { t, i18n } = useTranslation("recognition");
  if (versions.length === 0) return null;
  const money = (fen: bigint) => formatFen(fen, i18n.language);
  return (
    <Card title={t("page.versions")} padding="flush">
      <Table
        caption={t("page.versions")}
        rows={versions}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            key: "number",
            header: t("page.versions"),
            rowHeader: true,
            cell: (row) =>
              `${t("page.version", { number: row.number })} · ${t(`versionKind.${row.kind as "INITIAL"}`)}`,
          },
          {
            key: "total",
            header: t("page.total"),
            align: "end",
            cell: (row) => money(row.totalFen),
          },
          {
            key: "technical",
            header: t("page.technical"),
            align: "end",
            cell: (row) => money(row.technicalFen),
          },
          {
            key: "approved",
            header: t("page.approved"),
            align: "end",
            cell: (row) => money(row.approvedIncomeFen),
          },
          {
            key: "at",
            header: t("page.registeredOn"),
            cell: (row) => <DateTime value={row.createdAt} format="date" />,
          },
        ]}
      />
    </Card>
  );
}

/** Every step of the procedure with who made it and why. */
export function MoveTimeline({ timeline }: { timeline: readonly TimelineView[] }) {
  const { t } = useTranslation("recognition");
  if (timeline.length === 0) return null;
  return (
    <Card title={t("page.timeline")}>
      <Timeline
        label={t("page.timeline")}
        items={timeline.map((one) => ({
          id: one.id,
          title: t(`move.${one.move}`),
          at: one.at,
          actor: one.actorName,
          note: one.note,
        }))}
      />
    </Card>
  );
}
