import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { LIST_KINDS } from "~/domain/challenges/challenge-schema";
import { useMoney } from "./use-money";

type Option = { value: string; label: string };

/** Steps of the money filter in yuan. */
const MONEY_STEPS = [100_000n, 500_000n, 1_000_000n, 5_000_000n, 10_000_000n];

/** Filters of the public list as a plain form. */
export function ChallengeFilters({
  chosen,
  fields,
  regions,
}: {
  chosen: Record<"kind" | "field" | "region" | "state" | "money", string>;
  fields: readonly Option[];
  regions: readonly Option[];
}) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  const any = t("list.any");
  return (
    <Form
      method="get"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto] lg:items-end"
      aria-label={t("list.filter")}
    >
      <Select
        name="kind"
        label={t("list.listKind")}
        placeholder={any}
        defaultValue={chosen.kind}
        options={LIST_KINDS.map((value) => ({ value, label: t(`listKinds.${value}`) }))}
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
      <Select
        name="state"
        label={t("list.state")}
        placeholder={any}
        defaultValue={chosen.state}
        options={[
          { value: "open", label: t("list.stateOpen") },
          { value: "running", label: t("list.stateRunning") },
          { value: "ended", label: t("list.stateEnded") },
        ]}
      />
      <Select
        name="money"
        label={t("list.money")}
        placeholder={any}
        defaultValue={chosen.money}
        options={MONEY_STEPS.map((yuan) => ({
          value: yuan.toString(),
          label: money(yuan * 100n),
        }))}
      />
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-1">
        <Button type="submit" variant="secondary">
          {t("list.apply")}
        </Button>
        {Object.values(chosen).some((value) => value !== "") && (
          <Link to="/challenges" className="link text-sm">
            {t("list.clear")}
          </Link>
        )}
      </div>
    </Form>
  );
}
