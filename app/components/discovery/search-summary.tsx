import { useTranslation } from "react-i18next";
import { Tag } from "~/components/ui/badge";
import type { ActiveFilter } from "~/domain/discovery/listing-page-view";
import { valueLabel } from "./filter-labels";

/** A search in words: what is asked for, and what narrows it. */
export function SearchSummary({
  words,
  filters,
}: {
  words: string;
  filters: readonly ActiveFilter[];
}) {
  const { t } = useTranslation("search");
  if (words === "" && filters.length === 0) return <p>{t("save.everything")}</p>;
  return (
    <p className="flex flex-wrap items-center gap-1.5">
      {words !== "" && <span>{t("saved.words", { q: words })}</span>}
      {filters.map((filter) => (
        <Tag key={`${filter.group}:${filter.value}`}>
          {valueLabel(t, filter.group, filter.value, filter.name)}
        </Tag>
      ))}
    </p>
  );
}
