import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { StageHallsPage } from "~/domain/roadshows/day/stage-view";

type Props = { page: StageHallsPage; delayId: string; view: FormAnswer };

/** What can go wrong on the day: each of it plans the timetable again. */
export function ChangeForms({ page, delayId, view }: Props) {
  const { t } = useTranslation("stage");
  const of = (intent: string) => view.isRefused && view.text("intent") === intent;
  const kept = (intent: string, name: string) => (of(intent) ? view.text(name) : "");
  const error = (intent: string, name: string) => (of(intent) ? view.error(name) : undefined);
  const open = page.places.filter((one) => one.closedFrom === null);
  const places = open.map(({ id, name }) => ({ value: id, label: name }));
  const form = "grid grid-cols-[minmax(0,1fr)] gap-3";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      {page.isOpen && page.mayDelay && (
        <Card title={t("halls.delay")} headingLevel={3}>
          <Form method="post" className={form} noValidate>
            <input type="hidden" name="delayId" value={delayId} />
            <Select
              id="delay-place"
              name="placeId"
              label={t("halls.place")}
              options={places}
              defaultValue={kept("delay", "placeId")}
              error={error("delay", "placeId")}
            />
            <NumberInput
              name="minutes"
              label={t("halls.minutes")}
              integer
              required
              defaultValue={kept("delay", "minutes")}
              error={error("delay", "minutes")}
            />
            <TextInput
              name="reason"
              label={t("halls.reason")}
              maxLength={200}
              defaultValue={kept("delay", "reason")}
              error={error("delay", "reason")}
            />
            <div>
              <SubmitButton intent="delay">{t("halls.delayDo")}</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
      {page.isOpen && page.isOrganiser && (
        <>
          <Card title={t("halls.ill")} headingLevel={3}>
            {page.projects.length === 0 ? (
              <p className="text-muted">{t("halls.noneWaiting")}</p>
            ) : (
              <Form method="post" className={form} noValidate>
                <Select
                  name="projectId"
                  label={t("halls.project")}
                  options={page.projects.map(({ id, number, title }) => ({
                    value: id,
                    label: `${number} · ${title}`,
                  }))}
                  defaultValue={kept("ill", "projectId")}
                  error={error("ill", "projectId")}
                />
                <TextInput
                  id="ill-note"
                  name="note"
                  label={t("halls.note")}
                  maxLength={200}
                  required
                  defaultValue={kept("ill", "note")}
                  error={error("ill", "note")}
                />
                <div>
                  <SubmitButton intent="ill" variant="danger">
                    {t("halls.illDo")}
                  </SubmitButton>
                </div>
              </Form>
            )}
          </Card>
          <Card title={t("halls.close")} headingLevel={3}>
            <Form method="post" className={form} noValidate>
              <Select
                id="close-place"
                name="placeId"
                label={t("halls.place")}
                options={places}
                defaultValue={kept("close", "placeId")}
                error={error("close", "placeId")}
              />
              <TextInput
                id="close-note"
                name="note"
                label={t("halls.note")}
                maxLength={200}
                required
                defaultValue={kept("close", "note")}
                error={error("close", "note")}
              />
              <div>
                <SubmitButton intent="close" variant="danger">
                  {t("halls.closeDo")}
                </SubmitButton>
              </div>
            </Form>
          </Card>
          <Card title={t("halls.person")} headingLevel={3}>
            <Form method="post" className={form} noValidate>
              <NumberInput
                name="participantNumber"
                label={t("halls.personNumber")}
                integer
                required
                defaultValue={kept("person", "participantNumber")}
                error={error("person", "participantNumber")}
              />
              <div>
                <SubmitButton intent="person" variant="danger">
                  {t("halls.personDo")}
                </SubmitButton>
              </div>
            </Form>
          </Card>
        </>
      )}
      <Card title={t("halls.delays")} headingLevel={3}>
        {page.delays.length === 0 && <p className="text-muted">{t("halls.noDelays")}</p>}
        <ul className="divide-y divide-line">
          {page.delays.map((one) => (
            <li key={one.id} className="py-2 first:pt-0">
              <span className="tabular text-sm text-muted">
                {formatDateTime(one.at, "datetime")}
              </span>{" "}
              {t("halls.delayLine", { place: one.placeName, minutes: one.minutes })}
              {one.reason && <span className="text-muted"> · {one.reason}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
