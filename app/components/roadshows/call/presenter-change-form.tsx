import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { PROJECT_LIMITS } from "~/domain/roadshows/call/project-schema";
import type { ProjectPage } from "~/domain/roadshows/call/project-view";
import { AbsenceFields } from "./absence-fields";

/** A colleague takes over: who, and when that person cannot come. */
export function PresenterChangeForm({ page, view }: { page: ProjectPage; view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  const { content, event, colleagues } = page;
  const isRefused = view.text("intent") === "presenter";
  return (
    <Card title={t("presenterChange.title")}>
      <Disclosure summary={t("presenterChange.do")} open={isRefused}>
        <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
          <p className="text-sm text-muted">{t("presenterChange.hint")}</p>
          <input type="hidden" name="revision" value={content.revision} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
            <Select
              name="presenterUserId"
              label={t("form.presenterUserId")}
              required
              placeholder="—"
              options={colleagues.filter(({ value }) => value !== content.presenterUserId)}
              defaultValue={view.text("presenterUserId")}
              error={view.error("presenterUserId")}
            />
            <TextInput
              name="presenterTitle"
              label={t("form.presenterTitle")}
              maxLength={PROJECT_LIMITS.presenterTitle}
              defaultValue={view.text("presenterTitle")}
              error={view.error("presenterTitle")}
            />
          </div>
          <AbsenceFields absences={[]} days={event.days} view={view} />
          <div>
            <SubmitButton intent="presenter">{t("presenterChange.do")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}
