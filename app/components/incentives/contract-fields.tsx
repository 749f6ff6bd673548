import { useTranslation } from "react-i18next";
import {
  CONTRACT_CATEGORIES,
  CONTRACT_KIND_CODES,
  contractKind,
} from "~/domain/incentives/contract-kind-rules";
import { SELLER_KINDS, TAXPAYERS } from "~/domain/incentives/incentives-schema";
import { AmountField, ChoiceField, DayField, TickField } from "./incentive-field";

/** What the contract is about and its amounts. */
export function ContractFields() {
  const { t } = useTranslation("incentives");
  const groups = CONTRACT_CATEGORIES.map((category) => ({
    label: t(`category.${category}`),
    options: CONTRACT_KIND_CODES.filter((code) => contractKind(code).category === category).map(
      (code) => ({ value: code, label: t(`kind.${code}`) }),
    ),
  }));
  return (
    <div className="space-y-4">
      <ChoiceField name="kind" options={groups} placeholder={t("form.choose")} required />
      <AmountField name="total" required />
      <AmountField name="nonTechnical" hint="nonTechnical" />
      <AmountField name="technical" hint="technical" />
      <DayField name="on" hint="on" />
      <div>
        <TickField name="includesVat" />
        <TickField name="isRegistered" isUsual />
      </div>
    </div>
  );
}

/** Who sells. */
export function SellerFields() {
  const { t } = useTranslation("incentives");
  return (
    <div className="space-y-4">
      <ChoiceField
        name="sellerKind"
        options={SELLER_KINDS.map((code) => ({ value: code, label: t(`sellerKind.${code}`) }))}
        placeholder={t("form.choose")}
        required
      />
      <ChoiceField
        name="taxpayer"
        options={TAXPAYERS.map((code) => ({ value: code, label: t(`taxpayer.${code}`) }))}
      />
      <div>
        <TickField name="hasSeparateBooks" isUsual />
        <TickField name="isHighTech" />
        <TickField name="inShandong" isUsual />
        <TickField name="inLixia" />
      </div>
    </div>
  );
}
