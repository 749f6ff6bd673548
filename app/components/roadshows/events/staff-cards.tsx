import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { STAFF_ROLES } from "~/domain/roadshows/events/member-schema";
import { SeatStateBadge } from "./roadshow-state";
import { viewOfIntent } from "./view-of-intent";

type Member = {
  id: string;
  role: string;
  state: string;
  title: string;
  note: string;
  name: string;
  email: string;
  answeredAt: string | Date | null;
};

export function StaffTable({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation("roadshows");
  return (
    <Card title={t("seats.list")} padding="flush">
      <Table
        caption={t("seats.list")}
        rows={members}
        rowKey={(one) => one.id}
        empty={<EmptyState icon="users" title={t("seats.noPeople")} />}
        columns={[
          {
            key: "name",
            header: t("seats.column.person"),
            rowHeader: true,
            cell: (one) => (
              <>
                {one.name} {one.title && <span className="text-muted">{one.title}</span>}
                <span className="block text-sm break-all text-muted">{one.email}</span>
              </>
            ),
          },
          {
            key: "role",
            header: t("seats.column.role"),
            cell: (one) => t(`seats.roles.${one.role as "JUDGE"}`),
          },
          {
            key: "state",
            header: t("seats.column.state"),
            cell: (one) => (
              <>
                <SeatStateBadge state={one.state} />
                {one.note && <span className="block text-sm text-muted">{one.note}</span>}
              </>
            ),
          },
          {
            key: "answer",
            header: t("seats.column.answer"),
            cell: (one) =>
              one.answeredAt ? <DateTime value={one.answeredAt} format="datetime" /> : "—",
          },
          {
            key: "action",
            header: t("place.column.action"),
            cell: (one) => <SeatAction member={one} />,
          },
        ]}
      />
    </Card>
  );
}

function SeatAction({ member }: { member: Member }) {
  const { t } = useTranslation("roadshows");
  const isOpen = member.state === "INVITED" || member.state === "ACCEPTED";
  return (
    <Form method="post">
      {isOpen ? (
        <input type="hidden" name="id" value={member.id} />
      ) : (
        <>
          <input type="hidden" name="role" value={member.role} />
          <input type="hidden" name="email" value={member.email} />
          <input type="hidden" name="title" value={member.title} />
        </>
      )}
      <SubmitButton
        intent={isOpen ? "remove" : "invite"}
        size="sm"
        variant={isOpen ? "danger" : "secondary"}
      >
        {t(isOpen ? "seats.remove" : "seats.again")}
        <span className="sr-only"> {member.name}</span>
      </SubmitButton>
    </Form>
  );
}

export function InviteForm({
  colleagues,
  view: shared,
}: {
  colleagues: readonly { value: string; label: string }[];
  view: FormAnswer;
}) {
  const { t } = useTranslation("roadshows");
  const view = viewOfIntent(shared, "invite");
  return (
    <Card title={t("seats.invite")} id="invite">
      <Form method="post" className="grid gap-4 sm:grid-cols-2" noValidate>
        <Select
          name="role"
          label={t("seats.role")}
          required
          options={STAFF_ROLES.map((value) => ({ value, label: t(`seats.roles.${value}`) }))}
          defaultValue={view.text("role", "REVIEWER")}
          error={view.error("role")}
        />
        <TextInput
          name="title"
          label={t("seats.personTitle")}
          maxLength={40}
          defaultValue={view.text("title")}
          error={view.error("title")}
        />
        <TextInput
          name="email"
          type="email"
          label={t("seats.email")}
          hint={t("seats.emailHint")}
          autoComplete="off"
          defaultValue={view.text("email")}
          error={view.error("email")}
        />
        <Select
          name="userId"
          label={t("seats.colleague")}
          placeholder={t("seats.none")}
          options={colleagues}
          defaultValue={view.text("userId")}
          error={view.error("userId")}
        />
        <div className="sm:col-span-2">
          <SubmitButton intent="invite">{t("seats.doInvite")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
