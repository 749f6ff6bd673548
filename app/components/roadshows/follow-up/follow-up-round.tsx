import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import {
  FOLLOW_UP_STATUSES,
  type FollowUpStatus,
} from "~/domain/roadshows/follow-up/follow-up-schema";
import { formatFen, toYuanText } from "~/domain/shared/money";

export type Round = {
  days: number;
  dueOn: string;
  isDue: boolean;
  status: FollowUpStatus | null;
  note: string;
  statedFen: string | null;
  answeredAt: string | null;
};

/** Answered, to be answered, or not yet. */
export function RoundBadge({ round }: { round: Round }) {
  const { t } = useTranslation("leads");
  if (round.status) {
    return <StatusBadge tone="success">{t(`followUp.statuses.${round.status}`)}</StatusBadge>;
  }
  return (
    <StatusBadge tone={round.isDue ? "warning" : "neutral"}>
      {t(round.isDue ? "followUp.waiting" : "followUp.notYet")}
    </StatusBadge>
  );
}

/** One round of follow-up: its answer, and the form while it can be given. */
export function FollowUpRound({
  round,
  isOpen,
  view,
}: {
  round: Round;
  isOpen: boolean;
  /** Of this round's form, when it was refused. */
  view: ReturnType<typeof useFormView>;
}) {
  const { t, i18n } = useTranslation("leads");
  const name = (field: string) => `${field}-${round.days}`;
  return (
    <Card title={t("followUp.round", { days: round.days })} actions={<RoundBadge round={round} />}>
      <p className="mb-4 text-sm text-muted">
        {round.answeredAt
          ? t("followUp.answeredAt", { at: formatDateTime(round.answeredAt, "datetime") })
          : t("followUp.dueOn", { date: round.dueOn })}
      </p>
      {round.isDue && isOpen ? (
        <Form method="post" className="space-y-5">
          <input type="hidden" name="days" value={round.days} />
          <RadioGroup
            name="status"
            id={name("status")}
            label={t("followUp.status")}
            required
            look="inline"
            options={FOLLOW_UP_STATUSES.map((status) => ({
              value: status,
              label: t(`followUp.statuses.${status}`),
            }))}
            defaultValue={view.value("status", round.status ?? "")}
            error={view.error("status")}
          />
          <MoneyInput
            name="stated"
            id={name("stated")}
            label={t("followUp.stated")}
            hint={t("followUp.statedHint")}
            defaultValue={view.value(
              "stated",
              round.statedFen === null ? "" : toYuanText(BigInt(round.statedFen)),
            )}
            error={view.error("stated")}
          />
          <Textarea
            name="note"
            id={name("note")}
            label={t("followUp.note")}
            rows={3}
            maxLength={1000}
            defaultValue={view.value("note", round.note)}
            error={view.error("note")}
          />
          <SubmitButton intent="answer">
            {t(round.status ? "followUp.change" : "followUp.save")}
          </SubmitButton>
        </Form>
      ) : (
        round.status && (
          <DescriptionList
            columns={1}
            hideEmpty
            items={[
              { label: t("followUp.note"), value: round.note },
              {
                label: t("followUp.said"),
                value: round.statedFen && formatFen(BigInt(round.statedFen), i18n.language),
              },
            ]}
          />
        )
      )}
    </Card>
  );
}
