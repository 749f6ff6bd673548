import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { Tone } from "~/components/ui/tone";
import type { LeadReason } from "~/domain/roadshows/follow-up/lead-schema";
import { LeadReasons } from "./lead-badges";

type VisitCard = {
  projectId: string;
  title: string;
  organisationName: string;
  reasons: LeadReason[];
  state: "NONE" | "NEW" | "CONTACTED" | "ROOM" | "DROPPED";
  at: string;
  dealId: string | null;
};

const TONES: Record<VisitCard["state"], Tone> = {
  NONE: "neutral",
  NEW: "warning",
  CONTACTED: "info",
  ROOM: "success",
  DROPPED: "neutral",
};

/** What a participant wanted of each project, and what the project made of it. */
export function VisitCardTable({ items }: { items: readonly VisitCard[] }) {
  const { t } = useTranslation("leads");
  return (
    <Card padding="flush">
      <Table
        caption={t("visit.title")}
        rows={items}
        rowKey={(row) => row.projectId}
        narrow="cards"
        empty={<EmptyState icon="handshake" title={t("visit.empty")} />}
        columns={[
          {
            key: "project",
            header: t("project"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.title}
                <span className="block text-sm font-normal text-muted">{row.organisationName}</span>
              </>
            ),
          },
          {
            key: "reasons",
            header: t("reason"),
            cell: (row) => <LeadReasons reasons={row.reasons} />,
          },
          {
            key: "state",
            header: t("visit.progress"),
            cell: (row) => (
              <>
                <StatusBadge tone={TONES[row.state]}>{t(`visit.states.${row.state}`)}</StatusBadge>
                {row.dealId && (
                  <Link to={`/desk/deals/${row.dealId}`} className="link ml-2">
                    {t("visit.room")}
                  </Link>
                )}
              </>
            ),
          },
          {
            key: "date",
            header: t("visit.date"),
            cell: (row) => <DateTime value={row.at} format="date" />,
          },
        ]}
      />
    </Card>
  );
}
