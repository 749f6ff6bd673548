import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { Choice } from "~/components/ui/choice";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { ITEM_KINDS, ITEM_POSITIONS } from "~/domain/roadshows/events/place-schema";
import type { ProgrammeItemView } from "~/domain/roadshows/events/roadshow-view";
import { MomentInput } from "./moment-input";

type Props = {
  /** What is changed; null adds a new one. */
  item: ProgrammeItemView | null;
  places: readonly { id: string; name: string }[];
  people: readonly { value: string; label: string }[];
  /** Of the event as it is shown. */
  revision: number;
  view: FormAnswer;
};

/** One item of the programme, fixed or left to the timetable. */
export function ItemForm({ item, places, people, revision, view }: Props) {
  const { t } = useTranslation("roadshows");
  return (
    <Card title={t(item ? "item.edit" : "item.add")} id="item">
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        {item && <input type="hidden" name="id" value={item.id} />}
        <input type="hidden" name="revision" value={revision} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="kind"
            id="item-kind"
            label={t("item.kind")}
            required
            options={ITEM_KINDS.map((value) => ({ value, label: t(`itemKinds.${value}`) }))}
            defaultValue={view.text("kind", item?.kind ?? "OPENING")}
            error={view.error("kind")}
          />
          <TextInput
            name="title"
            label={t("item.name")}
            required
            maxLength={60}
            defaultValue={view.text("title", item?.title)}
            error={view.error("title")}
          />
          <NumberInput
            name="minutes"
            label={t("item.minutes")}
            unit={t("form.minutes")}
            required
            integer
            width="short"
            defaultValue={view.text("minutes", item ? String(item.minutes) : "")}
            error={view.error("minutes")}
          />
          <Select
            name="position"
            label={t("item.position")}
            options={ITEM_POSITIONS.map((value) => ({ value, label: t(`positions.${value}`) }))}
            defaultValue={view.text("position", item?.position ?? "ANY")}
            error={view.error("position")}
          />
          <Select
            name="placeId"
            label={t("item.place")}
            placeholder={t("item.free")}
            options={places.map((one) => ({ value: one.id, label: one.name }))}
            defaultValue={view.text("placeId", item?.placeId)}
            error={view.error("placeId")}
          />
          <MomentInput
            name="startsAt"
            label={t("item.startsAt")}
            hint={t("form.momentHint")}
            defaultValue={view.text("startsAt", item?.startsAt)}
            error={view.error("startsAt")}
          />
        </div>
        {people.length > 0 && (
          <CheckboxGroup
            name="personIds"
            label={t("itemPeople.label")}
            hint={t("itemPeople.hint")}
            columns={2}
            options={people}
            defaultValue={view.list("personIds", item?.personIds)}
            error={view.error("personIds")}
          />
        )}
        <Choice
          kind="checkbox"
          id="field-isPublic"
          name="isPublic"
          value="on"
          label={t("item.isPublic")}
          look="plain"
          defaultChecked={
            view.isRefused ? view.text("isPublic") === "on" : (item?.isPublic ?? true)
          }
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton intent="item">{t("item.save")}</SubmitButton>
          {item && (
            <Link to="?" className="link">
              {t("place.cancel")}
            </Link>
          )}
        </div>
      </Form>
    </Card>
  );
}
