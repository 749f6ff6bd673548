import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { PUBLIC_STATES } from "~/domain/roadshows/events/roadshow-procedure";
import type { RoadshowFilters } from "~/domain/roadshows/events/roadshow-search-schema";

type Option = { value: string; label: string };

/** Filters of the public list as a plain form. */
export function RoadshowFilterForm({
  chosen,
  fields,
  regions,
}: {
  chosen: RoadshowFilters;
  fields: readonly Option[];
  regions: readonly Option[];
}) {
  const { t } = useTranslation("roadshows");
  const any = t("list.any");
  const isNarrowed =
    chosen.when === "past" ||
    [chosen.field, chosen.region, chosen.month, chosen.state].some(Boolean);
  return (
    <Form
      method="get"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto] lg:items-end"
      aria-label={t("list.filter")}
    >
      <Select
        name="when"
        label={t("list.when")}
        defaultValue={chosen.when}
        options={[
          { value: "coming", label: t("list.coming") },
          { value: "past", label: t("list.past") },
        ]}
      />
      <Select
        name="field"
        label={t("list.field")}
        placeholder={any}
        defaultValue={chosen.field}
        options={fields}
      />
      <Select
        name="region"
        label={t("list.region")}
        placeholder={any}
        defaultValue={chosen.region}
        options={regions}
      />
      <TextInput name="month" type="month" label={t("list.month")} defaultValue={chosen.month} />
      <Select
        name="state"
        label={t("list.state")}
        placeholder={any}
        defaultValue={chosen.state}
        options={PUBLIC_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-1">
        <Button type="submit" variant="secondary">
          {t("list.apply")}
        </Button>
        {isNarrowed && (
          <Link to="/roadshows" className="link text-sm">
            {t("list.clear")}
          </Link>
        )}
      </div>
    </Form>
  );
}
