import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { DateInput } from "~/components/ui/date-input";
import { RowFields } from "~/components/ui/row-fields";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { type AbsenceRow, MAX_ABSENCES } from "~/domain/roadshows/call/absence-schema";

type Props = {
  absences: readonly AbsenceRow[];
  /** Days of the event; any day where they are not known yet. */
  days: readonly string[];
  view: FormAnswer;
};

/** Times at which the presenter cannot come. */
export function AbsenceFields({ absences, days, view }: Props) {
  const { t } = useTranslation("pitches");
  return (
    <RowFields
      name="unavailable"
      label={t("form.unavailable")}
      hint={t("form.unavailableHint")}
      error={view.error("unavailable")}
      count={view.count("unavailable", absences.length)}
      spare={1}
      max={MAX_ABSENCES}
      rowLabel={(number) => t("form.unavailableRow", { number })}
    >
      {(prefix, index) => {
        const row = absences[index];
        const day = {
          name: `${prefix}.day`,
          label: t("form.day"),
          defaultValue: view.text(`${prefix}.day`, row?.day),
          error: view.error(`${prefix}.day`),
        };
        return (
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {days.length > 0 ? (
              <Select
                {...day}
                className="col-span-2 sm:col-span-1"
                placeholder="—"
                options={days.map((value) => ({ value, label: value }))}
              />
            ) : (
              <DateInput {...day} className="col-span-2 sm:col-span-1" />
            )}
            {(["from", "to"] as const).map((name) => (
              <TextInput
                key={name}
                type="time"
                name={`${prefix}.${name}`}
                label={t(`form.${name}`)}
                defaultValue={view.text(`${prefix}.${name}`, row?.[name])}
                error={view.error(`${prefix}.${name}`)}
              />
            ))}
          </div>
        );
      }}
    </RowFields>
  );
}
