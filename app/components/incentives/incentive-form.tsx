import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import type { CheckedFields, IncentiveField } from "~/domain/incentives/incentives-schema";
import { useErrorText } from "~/i18n/use-error-text";
import { ContractFields, SellerFields } from "./contract-fields";
import { IncomeFields, LixiaFields, PARTS, ParticularFields, RewardFields } from "./further-fields";
import { IncentiveFormState } from "./incentive-field";

/** The calculator's form: its answers have an address, and it works without client code. */
export function IncentiveForm({
  typed,
  errors,
  page = "/incentives",
}: Pick<CheckedFields, "typed" | "errors"> & {
  /** Page that shows the result; without its fields it is the fresh form. */
  page?: string;
}) {
  const { t } = useTranslation("incentives");
  const errorText = useErrorText();
  const wrong = Object.keys(errors) as IncentiveField[];
  const messages = Object.fromEntries(wrong.map((name) => [name, errorText(errors[name])]));
  const labels = Object.fromEntries(wrong.map((name) => [name, t(`field.${name}`)]));
  const isUsed = (fields: readonly IncentiveField[]) =>
    fields.some((name) => typed[name] !== undefined || errors[name] !== undefined);
  return (
    <IncentiveFormState.Provider value={{ typed, errors }}>
      {/* A new address is a new form: what stands in it is what was calculated. */}
      <Form
        key={JSON.stringify(typed)}
        method="get"
        action={`${page}#result`}
        className="space-y-4"
      >
        <FormErrorSummary errors={messages} labels={labels} />
        {wrong.length > 0 && <p className="text-sm text-muted">{t("form.errors")}</p>}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card title={t("form.contract")}>
            <ContractFields />
          </Card>
          <Card title={t("form.seller")}>
            <SellerFields />
          </Card>
        </div>
        <More title={t("form.particular")} open={isUsed(PARTS.particular)}>
          <ParticularFields />
        </More>
        <More title={t("form.income")} open={isUsed(PARTS.income)}>
          <IncomeFields />
        </More>
        <More title={t("form.reward")} open={isUsed(PARTS.reward)}>
          <RewardFields />
        </More>
        <More title={t("form.lixia")} open={isUsed(PARTS.lixia)}>
          <LixiaFields />
        </More>
        <div className="flex flex-wrap gap-3">
          <SubmitButton icon="money">{t("form.submit")}</SubmitButton>
          <LinkButton to={page} variant="quiet">
            {t("form.reset")}
          </LinkButton>
        </div>
        <p className="text-sm text-muted">{t("notice.privacy")}</p>
      </Form>
    </IncentiveFormState.Provider>
  );
}

function More({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <Disclosure summary={title} open={open} look="box">
      <fieldset className="grid min-w-0 items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </Disclosure>
  );
}
