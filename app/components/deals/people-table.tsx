import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { DateTime } from "~/components/ui/date-time";
import { Dialog } from "~/components/ui/dialog";
import { Table } from "~/components/ui/table";
import type { DealPerson } from "~/domain/deals/deal-people-view";
import { isAdviser, ROOM_AREAS } from "~/domain/deals/deal-role-rules";

/** Everybody in the room and who has been asked in. */
export function PeopleTable({
  people,
  canLeave,
}: {
  people: readonly DealPerson[];
  canLeave: boolean;
}) {
  const { t } = useTranslation("deals");
  const role = (one: DealPerson) => (
    <>
      {t(`roles.${one.role}`)}
      {one.invitedBySide && (
        <span className="block text-sm text-muted">
          {t("people.invitedBy", { side: t(`roles.${one.invitedBySide}`) })}
        </span>
      )}
      {isAdviser(one.role) && (
        <span className="block text-sm text-muted">
          {one.areas.length > 0
            ? t("invitation.areas", {
                areas: one.areas.map((area) => t(`areas.${area}`)).join("、"),
              })
            : t("invitation.areasNone")}
        </span>
      )}
    </>
  );
  return (
    <Card padding="flush">
      <Table
        caption={t("people.caption")}
        rows={people}
        rowKey={(row) => row.userId}
        columns={[
          {
            key: "person",
            header: t("people.person"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.brokerId ? (
                  <Link className="link font-medium" to={`/brokers/${row.brokerId}`}>
                    {row.name}
                  </Link>
                ) : (
                  <span className="font-medium text-ink">{row.name}</span>
                )}{" "}
                {row.isMe && <Badge tone="brand">{t("people.you")}</Badge>}
                {row.organisationName && (
                  <span className="block text-sm text-muted">{row.organisationName}</span>
                )}
              </>
            ),
          },
          { key: "role", header: t("people.role"), cell: role },
          {
            key: "since",
            header: t("people.since"),
            cell: (row) =>
              row.joinedAt ? (
                <DateTime value={row.joinedAt} />
              ) : (
                <StatusBadge tone="warning">{t("people.waiting")}</StatusBadge>
              ),
          },
          {
            key: "nda",
            header: t("people.nda"),
            cell: (row) => (row.hasAcceptedNda ? t("people.ndaAccepted") : t("people.ndaNone")),
          },
          {
            key: "moves",
            header: t("moves.title"),
            cell: (row) => (
              <div className="flex flex-wrap gap-1">
                {row.canSetAreas && (
                  <Dialog
                    trigger={t("people.inviteAreas")}
                    triggerVariant="quiet"
                    triggerSize="sm"
                    title={row.name}
                  >
                    <Form method="post" className="grid gap-4">
                      <input type="hidden" name="userId" value={row.userId} />
                      <CheckboxGroup
                        id={`areas-${row.userId}`}
                        name="areas"
                        label={t("people.inviteAreas")}
                        options={ROOM_AREAS.map((area) => ({
                          value: area,
                          label: t(`areas.${area}`),
                        }))}
                        defaultValue={row.areas}
                      />
                      <div>
                        <SubmitButton intent="areas">{t("moves.confirm")}</SubmitButton>
                      </div>
                    </Form>
                  </Dialog>
                )}
                {row.canRemove && (
                  <Dialog
                    trigger={t("people.remove")}
                    triggerVariant="quiet"
                    triggerSize="sm"
                    title={t("people.remove")}
                  >
                    <p className="mb-3">{t("people.removeConfirm", { name: row.name })}</p>
                    <Form method="post">
                      <input type="hidden" name="userId" value={row.userId} />
                      <SubmitButton intent="remove" variant="danger">
                        {t("moves.confirm")}
                      </SubmitButton>
                    </Form>
                  </Dialog>
                )}
                {row.isMe && canLeave && (
                  <Dialog
                    trigger={t("people.leave")}
                    triggerVariant="quiet"
                    triggerSize="sm"
                    title={t("people.leave")}
                  >
                    <p className="mb-3">{t("people.leaveConfirm")}</p>
                    <Form method="post">
                      <SubmitButton intent="leave" variant="danger">
                        {t("moves.confirm")}
                      </SubmitButton>
                    </Form>
                  </Dialog>
                )}
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}
