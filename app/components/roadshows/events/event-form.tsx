import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import type { ChoiceNode } from "~/components/ui/choice-tree";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { EVENT_LANGUAGES, FORMATS } from "~/domain/roadshows/events/event-form-schema";
import { DaysFields, WhereFields } from "./event-form-parts";
import type { EventFormValues } from "./event-form-values";
import { RulesFields } from "./rules-fields";

type Props = {
  form: EventFormValues;
  fields: readonly { value: string; label: string }[];
  regions: readonly ChoiceNode[];
  view: FormAnswer;
};

/** The organiser's form of a draft; gaps are allowed until it is submitted. */
export function EventForm({ form, fields, regions, view }: Props) {
  const { t } = useTranslation("roadshows");
  return (
    <Form method="post" className="space-y-5" noValidate>
      <input type="hidden" name="revision" value={form.revision} />
      <Card title={t("form.basics")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <TextInput
            name="title"
            label={t("form.title")}
            required
            maxLength={80}
            defaultValue={view.text("title", form.title)}
            error={view.error("title")}
          />
          <Textarea
            name="intro"
            label={t("form.intro")}
            required
            rows={5}
            maxLength={4000}
            defaultValue={view.text("intro", form.intro)}
            error={view.error("intro")}
          />
          <CheckboxGroup
            name="fieldCodes"
            label={t("form.fields")}
            required
            options={fields}
            columns={3}
            defaultValue={view.list("fieldCodes", form.fieldCodes)}
            error={view.error("fieldCodes")}
          />
          <CascadingSelect
            name="regionCode"
            label={t("form.region")}
            required
            levels={[t("form.province"), t("form.city"), t("form.district")]}
            tree={regions}
            defaultValue={view.text("regionCode", form.regionCode)}
            error={view.error("regionCode")}
          />
          <CheckboxGroup
            name="languages"
            label={t("form.languages")}
            required
            columns={2}
            options={EVENT_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            defaultValue={view.list("languages", form.languages)}
            error={view.error("languages")}
          />
          {form.series.length > 0 && (
            <Select
              name="seriesId"
              label={t("form.series")}
              placeholder={t("form.noSeries")}
              options={form.series}
              width="medium"
              defaultValue={view.text("seriesId", form.seriesId)}
              error={view.error("seriesId")}
            />
          )}
          <RadioGroup
            name="format"
            label={t("form.format")}
            look="inline"
            options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
            defaultValue={view.text("format", form.format)}
            error={view.error("format")}
          />
        </div>
      </Card>
      <Card title={t("form.where")}>
        <WhereFields form={form} view={view} />
      </Card>
      <Card title={t("form.when")}>
        <DaysFields form={form} view={view} />
      </Card>
      <RulesFields form={form} view={view} />
      <SubmitButton intent="save">{t("form.save")}</SubmitButton>
    </Form>
  );
}

/** What may change after approval. */
export function AnnouncedEventForm({ form, view }: Pick<Props, "form" | "view">) {
  const { t } = useTranslation("roadshows");
  return (
    <Form method="post" className="space-y-5" noValidate>
      <input type="hidden" name="revision" value={form.revision} />
      <Card title={t("form.where")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Textarea
            name="intro"
            label={t("form.intro")}
            required
            rows={5}
            maxLength={4000}
            defaultValue={view.text("intro", form.intro)}
            error={view.error("intro")}
          />
          <WhereFields form={form} view={view} />
        </div>
      </Card>
      <SubmitButton intent="announced">{t("form.save")}</SubmitButton>
    </Form>
  );
}
