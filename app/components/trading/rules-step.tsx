import { useTranslation } from "react-i18next";
import { Checkbox } from "~/components/ui/checkbox";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { LotFormView } from "./lot-form-view";

/** Fields of the other modes keep what they hold. */
function Kept({ form, names }: { form: LotFormView; names: readonly string[] }) {
  return names.map((name) => (
    <input key={name} type="hidden" name={name} value={form.text(name)} />
  ));
}

function Count({
  form,
  name,
  label,
  unit,
  hint,
}: {
  form: LotFormView;
  name: string;
  label: string;
  unit?: string;
  hint?: string;
}) {
  return (
    <NumberInput
      name={name}
      label={label}
      unit={unit}
      hint={hint}
      integer
      defaultValue={form.text(name)}
      error={form.error(name)}
    />
  );
}

function ModeFields({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { mode, limits } = form.wizard;
  const isRising = mode === "ASCENDING";
  return (
    <>
      {isRising ? (
        <>
          <Count
            form={form}
            name="freeHours"
            label={t("wizard.freeHours")}
            unit={t("wizard.hourUnit")}
            hint={t("wizard.freeHoursHint", { count: limits.minimumHours })}
          />
          <RadioGroup
            name="closing"
            label={t("wizard.closing")}
            options={[
              { value: "SOFT", label: t("wizard.closingSOFT") },
              { value: "CYCLE", label: t("wizard.closingCYCLE") },
            ]}
            defaultValue={form.text("closing")}
            error={form.error("closing")}
          />
          <Checkbox
            name="allowsProxies"
            label={t("wizard.allowsProxies")}
            defaultChecked={form.text("allowsProxies") === "on"}
          />
        </>
      ) : (
        <Kept form={form} names={["freeHours", "closing", "allowsProxies"]} />
      )}
      {mode === "ROUNDS" ? (
        <Count form={form} name="rounds" label={t("wizard.rounds")} unit={t("wizard.timesUnit")} />
      ) : (
        <Kept form={form} names={["rounds"]} />
      )}
      {mode === "DESCENDING" ? (
        <>
          <MoneyInput
            name="drop"
            label={t("wizard.drop")}
            hint={t("wizard.dropHint")}
            defaultValue={form.text("drop")}
            error={form.error("drop")}
          />
          <Count
            form={form}
            name="maxDrops"
            label={t("wizard.maxDrops")}
            unit={t("wizard.timesUnit")}
          />
        </>
      ) : (
        <Kept form={form} names={["drop", "maxDrops"]} />
      )}
    </>
  );
}

/** Who may buy, how long everything lasts, training, and the licensed auction. */
export function RulesStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { limits } = form.wizard;
  const minutes = t("wizard.minuteUnit");
  return (
    <>
      <Textarea
        name="qualification"
        label={t("wizard.qualification")}
        hint={t("wizard.qualificationHint")}
        rows={3}
        maxLength={2000}
        defaultValue={form.text("qualification")}
        error={form.error("qualification")}
      />
      <Checkbox
        name="isRelatedAllowed"
        label={t("wizard.isRelatedAllowed")}
        defaultChecked={form.text("isRelatedAllowed") === "on"}
      />
      <Checkbox
        name="hasPreemption"
        label={t("wizard.hasPreemption")}
        defaultChecked={form.text("hasPreemption") === "on"}
      />
      <Textarea
        name="preemptionNote"
        label={t("wizard.preemptionNote")}
        rows={2}
        maxLength={500}
        defaultValue={form.text("preemptionNote")}
        error={form.error("preemptionNote")}
      />
      <h3 className="text-lg font-semibold text-ink">{t("wizard.periods")}</h3>
      <div className="grid gap-5 sm:grid-cols-2">
        <Count
          form={form}
          name="announcementWorkdays"
          label={t("wizard.announcementWorkdays")}
          unit={t("wizard.workdayUnit")}
          hint={t("wizard.announcementHint", {
            count: limits.announcementWorkdays,
            days: limits.auctionDays,
          })}
        />
        <Count
          form={form}
          name="biddingAfterWorkdays"
          label={t("wizard.biddingAfterWorkdays")}
          unit={t("wizard.workdayUnit")}
        />
        <TextInput
          name="biddingTime"
          label={t("wizard.biddingTime")}
          hint={t("wizard.biddingTimeHint")}
          width="short"
          defaultValue={form.text("biddingTime")}
          error={form.error("biddingTime")}
        />
        <Count
          form={form}
          name="extensionsMax"
          label={t("wizard.extensionsMax")}
          unit={t("wizard.timesUnit")}
          hint={t("wizard.extensionsHint", { count: limits.extensionsMax })}
        />
        <Count
          form={form}
          name="extensionWorkdays"
          label={t("wizard.extensionWorkdays")}
          unit={t("wizard.workdayUnit")}
        />
      </div>
      <ModeFields form={form} />
      <h3 className="text-lg font-semibold text-ink">{t("wizard.trainingTitle")}</h3>
      <Checkbox
        name="isTraining"
        label={t("wizard.isTraining")}
        hint={t("wizard.trainingHint")}
        defaultChecked={form.text("isTraining") === "on"}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <Count form={form} name="timeFactor" label={t("wizard.timeFactor")} unit="×" />
        <Count
          form={form}
          name="announcementMinutes"
          label={t("wizard.announcementMinutes")}
          unit={minutes}
        />
        <Count
          form={form}
          name="biddingAfterMinutes"
          label={t("wizard.biddingAfterMinutes")}
          unit={minutes}
        />
      </div>
      <h3 className="text-lg font-semibold text-ink">{t("wizard.auctionTitle")}</h3>
      <Checkbox
        name="isAuction"
        label={t("wizard.isAuction")}
        hint={t("wizard.auctionHint")}
        defaultChecked={form.text("isAuction") === "on"}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        {(["auctionHouse", "auctionLicence", "auctioneer"] as const).map((name) => (
          <TextInput
            key={name}
            name={name}
            label={t(`wizard.${name}`)}
            defaultValue={form.text(name)}
            error={form.error(name)}
          />
        ))}
      </div>
    </>
  );
}
