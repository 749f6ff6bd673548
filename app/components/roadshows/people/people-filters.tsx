import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import {
  PEOPLE_KINDS,
  PEOPLE_MARKS,
  type PeopleFilter,
} from "~/domain/roadshows/people/people-view";

/** Which people and projects are shown, as a plain form. */
export function PeopleFilters({ filter }: { filter: PeopleFilter }) {
  const { t } = useTranslation("meetings");
  return (
    <Form
      method="get"
      role="search"
      aria-label={t("people.filter")}
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto] lg:items-end"
    >
      <TextInput
        name="q"
        label={t("people.q")}
        placeholder={t("people.qHint")}
        defaultValue={filter.q}
      />
      <Select
        name="kind"
        label={t("people.kind")}
        defaultValue={filter.kind}
        options={PEOPLE_KINDS.map((value) => ({ value, label: t(`people.kinds.${value}`) }))}
      />
      <Select
        name="mark"
        label={t("people.mark")}
        defaultValue={filter.mark}
        options={PEOPLE_MARKS.map((value) => ({ value, label: t(`people.marks.${value}`) }))}
      />
      <div>
        <Button type="submit">{t("people.apply")}</Button>
      </div>
    </Form>
  );
}
