import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { NumberInput } from "~/components/ui/number-input";
import { RowFields } from "~/components/ui/row-fields";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { EVENT_LANGUAGES } from "~/domain/roadshows/events/event-form-schema";
import { EQUIPMENT, MAX_OPENINGS, PLACE_KINDS } from "~/domain/roadshows/events/place-schema";
import type { PlaceView } from "~/domain/roadshows/events/roadshow-view";
import { MomentInput } from "./moment-input";

type Props = {
  /** What is changed; null adds a new one. */
  place: PlaceView | null;
  /** First days of the event, offered as openings of a new place. */
  days: readonly string[];
  /** Of the event as it is shown. */
  revision: number;
  view: FormAnswer;
};

/** One hall, room of tables or online room. */
export function PlaceForm({ place, days, revision, view }: Props) {
  const { t } = useTranslation("roadshows");
  const openings =
    place?.openings ?? days.map((day) => ({ from: `${day}T09:00`, to: `${day}T18:00` }));
  return (
    <Card title={t(place ? "place.edit" : "place.add")} id="place">
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        {place && <input type="hidden" name="id" value={place.id} />}
        <input type="hidden" name="revision" value={revision} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="kind"
            label={t("place.kind")}
            required
            options={PLACE_KINDS.map((value) => ({ value, label: t(`placeKinds.${value}`) }))}
            defaultValue={view.text("kind", place?.kind ?? "HALL")}
            error={view.error("kind")}
          />
          <TextInput
            name="name"
            label={t("place.name")}
            required
            maxLength={40}
            defaultValue={view.text("name", place?.name)}
            error={view.error("name")}
          />
          <NumberInput
            name="count"
            label={t("place.count")}
            hint={t("place.countHint")}
            integer
            width="short"
            defaultValue={view.text("count", String(place?.count ?? 1))}
            error={view.error("count")}
          />
          <NumberInput
            name="capacity"
            label={t("place.capacity")}
            hint={t("place.capacityHint")}
            unit={t("form.people")}
            integer
            width="short"
            defaultValue={view.text("capacity", String(place?.capacity ?? 50))}
            error={view.error("capacity")}
          />
          <TextInput
            name="zone"
            label={t("place.zone")}
            hint={t("place.zoneHint")}
            maxLength={20}
            defaultValue={view.text("zone", place?.zone)}
            error={view.error("zone")}
          />
          <NumberInput
            name="setupMinutes"
            label={t("place.setupMinutes")}
            unit={t("form.minutes")}
            integer
            width="short"
            defaultValue={view.text("setupMinutes", String(place?.setupMinutes ?? 0))}
            error={view.error("setupMinutes")}
          />
        </div>
        <CheckboxGroup
          name="equipment"
          label={t("place.equipment")}
          columns={3}
          options={EQUIPMENT.map((value) => ({ value, label: t(`equipment.${value}`) }))}
          defaultValue={view.list("equipment", place?.equipment)}
          error={view.error("equipment")}
        />
        <CheckboxGroup
          name="languages"
          label={t("place.languages")}
          columns={2}
          options={EVENT_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          defaultValue={view.list("languages", place?.languages)}
          error={view.error("languages")}
        />
        <TextInput
          name="url"
          label={t("place.url")}
          inputMode="url"
          defaultValue={view.text("url", place?.url)}
          error={view.error("url")}
        />
        <RowFields
          name="openings"
          label={t("place.openings")}
          hint={`${t("form.momentHint")} · ${t("place.openingsHint")}`}
          error={view.error("openings")}
          count={view.count("openings", openings.length)}
          spare={2}
          max={MAX_OPENINGS}
          rowLabel={(number) => t("place.opening", { number })}
        >
          {(prefix, index) => (
            <div className="grid gap-3 sm:grid-cols-2">
              {(["from", "to"] as const).map((end) => (
                <MomentInput
                  key={end}
                  name={`${prefix}.${end}`}
                  label={t(`place.${end}`)}
                  defaultValue={view.text(`${prefix}.${end}`, openings[index]?.[end])}
                  error={view.error(`${prefix}.${end}`)}
                />
              ))}
            </div>
          )}
        </RowFields>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton intent="place">{t("place.save")}</SubmitButton>
          {place && (
            <Link to="?" className="link">
              {t("place.cancel")}
            </Link>
          )}
        </div>
      </Form>
    </Card>
  );
}
