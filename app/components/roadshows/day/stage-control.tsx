import { Form, useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import { MESSAGE_MAX } from "~/domain/roadshows/day/stage-order-schema";
import type { StageControlPage } from "~/domain/roadshows/day/stage-view";
import { useEntryText } from "./entry-text";
import { StageTimer } from "./stage-timer";
import { useLiveStage, useTick } from "./use-live-stage";

type Props = { page: StageControlPage; view: FormAnswer };

/** Leads a stage by plain forms; the clock and the board follow other controllers. */
export function StageControl({ page, view }: Props) {
  const { t } = useTranslation("stage");
  const text = useEntryText();
  const { revalidate } = useRevalidator();
  const { board, now } = useLiveStage(page, revalidate);
  const time = useTick(now, page.now, board.phase === "TALK" || board.phase === "QA");
  const revision = <input type="hidden" name="revision" value={board.revision} />;
  const { phase } = board;
  const isRunning = phase === "TALK" || phase === "QA";
  const moves = [
    { intent: "talk", isOpen: phase === "WAITING" || phase === "PAUSED" || phase === "QA" },
    { intent: "qa", isOpen: (phase === "TALK" || phase === "PAUSED") && board.entry !== null },
    { intent: "pause", isOpen: isRunning },
    { intent: "resume", isOpen: phase === "PAUSED" },
    { intent: "over", isOpen: (isRunning || phase === "PAUSED") && board.entry !== null },
  ] as const;
  const subject = board.entry ?? board.next;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0 space-y-5">
        {!page.isOpen && <Alert tone="info">{t("control.notOpen")}</Alert>}
        <Card
          title={board.placeName}
          actions={
            <>
              <LinkButton
                to={`/roadshows/${page.roadshowNumber}/stage/${board.placeId}`}
                size="sm"
                icon="external"
                target="_blank"
              >
                {t("control.screen")}
              </LinkButton>
              <LinkButton to={`/desk/roadshows/${page.roadshowId}/stage`} size="sm">
                {t("control.halls")}
              </LinkButton>
            </>
          }
        >
          <div aria-live="polite" className="mb-4">
            <p className="text-sm text-muted">{t("control.now")}</p>
            <p className="text-xl font-medium text-ink [overflow-wrap:anywhere]">
              {subject ? text.name(subject) : t("nothing")}
            </p>
            {subject && (
              <p className="text-muted">
                <span className="tabular">{text.slot(subject)}</span> {text.who(subject)}
              </p>
            )}
          </div>
          <StageTimer board={board} now={time} />
          {page.mayLead && page.isOpen && (
            <Form
              method="post"
              className="mt-5 flex flex-wrap gap-3"
              aria-label={t("control.moves")}
            >
              {revision}
              {moves
                .filter((one) => one.isOpen && subject)
                .map(({ intent }, at) => (
                  <SubmitButton
                    key={intent}
                    intent={intent}
                    size="lg"
                    variant={at === 0 && phase === "WAITING" ? "primary" : "secondary"}
                  >
                    {t(`control.${intent}`)}
                  </SubmitButton>
                ))}
            </Form>
          )}
          {page.mayLead && page.isOpen && subject?.projectId && (
            <Disclosure
              summary={t("control.absent")}
              open={view.isRefused && view.text("intent") === "absent"}
            >
              <Form method="post" className="grid gap-3" noValidate>
                {revision}
                <TextInput
                  name="note"
                  label={t("control.absentNote")}
                  maxLength={200}
                  required
                  defaultValue={view.text("note")}
                  error={view.error("note")}
                />
                <div>
                  <SubmitButton intent="absent" variant="danger" size="sm">
                    {t("control.absent")}
                  </SubmitButton>
                </div>
              </Form>
            </Disclosure>
          )}
          {!page.mayLead && <p className="mt-4 text-sm text-muted">{t("control.readOnly")}</p>}
        </Card>
        <Card title={t("control.question")}>
          {page.questions.length === 0 && (
            <p className="text-muted">
              {t(page.isConfidential ? "control.confidentialQuestions" : "control.noQuestion")}
            </p>
          )}
          <ul className="divide-y divide-line">
            {page.questions.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3 py-3 first:pt-0">
                <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {one.text}{" "}
                  <span className="text-sm text-muted">
                    {t("audience.votes", { count: one.votes })}
                  </span>
                </p>
                {one.id === page.shownQuestionId ? (
                  <Badge tone="brand">{t("control.shown")}</Badge>
                ) : (
                  page.isOpen && (
                    <Form method="post">
                      {revision}
                      <input type="hidden" name="questionId" value={one.id} />
                      <SubmitButton intent="question" size="sm" variant="secondary">
                        {t("control.show")}
                      </SubmitButton>
                    </Form>
                  )
                )}
              </li>
            ))}
          </ul>
          {page.shownQuestionId && page.isOpen && (
            <Form method="post" className="mt-3">
              {revision}
              <SubmitButton intent="question" size="sm" variant="quiet">
                {t("control.remove")}
              </SubmitButton>
            </Form>
          )}
        </Card>
      </div>
      <div className="min-w-0 space-y-5">
        {page.mayLead && (
          <Card title={t("control.message")}>
            <Form method="post" className="grid gap-3" noValidate>
              {revision}
              <TextInput
                key={board.message}
                name="message"
                label={t("control.message")}
                labelHidden
                hint={t("control.messageHint")}
                maxLength={MESSAGE_MAX}
                defaultValue={view.text("message", board.message)}
                error={view.error("message")}
              />
              <div>
                <SubmitButton intent="message" variant="secondary">
                  {t("control.messageDo")}
                </SubmitButton>
              </div>
            </Form>
          </Card>
        )}
        <Card title={t("control.programme")}>
          {page.entries.length === 0 && <p className="text-muted">{t("nothing")}</p>}
          <ol className="divide-y divide-line">
            {page.entries.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3 py-2.5 first:pt-0">
                <p className="min-w-0 flex-1">
                  <span className="tabular text-sm text-muted">{text.slot(one)}</span>
                  <br />
                  <span className="[overflow-wrap:anywhere]">{text.name(one)}</span>
                </p>
                {one.id === board.entry?.id ? (
                  <Badge tone="brand">{t("control.now")}</Badge>
                ) : (
                  page.mayLead &&
                  page.isOpen && (
                    <Form method="post">
                      {revision}
                      <input type="hidden" name="entryId" value={one.id} />
                      <SubmitButton
                        intent="select"
                        size="sm"
                        variant="quiet"
                        aria-label={`${t("control.select")} ${text.name(one)}`}
                      >
                        {t("control.selectDo")}
                      </SubmitButton>
                    </Form>
                  )
                )}
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </div>
  );
}
