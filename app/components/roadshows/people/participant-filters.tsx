import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import {
  LIST_MEETINGS,
  LIST_ROLES,
  LIST_STATES,
  type ListFilter,
} from "~/domain/roadshows/people/participant-list-view";

/** Filters of the organiser's list as a plain form. */
export function ParticipantFilters({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation("meetings");
  const any = t("list.any");
  return (
    <Form
      method="get"
      role="search"
      aria-label={t("list.filter")}
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto] lg:items-end"
    >
      <TextInput name="q" label={t("list.q")} defaultValue={filter.q} />
      <Select
        name="state"
        label={t("list.state")}
        placeholder={any}
        defaultValue={filter.state ?? ""}
        options={LIST_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <Select
        name="role"
        label={t("list.role")}
        placeholder={any}
        defaultValue={filter.role ?? ""}
        options={LIST_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      />
      <Select
        name="meetings"
        label={t("list.meetings")}
        placeholder={any}
        defaultValue={filter.meetings ?? ""}
        options={LIST_MEETINGS.map((value) => ({ value, label: t(`list.meetingsOf.${value}`) }))}
      />
      <div>
        <Button type="submit">{t("list.apply")}</Button>
      </div>
    </Form>
  );
}
