import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import { Timeline } from "~/components/ui/timeline";
import type { EventFault } from "~/domain/roadshows/events/event-completeness-rules";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import type { RoadshowMove, RoadshowState } from "~/domain/roadshows/events/roadshow-procedure";
import { useErrorText } from "~/i18n/use-error-text";
import { LocalTime } from "./local-time";
import { daysText } from "./roadshow-table";

/** What the organiser is to do, by the state of the event. */
export function NowCard({
  id,
  state,
  faults,
}: {
  id: string;
  state: string;
  faults: readonly EventFault[];
}) {
  const { t } = useTranslation("roadshows");
  const text = useErrorText();
  const name = (field: string) => {
    if (field === "places") return t("place.title");
    if (field === "items") return t("item.title");
    if (field.startsWith("rules")) return t("form.rules");
    return t(
      `form.${(field === "fieldCodes" ? "fields" : field === "regionCode" ? "region" : field) as "title"}`,
    );
  };
  const page = (field: string) =>
    organiserHref(id, field === "places" || field === "items" ? "places" : "edit");
  return (
    <Card title={t("overview.now")}>
      <p className="text-ink">{t(`upNow.${state as RoadshowState}`)}</p>
      {state === "DRAFT" &&
        (faults.length === 0 ? (
          <p className="mt-3 text-success-700">{t("overview.noFaults")}</p>
        ) : (
          <div className="mt-4 space-y-3">
            <p className="font-medium text-ink">{t("overview.faults", { count: faults.length })}</p>
            <Checklist
              items={faults.map((fault) => ({
                id: `${fault.field}-${fault.code}`,
                label: name(fault.field),
                note: text(fault.code),
                state: "unmet",
                to: page(fault.field),
              }))}
            />
          </div>
        ))}
    </Card>
  );
}

const GRAVE: readonly RoadshowMove[] = ["cancel"];
const WITH_NOTE: readonly RoadshowMove[] = ["cancel", "sendBack", "reopenCall"];

/** The moves that are open to the reader; what a condition forbids is said when it is tried. */
export function MoveCard({
  moves,
  view,
}: {
  moves: readonly { move: RoadshowMove; needsNote: boolean }[];
  view: FormAnswer;
}) {
  const { t } = useTranslation("roadshows");
  const refused = view.text("intent");
  const plain = moves.filter((one) => !WITH_NOTE.includes(one.move));
  const noted = moves.filter((one) => WITH_NOTE.includes(one.move));
  return (
    <Card title={t("overview.steps")}>
      {moves.length === 0 && <p className="text-muted">{t("overview.noSteps")}</p>}
      {plain.length > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">
          {plain.map(({ move }) => (
            <Form key={move} method="post">
              <SubmitButton intent={move}>{t(`moves.${move}`)}</SubmitButton>
            </Form>
          ))}
        </div>
      )}
      {noted.map(({ move }) => (
        <Disclosure key={move} summary={t(`moves.${move}`)} open={refused === move}>
          <Form method="post" className="grid gap-3" noValidate>
            <Textarea
              id={`note-${move}`}
              name="note"
              label={t("overview.noteRequired")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={refused === move ? view.text("note") : ""}
              error={refused === move ? view.error("note") : undefined}
            />
            <div>
              <SubmitButton
                intent={move}
                size="sm"
                variant={GRAVE.includes(move) ? "danger" : "primary"}
              >
                {t(`moves.${move}`)}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ))}
    </Card>
  );
}

type Moment = string | Date | null;

export function DatesCard(event: {
  startsOn: string | null;
  endsOn: string | null;
  callDueAt: Moment;
  confirmDueAt: Moment;
  materialsDueAt: Moment;
  audienceDueAt: Moment;
}) {
  const { t } = useTranslation("roadshows");
  const moment = (value: Moment) =>
    value && (
      <>
        <DateTime value={value} format="datetime" /> <LocalTime from={value} />
      </>
    );
  return (
    <Card title={t("overview.deadlines")}>
      <DescriptionList
        items={[
          { label: t("page.days"), value: event.startsOn && daysText(event) },
          { label: t("form.callDueAt"), value: moment(event.callDueAt) },
          { label: t("form.confirmDueAt"), value: moment(event.confirmDueAt) },
          { label: t("form.materialsDueAt"), value: moment(event.materialsDueAt) },
          { label: t("form.audienceDueAt"), value: moment(event.audienceDueAt) },
        ]}
      />
    </Card>
  );
}

export function HistoryCard({
  timeline,
}: {
  timeline: readonly {
    id: string;
    move: string;
    at: string | Date;
    actorName: string | null;
    note: string;
  }[];
}) {
  const { t } = useTranslation("roadshows");
  if (timeline.length === 0) return null;
  return (
    <Card title={t("overview.timeline")}>
      <Timeline
        label={t("overview.timeline")}
        items={timeline.map((one) => ({
          id: one.id,
          title: t(`moves.${one.move as RoadshowMove}`),
          at: one.at,
          actor: one.actorName ?? t("overview.market"),
          note: one.note || undefined,
          tone: one.move === "cancel" || one.move === "sendBack" ? "danger" : "brand",
        }))}
      />
    </Card>
  );
}

/** Words of the office, or why the event was called off. */
export function NoteAlerts({
  state,
  vettingNote,
  cancelNote,
}: {
  state: string;
  vettingNote: string;
  cancelNote: string;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <>
      {cancelNote !== "" && (
        <Alert tone="danger" title={t("overview.cancelled")}>
          <span className="whitespace-pre-wrap">{cancelNote}</span>
        </Alert>
      )}
      {vettingNote !== "" && (
        <Alert tone={state === "DRAFT" ? "warning" : "info"} title={t("overview.sentBack")}>
          <span className="whitespace-pre-wrap">{vettingNote}</span>
        </Alert>
      )}
    </>
  );
}
