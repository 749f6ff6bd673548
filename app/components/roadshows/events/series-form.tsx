import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";

/** Begins a series, or changes one; its organiser stays. */
export function SeriesForm({
  series,
  organisations,
  view,
}: {
  series: { organisationId: string; title: string; intro: string } | null;
  organisations: readonly { value: string; label: string }[];
  view: FormAnswer;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <Card title={t(series ? "series.edit" : "series.new")} id="series">
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        {series ? (
          <input type="hidden" name="organisationId" value={series.organisationId} />
        ) : (
          <Select
            name="organisationId"
            label={t("series.organisation")}
            required
            options={organisations}
            defaultValue={view.text("organisationId", organisations[0]?.value)}
            error={view.error("organisationId")}
          />
        )}
        <TextInput
          name="title"
          label={t("series.name")}
          required
          maxLength={60}
          defaultValue={view.text("title", series?.title)}
          error={view.error("title")}
        />
        <Textarea
          name="intro"
          label={t("series.intro")}
          rows={4}
          maxLength={2000}
          defaultValue={view.text("intro", series?.intro)}
          error={view.error("intro")}
        />
        <div>
          <SubmitButton intent="save">{t("series.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
