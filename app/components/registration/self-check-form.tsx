import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import {
  CIRCUMSTANCES,
  OBSTACLES,
  PAYMENT_METHODS,
  PRESENT_PAPERS,
  PRESENT_TERMS,
  PROOFS,
} from "~/domain/registration/self-check-schema";
import { MONOPOLY_CLAUSES } from "~/domain/shared/tech-contract";
import { useErrorText } from "~/i18n/use-error-text";
import { SelfCheckAmounts } from "./self-check-amounts";
import { SelfCheckRights } from "./self-check-rights";

export type SelfCheckValues = Record<string, string | string[] | undefined>;

interface SelfCheckFormProps {
  categories: ReadonlyArray<{ value: string; label: string }>;
  lastResult: SubmissionResult<string[]> | undefined;
  values: SelfCheckValues;
}

const FAMILIES = ["1", "2", "3", "4", "5"] as const;

/** The short form; a plain post, so that it works without scripts. */
export function SelfCheckForm({ categories, lastResult, values }: SelfCheckFormProps) {
  const { t } = useTranslation("registration");
  const errorText = useErrorText();
  const errors = Object.fromEntries(
    Object.entries(lastResult?.error ?? {}).map(([name, codes]) => [name, errorText(codes)]),
  );
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : "";
  };
  const ticks = (name: string) => [values[name] ?? []].flat();
  const parts = { errors, text };
  return (
    <Form method="post" noValidate className="space-y-6">
      <FormErrorSummary errors={errors} />
      <Card title={t("selfCheck.basics")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            name="category"
            label={t("selfCheck.category")}
            required
            error={errors.category}
            options={categories}
            placeholder={t("selfCheck.choose")}
            defaultValue={text("category")}
            hint={
              <Link className="link" to="/contract-category">
                {t("selfCheck.unsure")}
              </Link>
            }
          />
          <Select
            name="statedFamily"
            label={t("selfCheck.statedFamily")}
            error={errors.statedFamily}
            options={FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
            placeholder={t("selfCheck.noneStated")}
            defaultValue={text("statedFamily")}
          />
          <Select
            name="paymentMethod"
            label={t("selfCheck.paymentMethod")}
            error={errors.paymentMethod}
            options={PAYMENT_METHODS.map((value) => ({ value, label: t(`payment.${value}`) }))}
            placeholder={t("selfCheck.choose")}
            defaultValue={text("paymentMethod")}
          />
        </div>
      </Card>
      <SelfCheckAmounts {...parts} />
      <SelfCheckRights {...parts} />
      <Card title={t("selfCheck.papers")}>
        <div className="space-y-6">
          <CheckboxGroup
            name="present"
            label={t("selfCheck.papersPresent")}
            error={errors.present}
            columns={2}
            options={PRESENT_PAPERS.map((value) => ({ value, label: t(`present.${value}`) }))}
            defaultValue={ticks("present")}
          />
          <CheckboxGroup
            name="present"
            id="present-terms"
            label={t("selfCheck.termsPresent")}
            columns={2}
            options={PRESENT_TERMS.map((value) => ({ value, label: t(`present.${value}`) }))}
            defaultValue={ticks("present")}
          />
          <CheckboxGroup
            name="situation"
            label={t("selfCheck.situation")}
            error={errors.situation}
            columns={2}
            options={CIRCUMSTANCES.map((value) => ({ value, label: t(`situation.${value}`) }))}
            defaultValue={ticks("situation")}
          />
          <CheckboxGroup
            name="proof"
            label={t("selfCheck.proof")}
            error={errors.proof}
            columns={2}
            options={PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))}
            defaultValue={ticks("proof")}
          />
          <CheckboxGroup
            name="situation"
            id="situation-obstacles"
            label={t("selfCheck.obstacles")}
            columns={2}
            options={OBSTACLES.map((value) => ({ value, label: t(`situation.${value}`) }))}
            defaultValue={ticks("situation")}
          />
          <CheckboxGroup
            name="clauses"
            label={t("selfCheck.clauses")}
            error={errors.clauses}
            columns={2}
            options={MONOPOLY_CLAUSES.map((value) => ({ value, label: t(`clause.${value}`) }))}
            defaultValue={ticks("clauses")}
          />
        </div>
      </Card>
      <div className="space-y-2">
        <SubmitButton>{t("selfCheck.submit")}</SubmitButton>
        <p className="text-sm text-muted">{t("selfCheck.notStored")}</p>
      </div>
    </Form>
  );
}
