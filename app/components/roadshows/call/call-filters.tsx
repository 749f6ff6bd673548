import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { HANDED_IN_STATES } from "~/domain/roadshows/call/project-procedure";
import { SIDES } from "~/domain/roadshows/call/project-schema";

/** Filters of the organiser's list as a plain form. */
export function CallFilters({
  chosen,
}: {
  chosen: Record<"state" | "side" | "q" | "sort", string>;
}) {
  const { t } = useTranslation("pitches");
  const any = t("call.filter.any");
  return (
    <Form
      method="get"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto] lg:items-end"
      aria-label={t("call.filter.label")}
    >
      <TextInput name="q" label={t("call.filter.q")} defaultValue={chosen.q} />
      <Select
        name="state"
        label={t("call.filter.state")}
        placeholder={any}
        defaultValue={chosen.state}
        options={HANDED_IN_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <Select
        name="side"
        label={t("call.filter.side")}
        placeholder={any}
        defaultValue={chosen.side}
        options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      <Select
        name="sort"
        label={t("call.filter.sort")}
        defaultValue={chosen.sort}
        options={[
          { value: "number", label: t("call.filter.byNumber") },
          { value: "rank", label: t("call.filter.byRank") },
        ]}
      />
      <div>
        <Button type="submit">{t("call.filter.apply")}</Button>
      </div>
    </Form>
  );
}
