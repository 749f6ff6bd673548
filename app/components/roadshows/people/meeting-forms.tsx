import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { MESSAGE_MAX, MINUTES_MAX } from "~/domain/roadshows/meetings/wish-schema";
import type { MeetingRowProps } from "./meeting-row-props";

const isHere = ({ meeting, view }: MeetingRowProps) =>
  view.isRefused && view.text("meetingId") === meeting.id;

/** Yes or no to who asked. */
export function AnswerForm(props: MeetingRowProps) {
  const { meeting, view } = props;
  const { t } = useTranslation("meetings");
  return (
    <Form
      method="post"
      preventScrollReset
      noValidate
      aria-label={t("own.with", { name: meeting.other.name })}
      className="grid max-w-xl gap-3"
    >
      <input type="hidden" name="meetingId" value={meeting.id} />
      <TextInput
        name="note"
        id={`note-${meeting.id}`}
        label={t("own.note")}
        hint={t("own.noteHint")}
        maxLength={MESSAGE_MAX}
        defaultValue={isHere(props) ? view.text("note") : ""}
        error={isHere(props) ? view.error("note") : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton intent="accept" size="sm" icon="check">
          {t("own.accept")}
        </SubmitButton>
        <SubmitButton intent="decline" size="sm" variant="secondary">
          {t("own.decline")}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Whether they met, and what was agreed. */
export function RecordForm(props: MeetingRowProps) {
  const { meeting, view } = props;
  const { t } = useTranslation("meetings");
  return (
    <Disclosure summary={t("own.record")} open={isHere(props)}>
      <Form
        method="post"
        preventScrollReset
        noValidate
        aria-label={t("own.with", { name: meeting.other.name })}
        className="grid max-w-xl gap-3"
      >
        <input type="hidden" name="meetingId" value={meeting.id} />
        <Textarea
          name="minutes"
          id={`minutes-${meeting.id}`}
          label={t("own.minutes")}
          hint={t("own.minutesHint")}
          rows={3}
          maxLength={MINUTES_MAX}
          defaultValue={isHere(props) ? view.text("minutes") : meeting.minutes}
          error={isHere(props) ? view.error("minutes") : undefined}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton intent="held" size="sm">
            {t("own.held")}
          </SubmitButton>
          {meeting.state === "ACCEPTED" && (
            <SubmitButton intent="missed" size="sm" variant="secondary">
              {t("own.missed")}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Disclosure>
  );
}

/** Takes a request back, or cancels what is agreed. */
export function LeaveForm({ meeting }: MeetingRowProps) {
  const { t } = useTranslation("meetings");
  const isAgreed = meeting.state === "ACCEPTED";
  const form = (
    <Form method="post" preventScrollReset className="grid gap-2">
      <input type="hidden" name="meetingId" value={meeting.id} />
      {isAgreed && <p className="text-sm text-muted">{t("own.cancelText")}</p>}
      <div>
        <SubmitButton intent="leave" size="sm" variant={isAgreed ? "danger" : "secondary"}>
          {t(isAgreed ? "own.cancel" : "own.withdraw")}
        </SubmitButton>
      </div>
    </Form>
  );
  return isAgreed ? <Disclosure summary={t("own.cancel")}>{form}</Disclosure> : form;
}
