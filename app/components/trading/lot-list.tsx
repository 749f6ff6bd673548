import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { MoneyInput } from "~/components/ui/money-input";
import { Select } from "~/components/ui/select";
import { AUCTION_MODES } from "~/domain/trading/auction-rules-schema";
import { deadlineText, momentText } from "~/domain/trading/lot-instant-rules";
import type { LotCard } from "~/domain/trading/lot-view";
import { LotKindBadges, LotStateBadge } from "./lot-state";
import { useLotText } from "./use-lot-text";

type Choice = { value: string; label: string };

/** Filters in the address: a plain GET form. */
export function LotFilters({
  values,
  fields,
  regions,
}: {
  values: Record<"show" | "mode" | "field" | "region" | "min" | "max", string>;
  fields: readonly Choice[];
  regions: readonly Choice[];
}) {
  const { t } = useTranslation("trading");
  const any = { value: "", label: t("filter.any") };
  return (
    <Form method="get" className="grid gap-4" aria-label={t("filter.apply")}>
      <input type="hidden" name="show" value={values.show} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          name="mode"
          label={t("filter.mode")}
          defaultValue={values.mode}
          options={[any, ...AUCTION_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))]}
        />
        <Select
          name="field"
          label={t("filter.field")}
          defaultValue={values.field}
          options={[any, ...fields]}
        />
        <Select
          name="region"
          label={t("filter.region")}
          defaultValue={values.region}
          options={[any, ...regions]}
        />
        <MoneyInput name="min" label={t("filter.min")} defaultValue={values.min} />
        <MoneyInput name="max" label={t("filter.max")} defaultValue={values.max} />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="secondary">{t("filter.apply")}</SubmitButton>
        <LinkButton to={`/lots?show=${values.show}`} variant="quiet">
          {t("filter.clear")}
        </LinkButton>
      </div>
    </Form>
  );
}

function LotLine({ lot }: { lot: LotCard }) {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const isOpen = lot.state === "ANNOUNCED";
  const at = isOpen ? lot.applicationsEndAt : lot.biddingStartsAt;
  return (
    <li>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 space-y-1.5">
            <p className="flex flex-wrap items-center gap-2">
              <LotStateBadge state={lot.state} />
              <LotKindBadges isTraining={lot.isTraining} isAuction={lot.isAuction} />
              <span className="text-sm text-muted">
                {t("number", { number: lot.number })} · {t(`mode.${lot.mode}`)}
              </span>
            </p>
            <h2 className="text-lg font-semibold text-ink">
              <Link className="link" to={`/lots/${lot.number}`}>
                {lot.title}
              </Link>
            </h2>
            <p className="text-sm text-muted">
              {[lot.sellerName, lot.regionName, lot.categoryName].filter(Boolean).join(" · ")}
            </p>
          </div>
          <dl className="text-sm">
            <dt className="text-muted">{t(lot.priceFen ? "list.price" : "list.startPrice")}</dt>
            <dd className="tabular text-lg font-semibold text-ink">
              {fen(lot.priceFen ?? lot.startPriceFen)}
            </dd>
            {at && (
              <>
                <dt className="mt-1 text-muted">{t(isOpen ? "list.ends" : "list.starts")}</dt>
                <dd className="tabular">{isOpen ? deadlineText(at) : momentText(at)}</dd>
              </>
            )}
          </dl>
        </div>
      </Card>
    </li>
  );
}

export function LotList({ lots }: { lots: readonly LotCard[] }) {
  const { t } = useTranslation("trading");
  if (lots.length === 0) {
    return (
      <Card>
        <EmptyState
          icon="search"
          title={t("list.emptyTitle")}
          actions={<LinkButton to="/achievements">{t("facts.items")}</LinkButton>}
        >
          {t("list.emptyText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <ul className="space-y-4" aria-label={t("list.caption")}>
      {lots.map((lot) => (
        <LotLine key={lot.number} lot={lot} />
      ))}
    </ul>
  );
}
