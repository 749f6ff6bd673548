import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { DECLINE_CODES, type DeclineCode, NOTE_MAX } from "~/domain/matching/answer-schema";

/** Address that takes the answers; it sends the reader back where they came from. */
export const ANSWER_ACTION = "/desk/matches/answer";

type AnswerFormsProps = {
  needId: string;
  achievementId: string;
  /** Title of the counterpart, for screen readers. */
  title: string;
  /** Path to come back to. */
  returnTo: string;
  current: { answer: string; declineCode: DeclineCode | null } | null;
  /** What stands before the answers in the same row. */
  children?: ReactNode;
};

/** The three answers to one pair; "not for us" asks for a reason. Plain forms. */
export function AnswerForms({
  needId,
  achievementId,
  title,
  returnTo,
  current,
  children,
}: AnswerFormsProps) {
  const { t } = useTranslation("matching");
  const pair = (
    <>
      <input type="hidden" name="needId" value={needId} />
      <input type="hidden" name="achievementId" value={achievementId} />
      <input type="hidden" name="returnTo" value={returnTo} />
    </>
  );
  const id = `${needId}-${achievementId}`;
  const isNow = (answer: string) => current?.answer === answer;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      {children}
      <Form
        method="post"
        action={ANSWER_ACTION}
        preventScrollReset
        className="flex flex-wrap items-center gap-2"
        aria-label={title}
      >
        {pair}
        <Button
          type="submit"
          name="answer"
          value="INTERESTED"
          size="sm"
          variant={isNow("INTERESTED") ? "primary" : "secondary"}
          icon={isNow("INTERESTED") ? "check" : undefined}
          aria-pressed={isNow("INTERESTED")}
        >
          {t("answerInterested")}
        </Button>
        <Button
          type="submit"
          name="answer"
          value="NOT_NOW"
          size="sm"
          variant={isNow("NOT_NOW") ? "primary" : "quiet"}
          icon={isNow("NOT_NOW") ? "check" : undefined}
          aria-pressed={isNow("NOT_NOW")}
        >
          {t("answerNotNow")}
        </Button>
      </Form>
      <Disclosure summary={t("answerNotForUs")} open={isNow("NOT_FOR_US")}>
        <Form
          method="post"
          action={ANSWER_ACTION}
          preventScrollReset
          className="grid max-w-md gap-3"
        >
          {pair}
          <input type="hidden" name="answer" value="NOT_FOR_US" />
          <Select
            id={`decline-${id}`}
            name="declineCode"
            label={t("declineReason")}
            hint={t("declineHint")}
            required
            placeholder={t("declinePlaceholder")}
            options={DECLINE_CODES.map((code) => ({
              value: code,
              label: t(`declineCodes.${code}`),
            }))}
            defaultValue={current?.declineCode ?? ""}
          />
          <Textarea
            id={`note-${id}`}
            name="note"
            label={t("declineNote")}
            rows={2}
            maxLength={NOTE_MAX}
          />
          <div>
            <Button type="submit" size="sm" variant="secondary">
              {t("declineSubmit")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
