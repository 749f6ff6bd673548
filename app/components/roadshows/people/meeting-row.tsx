import { useTranslation } from "react-i18next";
import { LocalTime } from "~/components/roadshows/events/local-time";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { AnswerForm, LeaveForm, RecordForm } from "./meeting-forms";
import type { MeetingRowProps } from "./meeting-row-props";
import { MeetingStateBadge } from "./person-state";

/** One meeting of the visitor with what may be done about it. */
export function MeetingRow({ meeting, isDay, view }: MeetingRowProps) {
  const { t } = useTranslation("meetings");
  const { other, state, slot, isOwnRequest, project } = meeting;
  const isWaiting = state === "REQUESTED";
  return (
    <article className="grid gap-3 px-4 py-4 sm:px-5">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg font-semibold text-ink">{other.name}</h2>
          <MeetingStateBadge state={state} />
          <span className="text-sm text-muted">
            {t(`own.source.${meeting.source as "REQUEST"}`)}
          </span>
        </div>
        <p className="text-sm text-muted">
          {[other.organisationName, other.title].filter(Boolean).join(" · ")}
        </p>
      </header>
      <DescriptionList
        hideEmpty
        items={[
          {
            label: t("people.about"),
            value: project ? (project.title ?? t("people.confidential")) : "",
            wide: true,
          },
          {
            label: t("own.slot"),
            value:
              state === "ACCEPTED" || slot ? (
                slot ? (
                  <>
                    {`${formatDateTime(slot.startsAt, "datetime")}–${formatDateTime(slot.endsAt, "time")}，${t("own.slotValue", { place: slot.placeName, seat: slot.seat })} `}
                    <LocalTime from={slot.startsAt} to={slot.endsAt} />
                  </>
                ) : (
                  t("own.noSlot")
                )
              ) : (
                ""
              ),
            wide: true,
          },
          { label: t("own.message"), value: meeting.message, wide: true },
          { label: t("own.declineNote"), value: meeting.declineNote, wide: true },
          {
            label: t("own.minutes"),
            value: meeting.minutes && (
              <span className="whitespace-pre-wrap">{meeting.minutes}</span>
            ),
            wide: true,
          },
        ]}
      />
      {isWaiting && !isOwnRequest && <AnswerForm meeting={meeting} isDay={isDay} view={view} />}
      {(state === "HELD" || (isDay && ["ACCEPTED", "MISSED"].includes(state))) && (
        <RecordForm meeting={meeting} isDay={isDay} view={view} />
      )}
      {(state === "ACCEPTED" || (isWaiting && isOwnRequest)) && (
        <LeaveForm meeting={meeting} isDay={isDay} view={view} />
      )}
    </article>
  );
}
