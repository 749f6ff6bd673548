import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import {
  MAX_DEDUCTIONS,
  MAX_SHARES,
  REWARD_BASES,
  SHARE_ROLES,
} from "~/domain/performance/reward-schema";
import type { RewardDetail } from "~/domain/performance/reward-view";
import { toYuanText } from "~/domain/shared/money";
import { keptValue } from "./kept-values";
import { RewardFloor } from "./reward-floor";
import { percentText, useMoneyText } from "./use-money-text";

/** Empty lines below those that are filled in. */
const SPARE = 2;

type RewardFormProps = { reward: RewardDetail; answer: RefusedForm };

const plainPercent = (bp: number) => (bp === 0 ? "" : percentText(bp).replace("%", ""));

/** A reward sheet while it is being written: income, deductions, reward, shares. */
export function RewardForm({ reward, answer }: RewardFormProps) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const view = useFormView(answer);
  const deductionCount = Math.min(MAX_DEDUCTIONS, reward.deductions.length + SPARE);
  const shareCount = Math.min(MAX_SHARES, reward.shares.length + SPARE);
  const typed = (path: (string | number)[], stored: string) =>
    answer?.result ? (keptValue(answer, path) ?? "") : stored;
  return (
    <Form method="post" className="grid gap-5" key={JSON.stringify([reward.id, reward.rewardBp])}>
      <FormErrorSummary
        {...view.summary({
          rewardPercent: t("reward.percent"),
          bonusPercent: t("reward.bonus"),
          contact: t("reward.contact"),
        })}
      />
      <Card title={t("reward.income")}>
        <div className="grid gap-4">
          <p>
            {t("reward.revenue")}: <span className="tabular">{money(reward.revenueFen)}</span>
            <span className="ml-2 text-sm text-muted">{t("reward.revenueHint")}</span>
          </p>
          {reward.availableFen !== reward.revenueFen && (
            <p className="text-sm text-warning-700">
              {t("reward.revenueChanged", { amount: toYuanText(reward.availableFen) })}
            </p>
          )}
          <fieldset className="grid gap-3">
            <legend className="font-medium text-ink">{t("reward.deductions")}</legend>
            <p className="text-sm text-muted">{t("reward.deductionsHint")}</p>
            {Array.from({ length: deductionCount }, (_, at) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list
                key={at}
                className="grid gap-3 sm:grid-cols-2"
              >
                <TextInput
                  name={`deductions[${at}].label`}
                  label={t("reward.deductionLabel")}
                  maxLength={100}
                  defaultValue={typed(
                    ["deductions", at, "label"],
                    reward.deductions[at]?.label ?? "",
                  )}
                  error={view.error(`deductions[${at}].label`)}
                />
                <MoneyInput
                  name={`deductions[${at}].amount`}
                  label={t("reward.deductionAmount")}
                  defaultValue={typed(
                    ["deductions", at, "amount"],
                    reward.deductions[at] ? toYuanText(reward.deductions[at].amountFen) : "",
                  )}
                  error={view.error(`deductions[${at}].amount`)}
                />
              </div>
            ))}
          </fieldset>
          <p>
            {t("reward.netIncome")}:{" "}
            <span className="tabular font-medium text-ink">{money(reward.netIncomeFen)}</span>
          </p>
          <Textarea
            name="netIncomeRule"
            label={t("reward.rule")}
            hint={t("reward.ruleHint")}
            rows={3}
            maxLength={1000}
            defaultValue={view.value("netIncomeRule", reward.netIncomeRule)}
            error={view.error("netIncomeRule")}
          />
        </div>
      </Card>
      <Card title={t("reward.rewardAmount")}>
        <div className="grid gap-4">
          <RewardFloor reward={reward} />
          <RadioGroup
            name="basis"
            label={t("reward.basis")}
            look="inline"
            required
            options={REWARD_BASES.map((value) => ({ value, label: t(`reward.bases.${value}`) }))}
            defaultValue={view.value("basis", reward.basis)}
            error={view.error("basis")}
          />
          <NumberInput
            name="rewardPercent"
            label={t("reward.percent")}
            unit="%"
            required
            defaultValue={view.value("rewardPercent", plainPercent(reward.rewardBp))}
            error={view.error("rewardPercent")}
          />
          <p>
            {t("reward.rewardAmount")}:{" "}
            <span className="tabular font-medium text-ink">{money(reward.rewardFen)}</span>
          </p>
          {reward.bonus.isAllowed ? (
            <NumberInput
              name="bonusPercent"
              label={t("reward.bonus")}
              hint={t("reward.bonusHint", { source: reward.bonus.source })}
              unit="%"
              defaultValue={view.value("bonusPercent", plainPercent(reward.bonusBp))}
              error={view.error("bonusPercent")}
            />
          ) : (
            <p className="text-sm text-muted">{t("reward.bonusClosed")}</p>
          )}
        </div>
      </Card>
      <Card title={t("reward.shares")}>
        <div className="grid gap-5">
          <p className="text-sm text-muted">
            {t("reward.sharesHint")} {t("reward.accountHint")}
          </p>
          {Array.from({ length: shareCount }, (_, at) => (
            <ShareLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list
              key={at}
              at={at}
              reward={reward}
              typed={typed}
              error={(name) => view.error(`shares[${at}].${name}`)}
              roles={SHARE_ROLES.map((value) => ({ value, label: t(`reward.roles.${value}`) }))}
            />
          ))}
        </div>
      </Card>
      {reward.isPublicityAsked && (
        <Card title={t("reward.publicity")}>
          <TextInput
            name="contact"
            label={t("reward.contact")}
            hint={t("reward.contactHint")}
            maxLength={200}
            defaultValue={view.value("contact", reward.contact)}
            error={view.error("contact")}
          />
        </Card>
      )}
      <div>
        <SubmitButton intent="save">{t("reward.save")}</SubmitButton>
      </div>
    </Form>
  );
}

type ShareLineProps = {
  at: number;
  reward: RewardDetail;
  typed: (path: (string | number)[], stored: string) => string;
  error: (name: string) => string | undefined;
  roles: { value: string; label: string }[];
};

function ShareLine({ at, reward, typed, error, roles }: ShareLineProps) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const stored = reward.shares[at];
  const name = (field: string) => `shares[${at}].${field}`;
  const value = (field: string, text = "") => typed(["shares", at, field], text);
  return (
    <fieldset className="grid items-start gap-3 border-b border-line pb-4 sm:grid-cols-3">
      <legend className="sr-only">{`${t("reward.person")} ${at + 1}`}</legend>
      <TextInput
        name={name("personName")}
        label={t("reward.person")}
        maxLength={60}
        defaultValue={value("personName", stored?.personName)}
        error={error("personName")}
      />
      <Select
        name={name("userId")}
        label={t("reward.account")}
        placeholder={t("reward.accountNone")}
        options={reward.members.map((one) => ({ value: one.id, label: one.name }))}
        defaultValue={value("userId", stored?.userId ?? "")}
        error={error("userId")}
      />
      <Select
        name={name("role")}
        label={t("reward.role")}
        options={roles}
        defaultValue={value("role", stored?.role ?? "COMPLETER") || "COMPLETER"}
        error={error("role")}
      />
      <TextInput
        name={name("contribution")}
        label={t("reward.contribution")}
        maxLength={300}
        defaultValue={value("contribution", stored?.contribution)}
        error={error("contribution")}
        className="sm:col-span-2"
      />
      <div>
        <NumberInput
          name={name("percent")}
          label={t("reward.share")}
          unit="%"
          defaultValue={value("percent", stored ? plainPercent(stored.shareBp) : "")}
          error={error("percent")}
        />
        {stored && <p className="tabular mt-1 text-sm text-muted">{money(stored.amountFen)}</p>}
      </div>
    </fieldset>
  );
}
