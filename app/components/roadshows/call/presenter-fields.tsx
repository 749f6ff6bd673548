import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { PROJECT_LIMITS } from "~/domain/roadshows/call/project-schema";
import type { ProjectPage } from "~/domain/roadshows/call/project-view";
import { AbsenceFields } from "./absence-fields";

type Props = { page: ProjectPage; view: FormAnswer };

/** Who presents, in what language, with what equipment, and when not. */
export function PresenterFields({ page, view }: Props) {
  const { t } = useTranslation("pitches");
  const { content, event, colleagues } = page;
  return (
    <Card title={t("form.presenter")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
        <Select
          name="presenterUserId"
          label={t("form.presenterUserId")}
          hint={t("form.presenterHint")}
          className="sm:col-span-2"
          placeholder={t("form.presenterOther")}
          options={colleagues}
          defaultValue={view.text("presenterUserId", content.presenterUserId)}
          error={view.error("presenterUserId")}
        />
        <TextInput
          name="presenterName"
          label={t("form.presenterName")}
          required
          maxLength={PROJECT_LIMITS.presenterName}
          defaultValue={view.text("presenterName", content.presenterName)}
          error={view.error("presenterName")}
        />
        <TextInput
          name="presenterTitle"
          label={t("form.presenterTitle")}
          maxLength={PROJECT_LIMITS.presenterTitle}
          defaultValue={view.text("presenterTitle", content.presenterTitle)}
          error={view.error("presenterTitle")}
        />
        <NumberInput
          name="companions"
          label={t("form.companions")}
          hint={t("form.companionsHint", { max: event.companionsMax })}
          integer
          width="short"
          defaultValue={view.text("companions", String(content.companions))}
          error={view.error("companions")}
        />
        <Select
          name="language"
          label={t("form.language")}
          required
          options={event.languages.map((value) => ({
            value,
            label: t(`languages.${value as "zh-CN" | "en"}`),
          }))}
          defaultValue={view.text("language", content.language)}
          error={view.error("language")}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:col-span-2">
          {event.format === "BOTH" && (
            <Checkbox
              name="isOnline"
              label={t("form.isOnline")}
              defaultChecked={view.text("isOnline", content.isOnline ? "on" : "") === "on"}
              error={view.error("isOnline")}
            />
          )}
          {event.equipment.length > 0 && (
            <CheckboxGroup
              name="equipment"
              label={t("form.equipment")}
              hint={t("form.equipmentHint")}
              columns={3}
              defaultValue={view.list("equipment", content.equipment)}
              error={view.error("equipment")}
              options={event.equipment.map((value) => ({
                value,
                label: t(`equipment.${value as "PROJECTOR"}`),
              }))}
            />
          )}
          <AbsenceFields absences={content.absences} days={event.days} view={view} />
        </div>
      </div>
    </Card>
  );
}
