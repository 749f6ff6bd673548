import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Textarea } from "~/components/ui/textarea";
import { QUESTION_MAX } from "~/domain/roadshows/day/audience-schema";
import type {
  AudienceProject,
  AudienceQuestion,
  LivePage,
} from "~/domain/roadshows/day/audience-view";

type Props = {
  page: LivePage;
  project: AudienceProject;
  mayAct: boolean;
  view: FormAnswer;
};

/** Questions about a project, the most wanted first; asking and voting for people who are registered. */
export function AudienceQuestions({ page, project, mayAct, view }: Props) {
  const { t } = useTranslation("stage");
  const isAsking = view.isRefused && view.text("intent") === "ask";
  return (
    <Card title={t("audience.questions")} id="questions" headingLevel={3}>
      {page.questions.length === 0 && <p className="text-muted">{t("audience.noQuestions")}</p>}
      <ul className="divide-y divide-line">
        {page.questions.map((one) => (
          <QuestionLine key={one.id} question={one} mayAct={mayAct} />
        ))}
      </ul>
      {mayAct && (
        <Form
          key={page.questions.length}
          method="post"
          className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-3"
          noValidate
        >
          <input type="hidden" name="projectId" value={project.id} />
          <Textarea
            name="text"
            label={t("audience.ask")}
            hint={page.isModerated ? t("audience.moderated") : undefined}
            rows={2}
            maxLength={QUESTION_MAX}
            required
            defaultValue={isAsking ? view.text("text") : ""}
            error={isAsking ? view.error("text") : undefined}
          />
          <Checkbox name="isAnonymous" label={t("audience.anonymous")} />
          <div>
            <SubmitButton intent="ask">{t("audience.askDo")}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

function QuestionLine({ question, mayAct }: { question: AudienceQuestion; mayAct: boolean }) {
  const { t } = useTranslation("stage");
  const button = question.isOwn
    ? question.isAnswered
      ? null
      : ("withdrawQuestion" as const)
    : question.isAnswered
      ? null
      : question.hasVoted
        ? ("unvote" as const)
        : ("vote" as const);
  const words = {
    withdrawQuestion: t("audience.withdraw"),
    unvote: t("audience.unvote"),
    vote: t("audience.vote"),
  };
  return (
    <li className="space-y-1.5 py-3 first:pt-0">
      <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{question.text}</p>
      <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span>{question.name ?? t("anonymous")}</span>
        <span>{t("audience.votes", { count: question.votes })}</span>
        {question.isWaiting && <Badge tone="warning">{t("audience.waiting")}</Badge>}
        {question.isAnswered && <Badge tone="success">{t("audience.answered")}</Badge>}
        {mayAct && button && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="questionId" value={question.id} />
            <SubmitButton
              intent={button}
              size="sm"
              variant={button === "vote" ? "secondary" : "quiet"}
              aria-label={`${words[button]}: ${question.text.slice(0, 40)}`}
            >
              {words[button]}
            </SubmitButton>
          </Form>
        )}
      </div>
    </li>
  );
}
