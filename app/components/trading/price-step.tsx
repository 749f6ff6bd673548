import { useTranslation } from "react-i18next";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { AUCTION_MODES } from "~/domain/trading/auction-rules-schema";
import { PRICE_BASES, RESERVE_KINDS } from "~/domain/trading/lot-draft-schema";
import { FEE_PAYERS } from "~/domain/trading/lot-fee-rules";
import type { LotFormView } from "./lot-form-view";

/** Mode, start price, step, deposit, reserve, basis and fee. */
export function PriceStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { limits, reserve } = form.wizard;
  const kinds = RESERVE_KINDS.filter((one) => one !== "KEEP" || reserve.kind === "SECRET");
  return (
    <>
      <RadioGroup
        name="mode"
        label={t("wizard.mode")}
        look="cards"
        required
        options={AUCTION_MODES.map((value) => ({
          value,
          label: t(`mode.${value}`),
          hint: t(`modeHelp.${value}`),
        }))}
        defaultValue={form.text("mode")}
        error={form.error("mode")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <MoneyInput
          name="startPrice"
          label={t("wizard.startPrice")}
          required
          defaultValue={form.text("startPrice")}
          error={form.error("startPrice")}
        />
        <MoneyInput
          name="step"
          label={t("wizard.stepPrice")}
          hint={t("wizard.stepHint")}
          required
          defaultValue={form.text("step")}
          error={form.error("step")}
        />
        <MoneyInput
          name="deposit"
          label={t("wizard.deposit")}
          hint={t("wizard.depositHint", {
            min: limits.depositMinBp / 100,
            max: limits.depositMaxBp / 100,
          })}
          required
          defaultValue={form.text("deposit")}
          error={form.error("deposit")}
        />
      </div>
      <RadioGroup
        name="reserveKind"
        label={t("wizard.reserveKind")}
        hint={t("wizard.reserveHelp")}
        look="inline"
        required
        options={kinds.map((value) => ({ value, label: t(`wizard.reserve${value}`) }))}
        defaultValue={form.text("reserveKind")}
        error={form.error("reserveKind")}
      />
      <MoneyInput
        name="reserve"
        label={t("wizard.reserve")}
        hint={t("wizard.reserveHint")}
        defaultValue={form.text("reserve")}
        error={form.error("reserve")}
      />
      <Select
        name="priceBasis"
        label={t("wizard.priceBasis")}
        placeholder={t("wizard.choose")}
        options={PRICE_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
        required
        defaultValue={form.text("priceBasis")}
        error={form.error("priceBasis")}
      />
      <Textarea
        name="priceBasisNote"
        label={t("wizard.priceBasisNote")}
        rows={2}
        maxLength={1000}
        defaultValue={form.text("priceBasisNote")}
        error={form.error("priceBasisNote")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="feePayer"
          label={t("wizard.feePayer")}
          options={FEE_PAYERS.map((value) => ({ value, label: t(`feePayer.${value}`) }))}
          defaultValue={form.text("feePayer")}
          error={form.error("feePayer")}
        />
        <NumberInput
          name="feePercent"
          label={t("wizard.feePercent")}
          unit="%"
          defaultValue={form.text("feePercent")}
          error={form.error("feePercent")}
        />
      </div>
    </>
  );
}
