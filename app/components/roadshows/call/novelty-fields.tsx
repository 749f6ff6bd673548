import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import {
  ALL_NOVELTY_ANSWERS,
  CONFIDENTIALITIES,
  PROJECT_LIMITS,
} from "~/domain/roadshows/call/project-schema";
import type { ProjectContent } from "~/domain/roadshows/call/project-view";

type Props = { content: ProjectContent; view: FormAnswer };

/** The disclosure gate: what a public presentation does to novelty, and the presenter's answer. */
export function NoveltyFields({ content, view }: Props) {
  const { t } = useTranslation("pitches");
  return (
    <Card title={t("novelty.title")} id="novelty">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Alert tone="warning" title={t("novelty.warningTitle")}>
          {t("novelty.warning")}
        </Alert>
        <RadioGroup
          name="noveltyAnswer"
          label={t("novelty.question")}
          look="cards"
          required
          defaultValue={view.text("noveltyAnswer", content.noveltyAnswer)}
          error={view.error("noveltyAnswer")}
          options={ALL_NOVELTY_ANSWERS.map((value) => ({
            value,
            label: t(`novelty.answers.${value}`),
            hint: t(`novelty.answerHints.${value}`),
          }))}
        />
        <Textarea
          name="noveltyNote"
          label={t("novelty.note")}
          rows={2}
          maxLength={PROJECT_LIMITS.noveltyNote}
          defaultValue={view.text("noveltyNote", content.noveltyNote)}
          error={view.error("noveltyNote")}
        />
        <ConfidentialityField content={content} view={view} />
      </div>
    </Card>
  );
}

/** Before everybody, or under an undertaking. */
export function ConfidentialityField({ content, view }: Props) {
  const { t } = useTranslation("pitches");
  return (
    <RadioGroup
      name="confidentiality"
      label={t("novelty.confidentiality")}
      look="cards"
      defaultValue={view.text("confidentiality", content.confidentiality)}
      error={view.error("confidentiality")}
      options={CONFIDENTIALITIES.map((value) => ({
        value,
        label: t(`confidentialities.${value}`),
        hint: t(`confidentialityHints.${value}`),
      }))}
    />
  );
}
