import { useTranslation } from "react-i18next";
import {
  AWARDS,
  type IncentiveField,
  LICENCE_KINDS,
  REWARD_CASES,
} from "~/domain/incentives/incentives-schema";
import { AmountField, ChoiceField, DayField, NumberField, TickField } from "./incentive-field";

/** Fields of the parts that open on request; a part with something in it stands open. */
export const PARTS = {
  particular: ["licence", "licenceYears", "isWorldwide", "ownsRight", "researchFunds", "isRelated"],
  income: ["cost", "taxes", "periodExpenses", "otherIncome", "relatedShare"],
  reward: [
    ...(["rewardCase", "rewardBase", "ownRule", "takesOfficeBonus", "cashReward"] as const),
    ...(["incomeOn", "rewardOn", "isPublicised", "otherTaxable"] as const),
  ],
  lixia: [
    ...(["municipalGrant", "pocGrant", "pilotGrant", "isGrantPaid"] as const),
    ...(["award", "hasPlatform", "hasKeyLab"] as const),
  ],
} as const satisfies Record<string, readonly IncentiveField[]>;

/** What only some kinds of contract have. */
export function ParticularFields() {
  const { t } = useTranslation("incentives");
  const licences = LICENCE_KINDS.map((code) => ({ value: code, label: t(`licence.${code}`) }));
  return (
    <>
      <ChoiceField name="licence" hint="licence" options={licences} placeholder={t("form.none")} />
      <NumberField name="licenceYears" unit="years" />
      <div>
        <TickField name="isWorldwide" />
        <TickField name="ownsRight" />
      </div>
      <AmountField name="researchFunds" hint="researchFunds" />
      <TickField name="isRelated" hint="isRelated" />
    </>
  );
}

export function IncomeFields() {
  return (
    <>
      <AmountField name="cost" />
      <AmountField name="taxes" />
      <AmountField name="periodExpenses" hint="periodExpenses" />
      <AmountField name="otherIncome" />
      <NumberField name="relatedShare" hint="relatedShare" unit="percent" />
    </>
  );
}

export function RewardFields() {
  const { t } = useTranslation("incentives");
  const cases = REWARD_CASES.map((code) => ({ value: code, label: t(`rewardCase.${code}`) }));
  return (
    <>
      <ChoiceField name="rewardCase" options={cases} placeholder={t("form.none")} />
      <AmountField name="rewardBase" hint="rewardBase" />
      <NumberField name="ownRule" hint="ownRule" unit="percent" />
      <AmountField name="cashReward" hint="cashReward" />
      <DayField name="incomeOn" />
      <DayField name="rewardOn" />
      <AmountField name="otherTaxable" hint="otherTaxable" />
      <div>
        <TickField name="isPublicised" />
        <TickField name="takesOfficeBonus" />
      </div>
    </>
  );
}

export function LixiaFields() {
  const { t } = useTranslation("incentives");
  const awards = AWARDS.map((code) => ({ value: code, label: t(`award.${code}`) }));
  return (
    <>
      <AmountField name="municipalGrant" hint="municipalGrant" />
      <AmountField name="pocGrant" />
      <AmountField name="pilotGrant" />
      <ChoiceField name="award" options={awards} placeholder={t("form.none")} />
      <div>
        <TickField name="isGrantPaid" />
        <TickField name="hasPlatform" />
        <TickField name="hasKeyLab" />
      </div>
    </>
  );
}
