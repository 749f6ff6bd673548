import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { NumberInput } from "~/components/ui/number-input";
import { Pagination } from "~/components/ui/pagination";
import { Textarea } from "~/components/ui/textarea";
import { MINUTES_MAX } from "~/domain/roadshows/day/meeting-desk-schema";
import type { DeskMeeting, MeetingDeskPage } from "~/domain/roadshows/day/meeting-desk-view";

type Props = { page: MeetingDeskPage; view: FormAnswer };

/** Which of the agreed meetings took place, and those that were agreed on the spot. */
export function MeetingDesk({ page, view }: Props) {
  const { t } = useTranslation("stage");
  const isOnSite = view.isRefused && view.text("intent") === "onSite";
  const kept = (name: string) => (isOnSite ? view.text(name) : "");
  const error = (name: string) => (isOnSite ? view.error(name) : undefined);
  const to = (at: number) => (at < 1 || at > page.pages ? null : `?page=${at}`);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={t("meetings.title")} headingLevel={3}>
        {page.meetings.length === 0 && <p className="text-muted">{t("meetings.none")}</p>}
        <ul className="divide-y divide-line">
          {page.meetings.map((one) => (
            <MeetingLine key={one.id} meeting={one} isOpen={page.isOpen} />
          ))}
        </ul>
        <Pagination
          previousTo={to(page.page - 1)}
          nextTo={to(page.page + 1)}
          summary={`${page.page} / ${page.pages}`}
        />
      </Card>
      {page.isOpen && (
        <Card title={t("meetings.onSite")} headingLevel={3}>
          <p className="mb-3 text-sm text-muted">{t("meetings.onSiteLead")}</p>
          <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
            {(["fromNumber", "toNumber", "projectNumber"] as const).map((name) => (
              <NumberInput
                key={name}
                name={name}
                label={t(
                  name === "fromNumber"
                    ? "meetings.from"
                    : name === "toNumber"
                      ? "meetings.to"
                      : "meetings.project",
                )}
                integer
                required={name !== "projectNumber"}
                defaultValue={kept(name)}
                error={error(name)}
              />
            ))}
            <Textarea
              id="on-site-minutes"
              name="minutes"
              label={t("meetings.minutes")}
              rows={3}
              maxLength={MINUTES_MAX}
              defaultValue={kept("minutes")}
              error={error("minutes")}
            />
            <div>
              <SubmitButton intent="onSite">{t("meetings.record")}</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
    </div>
  );
}

function MeetingLine({ meeting, isOpen }: { meeting: DeskMeeting; isOpen: boolean }) {
  const { t } = useTranslation("stage");
  const state = meeting.state as "ACCEPTED" | "HELD" | "MISSED";
  const tone = { ACCEPTED: "neutral", HELD: "success", MISSED: "warning" } as const;
  return (
    <li className="space-y-2 py-3 first:pt-0">
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="tabular">
          {meeting.startsAt && formatDateTime(meeting.startsAt, "datetime")}
        </span>
        {meeting.place}
        <Badge tone={tone[state]}>{t(`meetings.states.${state}`)}</Badge>
        {meeting.source === "ON_SITE" && <Badge>{t("meetings.spot")}</Badge>}
      </p>
      <p className="[overflow-wrap:anywhere]">
        {t("meetings.between", { from: meeting.from, to: meeting.to })}
      </p>
      {meeting.minutes && <p className="whitespace-pre-wrap text-sm">{meeting.minutes}</p>}
      {isOpen && state !== "HELD" && (
        <Form method="post" className="grid gap-2" noValidate>
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Textarea
            id={`minutes-${meeting.id}`}
            name="minutes"
            label={t("meetings.minutes")}
            rows={1}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton intent="held" size="sm">
              {t("meetings.held")}
            </SubmitButton>
            {state === "ACCEPTED" && (
              <SubmitButton intent="missed" size="sm" variant="secondary">
                {t("meetings.missed")}
              </SubmitButton>
            )}
          </div>
        </Form>
      )}
    </li>
  );
}
