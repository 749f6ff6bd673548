import { Form } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { formatDateTime } from "~/components/ui/date-time";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { useAutosave } from "~/components/ui/use-autosave";
import { PROJECT_LIMITS } from "~/domain/roadshows/call/project-schema";
import type { ProjectPage } from "~/domain/roadshows/call/project-view";
import { ConfidentialityField, NoveltyFields } from "./novelty-fields";
import { PresenterFields } from "./presenter-fields";

type Option = { value: string; label: string };
type Props = { page: ProjectPage; fields: readonly Option[]; view: FormAnswer };

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The form of a project: plain fields, saved by hand or, with scripts, while it is being written. */
export function ProjectForm({ page, fields, view }: Props) {
  const { t } = useTranslation("pitches");
  const form = useRef<HTMLFormElement>(null);
  const { content } = page;
  const { state, touched, hold } = useAutosave(form, {
    url: `/desk/pitches/${content.id}/autosave`,
    revision: content.revision,
  });
  const isSupply = content.side === "SUPPLY";
  const saved = state.savedAt ? formatDateTime(state.savedAt, "time") : "";
  const isReturned = content.state === "RETURNED";
  return (
    <Form
      ref={form}
      method="post"
      className="space-y-5"
      noValidate
      onInput={touched}
      onSubmit={hold}
    >
      <input type="hidden" name="revision" defaultValue={content.revision} />
      <ContentFields page={page} fields={fields} view={view} />
      {isSupply ? (
        <NoveltyFields content={content} view={view} />
      ) : (
        <Card title={t("novelty.confidentiality")}>
          <ConfidentialityField content={content} view={view} />
        </Card>
      )}
      <PresenterFields page={page} view={view} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton intent="save" variant="secondary">
          {t("form.save")}
        </SubmitButton>
        {page.isCallOpen && (
          <SubmitButton intent="submit">
            {isReturned ? t("form.resubmit") : t("form.submit")}
          </SubmitButton>
        )}
        <p role="status" className="text-sm text-muted">
          {state.kind === "saved"
            ? t("form.autosave.saved", { time: saved })
            : t(`form.autosave.${state.kind}`)}
        </p>
      </div>
    </Form>
  );
}

function ContentFields({ page, fields, view }: Props) {
  const { t } = useTranslation("pitches");
  const { content, event } = page;
  const isSupply = content.side === "SUPPLY";
  const texts = [
    ["highlights", 3, ""],
    ["ipNote", 2, t("form.ipHint")],
    ["cooperationWish", 2, ""],
  ] as const;
  return (
    <Card title={t("form.content")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <TextInput
          name="title"
          label={t("form.titleField")}
          required
          maxLength={PROJECT_LIMITS.title}
          defaultValue={view.text("title", content.title)}
          error={view.error("title")}
        />
        <Textarea
          name="summary"
          label={isSupply ? t("form.summary") : t("form.summaryDemand")}
          required
          rows={6}
          maxLength={event.summaryMax}
          defaultValue={view.text("summary", content.summary)}
          error={view.error("summary")}
        />
        <CheckboxGroup
          name="fieldCodes"
          label={t("form.fields")}
          required
          columns={3}
          options={fields}
          defaultValue={view.list("fieldCodes", content.fieldCodes)}
          error={view.error("fieldCodes")}
        />
        <Select
          name="trl"
          label={t("form.trl")}
          required={isSupply}
          width="medium"
          placeholder={t("form.trlNone")}
          options={LEVELS.map((level) => ({
            value: String(level),
            label: t("form.trlLevel", { level }),
          }))}
          defaultValue={view.text("trl", content.trl ? String(content.trl) : "")}
          error={view.error("trl")}
        />
        {texts.map(([name, rows, hint]) => (
          <Textarea
            key={name}
            name={name}
            label={t(`form.${name}`)}
            hint={hint}
            required={name === "cooperationWish" || (name === "ipNote" && isSupply)}
            rows={rows}
            maxLength={PROJECT_LIMITS[name]}
            defaultValue={view.text(name, content[name])}
            error={view.error(name)}
          />
        ))}
        <TextInput
          name="priceWish"
          label={t("form.priceWish")}
          hint={t("form.priceHint")}
          maxLength={PROJECT_LIMITS.priceWish}
          defaultValue={view.text("priceWish", content.priceWish)}
          error={view.error("priceWish")}
        />
      </div>
    </Card>
  );
}
