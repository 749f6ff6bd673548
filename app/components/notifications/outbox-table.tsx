import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { Tone } from "~/components/ui/tone";

export type OutboxRow = {
  id: string;
  channel: "MAIL" | "SMS";
  recipient: string;
  subject: string;
  text: string;
  createdAt: string;
  attempts: number;
  status: "SENT" | "HELD" | "WAITING" | "FAILED";
};

const TONE: Record<OutboxRow["status"], Tone> = {
  SENT: "success",
  HELD: "info",
  WAITING: "neutral",
  FAILED: "danger",
};

/** The latest mails and short messages; texts are shown as plain text. */
export function OutboxTable({ rows }: { rows: readonly OutboxRow[] }) {
  const { t } = useTranslation("notifications");
  const status = (row: OutboxRow) => {
    switch (row.status) {
      case "SENT":
        return t("statusSent");
      case "HELD":
        return t("statusHeld");
      case "WAITING":
        return t("statusWaiting");
      case "FAILED":
        return t("statusFailed", { count: row.attempts });
    }
  };
  return (
    <Card padding="flush">
      <Table
        caption={t("outboxCaption")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="mail" title={t("outboxEmpty")} />}
        columns={[
          {
            key: "subject",
            header: t("subject"),
            rowHeader: true,
            cell: (row) => (
              <div className="grid min-w-0 gap-1">
                <span className="break-words">
                  {row.subject || (row.channel === "SMS" ? t("channelSms") : t("channelMail"))}
                </span>
                {row.channel === "SMS" ? (
                  <span className="font-normal wrap-anywhere">{row.text}</span>
                ) : (
                  <Disclosure summary={t("showText")}>
                    <p className="font-normal wrap-anywhere whitespace-pre-wrap">{row.text}</p>
                  </Disclosure>
                )}
              </div>
            ),
          },
          {
            key: "recipient",
            header: t("recipient"),
            cell: (row) => <span className="break-all">{row.recipient}</span>,
          },
          {
            key: "channel",
            header: t("channel"),
            cell: (row) => (row.channel === "SMS" ? t("channelSms") : t("channelMail")),
          },
          {
            key: "status",
            header: t("status"),
            cell: (row) => <StatusBadge tone={TONE[row.status]}>{status(row)}</StatusBadge>,
          },
          {
            key: "time",
            header: t("createdAt"),
            cell: (row) => <DateTime value={row.createdAt} format="datetime" />,
          },
        ]}
      />
    </Card>
  );
}
