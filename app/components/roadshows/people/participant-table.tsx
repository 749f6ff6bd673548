import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { ListedParticipant } from "~/domain/roadshows/people/participant-list-view";
import { PersonStateBadge, RoleBadges } from "./person-state";

type Props = { items: readonly ListedParticipant[]; view: FormAnswer };

/** Participants of an event for its organiser. */
export function ParticipantTable({ items, view }: Props) {
  const { t } = useTranslation("meetings");
  return (
    <Card padding="flush">
      <Table
        caption={t("list.caption")}
        rows={items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="users" title={t("list.empty")}>
            {t("list.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "number",
            header: t("list.number"),
            cell: (row) => <span className="tabular">{row.number}</span>,
          },
          {
            key: "name",
            header: t("list.name"),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="block">{row.name}</span>
                <span className="block text-sm font-normal text-muted">
                  {[row.organisationName, row.title].filter(Boolean).join(" · ")}
                </span>
              </>
            ),
          },
          {
            key: "roles",
            header: t("list.roles"),
            cell: (row) => <RoleBadges roles={row.roles} />,
          },
          {
            key: "state",
            header: t("list.state"),
            cell: (row) => <PersonStateBadge state={row.state} />,
          },
          {
            key: "meetings",
            header: t("list.meetingCount"),
            align: "end",
            cell: (row) => <span className="tabular">{row.meetings}</span>,
          },
          {
            key: "presence",
            header: t("list.presence"),
            cell: (row) => <Presence row={row} />,
          },
          {
            key: "actions",
            header: t("list.actions"),
            cell: (row) => <RowActions row={row} view={view} />,
          },
        ]}
      />
    </Card>
  );
}

function Presence({ row }: { row: ListedParticipant }) {
  const { t } = useTranslation("meetings");
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span>{t(row.isOnline ? "list.online" : "list.onsite")}</span>
      {row.isWalkIn && <Badge tone="info">{t("list.walkIn")}</Badge>}
      {row.checkedInAt && (
        <span className="tabular text-sm text-muted">
          {t("list.checkedInAt", { at: formatDateTime(row.checkedInAt, "datetime") })}
        </span>
      )}
    </span>
  );
}

function RowActions({ row, view }: { row: ListedParticipant; view: FormAnswer }) {
  const { t } = useTranslation("meetings");
  const isHere = view.isRefused && view.text("participantId") === row.id;
  return (
    <div className="space-y-1">
      {row.phone && <p className="text-sm">{t("list.contact", { phone: row.phone })}</p>}
      {row.state === "WAITING" && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="participantId" value={row.id} />
          <SubmitButton intent="seat" size="sm" variant="secondary">
            {t("list.seat")}
          </SubmitButton>
        </Form>
      )}
      {row.state !== "CANCELLED" &&
        (row.isNeeded ? (
          <p className="max-w-48 text-sm text-muted">{t("list.needed")}</p>
        ) : (
          <Disclosure summary={t("list.strike")} open={isHere}>
            <Form
              method="post"
              preventScrollReset
              noValidate
              className="grid max-w-64 gap-2"
              aria-label={t("list.strikeOf", { name: row.name })}
            >
              <input type="hidden" name="participantId" value={row.id} />
              <TextInput
                name="note"
                id={`reason-${row.id}`}
                label={t("list.reason")}
                hint={t("list.reasonHint")}
                required
                defaultValue={isHere ? view.text("note") : ""}
                error={isHere ? view.error("note") : undefined}
              />
              <div>
                <SubmitButton intent="strike" size="sm" variant="danger">
                  {t("list.strike")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        ))}
    </div>
  );
}
