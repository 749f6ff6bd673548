import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import type { ActiveFilter } from "~/domain/discovery/listing-page-view";
import { ALERT_FREQUENCIES } from "~/domain/discovery/saved-search-schema";
import type { ListingSearchKind } from "~/domain/discovery/search-schema";
import { SearchSummary } from "./search-summary";

interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly kind: ListingSearchKind;
  readonly to: string;
  readonly words: string;
  readonly filters: readonly ActiveFilter[];
  readonly frequency: string;
  readonly lastCount: number;
}

/** A saved search of the person with its two small forms; both work without scripts. */
export function SavedSearchCard({ saved }: { saved: SavedSearch }) {
  const { t } = useTranslation("search");
  return (
    <Card
      title={saved.name}
      actions={
        <Link to={saved.to} className="link">
          {t("saved.open")}
        </Link>
      }
    >
      <div className="space-y-3">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone="brand">
            {t(saved.kind === "achievement" ? "save.kindAchievements" : "save.kindNeeds")}
          </Badge>
          {saved.lastCount > 0 && (
            <span className="text-sm text-muted">
              {t("saved.lastCount", { count: saved.lastCount })}
            </span>
          )}
        </div>
        <SearchSummary words={saved.words} filters={saved.filters} />
        <div className="flex flex-wrap items-end justify-between gap-3">
          <Form method="post" className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="id" value={saved.id} />
            <Select
              id={`frequency-${saved.id}`}
              name="frequency"
              label={t("saved.frequencyOf", { name: saved.name })}
              labelHidden
              defaultValue={saved.frequency}
              options={ALERT_FREQUENCIES.map((value) => ({
                value,
                label: t(`frequency.${value}`),
              }))}
            />
            <SubmitButton intent="change" variant="secondary">
              {t("saved.change")}
            </SubmitButton>
          </Form>
          <Form method="post">
            <input type="hidden" name="id" value={saved.id} />
            <SubmitButton intent="delete" variant="quiet" icon="trash">
              {t("saved.delete")}
              <span className="sr-only">{t("saved.deleteNamed", { name: saved.name })}</span>
            </SubmitButton>
          </Form>
        </div>
      </div>
    </Card>
  );
}
