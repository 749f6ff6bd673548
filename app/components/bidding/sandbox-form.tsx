import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import {
  MAX_SIMULATED_BIDDERS,
  type SIMULATION_EXAMPLE,
  VALUATIONS,
} from "~/domain/bidding/simulate-schema";

type Name = keyof typeof SIMULATION_EXAMPLE;

export interface SandboxFormProps {
  values: Record<Name, string>;
  /** Translated, by field. */
  errors: Record<string, string | undefined>;
}

const MODES = ["ASCENDING", "ROUNDS", "DESCENDING", "AGREE_OR_RAISE"] as const;

/** A form of the GET kind: works without client code, and its answer has an address. */
export function SandboxForm({ values, errors }: SandboxFormProps) {
  const { t } = useTranslation("bidding");
  const common = (name: Name) => ({
    name,
    label: t(`sandbox.${name}` as "sandbox.step"),
    defaultValue: values[name],
    error: errors[name],
    // The answer to another address has other values.
    key: `${name}-${values[name]}`,
  });
  const money = (name: Name, hint?: string) => {
    const { key, ...rest } = common(name);
    return <MoneyInput key={key} {...rest} width="full" hint={hint} />;
  };
  const number = (name: Name, unit: string, hint?: string) => {
    const { key, ...rest } = common(name);
    return <NumberInput key={key} {...rest} integer unit={unit} width="full" hint={hint} />;
  };
  const percent = t("sandbox.percent");
  return (
    <Form method="get" className="space-y-5" preventScrollReset>
      <Card title={t("sandbox.rulesGroup")}>
        <div className="space-y-4">
          <Select
            key={`mode-${values.mode}`}
            name="mode"
            label={t("sandbox.mode")}
            defaultValue={values.mode}
            error={errors.mode}
            options={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          />
          {money("startPrice")}
          {money("step")}
          {money("deposit")}
          {money("reserve", t("sandbox.reserveHint"))}
        </div>
      </Card>
      <Card title={t("sandbox.biddersGroup")}>
        <div className="space-y-4">
          {number(
            "bidders",
            t("sandbox.biddersUnit"),
            t("sandbox.biddersHint", { max: MAX_SIMULATED_BIDDERS }),
          )}
          {number("worth", percent, t("sandbox.worthHint"))}
          {number("spread", percent, t("sandbox.spreadHint"))}
          <Select
            key={`valuation-${values.valuation}`}
            name="valuation"
            label={t("sandbox.valuation")}
            defaultValue={values.valuation}
            error={errors.valuation}
            options={VALUATIONS.map((one) => ({
              value: one,
              label: t(`sandbox.valuations.${one}`),
            }))}
          />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
            {number("snipers", percent)}
            {number("proxies", percent)}
          </div>
          {number("seed", "", t("sandbox.seedHint"))}
        </div>
      </Card>
      <SubmitButton size="lg" block>
        {t("sandbox.run")}
      </SubmitButton>
    </Form>
  );
}
