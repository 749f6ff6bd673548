import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { GivenGrant } from "~/domain/deals/disclosure-view";
import { useThingText } from "./use-thing-text";

/** What our side has opened to whom, how often it was looked at, and the way to take it back. */
export function GivenGrants({
  grants,
  canRevoke,
}: {
  grants: readonly GivenGrant[];
  canRevoke: boolean;
}) {
  const { t } = useTranslation("deals");
  const thingText = useThingText();
  const standing = (row: GivenGrant) => {
    if (row.revokedAt) {
      return (
        <StatusBadge tone="neutral">
          {t("disclosure.revokedAt", { at: formatDateTime(row.revokedAt, "datetime") })}
        </StatusBadge>
      );
    }
    if (row.isExpired) return <StatusBadge tone="neutral">{t("disclosure.expired")}</StatusBadge>;
    if (!canRevoke) return null;
    return (
      <Form method="post">
        <input type="hidden" name="grantId" value={row.grantId} />
        <SubmitButton intent="revoke" size="sm" variant="danger">
          {t("disclosure.revoke")}
        </SubmitButton>
      </Form>
    );
  };
  return (
    <Card title={t("disclosure.ownTitle")} padding="flush">
      <Table
        caption={t("disclosure.ownCaption")}
        rows={grants}
        rowKey={(row) => row.grantId}
        empty={<p className="p-4 text-muted">{t("disclosure.ownEmpty")}</p>}
        columns={[
          {
            key: "thing",
            header: t("disclosure.thing"),
            rowHeader: true,
            cell: (row) => thingText(row.thing),
          },
          { key: "grantee", header: t("disclosure.grantee"), cell: (row) => row.granteeName },
          { key: "by", header: t("disclosure.by"), cell: (row) => row.grantedByName },
          {
            key: "granted",
            header: t("disclosure.granted"),
            cell: (row) => <DateTime value={row.createdAt} format="datetime" />,
          },
          {
            key: "expires",
            header: t("disclosure.expires"),
            cell: (row) =>
              row.expiresAt ? (
                <DateTime value={new Date(Date.parse(row.expiresAt) - 1)} />
              ) : (
                t("disclosure.unlimited")
              ),
          },
          {
            key: "views",
            header: t("disclosure.views"),
            align: "end",
            cell: (row) => t("disclosure.viewCount", { count: row.views }),
          },
          { key: "revoke", header: t("moves.title"), cell: standing },
        ]}
      />
    </Card>
  );
}
