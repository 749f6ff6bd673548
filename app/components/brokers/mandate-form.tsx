import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { DateInput } from "~/components/ui/date-input";
import { FieldSet } from "~/components/ui/field-set";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { FEE_KINDS } from "~/domain/brokers/fee-rules";
import { DUTIES, MAX_STEPS, SCOPE_MAX, TITLE_MAX } from "~/domain/brokers/mandate-schema";

type View = ReturnType<typeof useFormView>;

export type MandateFormValues = {
  brokerId: string;
  listing: { kind: "achievement" | "need"; id: string; title: string };
  others: { listingId: string; title: string; name: string }[];
  maySign: boolean;
  startsOn: string;
  endsOn: string;
};

/** The offer of a mandate. Everything is one form that also works without scripts. */
export function MandateForm({ values, view }: { values: MandateFormValues; view: View }) {
  const { t } = useTranslation("brokers");
  const { value, error } = view;
  const listingField = values.listing.kind === "achievement" ? "achievementId" : "needId";
  return (
    <Form method="post" className="space-y-6" noValidate>
      <FormErrorSummary
        {...view.summary({
          title: t("offer.mandateTitle"),
          scope: t("offer.scope"),
          duties: t("offer.duties"),
          successDefinition: t("offer.successDefinition"),
          feeKind: t("offer.feeKind"),
          fixedFee: t("offer.fixedFee"),
          steps: t("offer.steps"),
          startsOn: t("offer.startsOn"),
          endsOn: t("offer.endsOn"),
          together: t("offer.together"),
        })}
      />
      <input type="hidden" name="brokerId" value={values.brokerId} />
      <input type="hidden" name={listingField} value={values.listing.id} />
      <TextInput
        name="title"
        label={t("offer.mandateTitle")}
        defaultValue={value("title", [...values.listing.title].slice(0, TITLE_MAX).join(""))}
        error={error("title")}
        maxLength={TITLE_MAX}
        required
      />
      {values.others.length > 0 && (
        <RadioGroup
          name="together"
          label={t("offer.together")}
          hint={t("offer.togetherHint")}
          options={[
            { value: "", label: t("offer.alone") },
            ...values.others.map((one) => ({
              value: one.listingId,
              label: t("offer.togetherWith", { name: one.name, title: one.title }),
            })),
          ]}
          defaultValue={value("together")}
          error={error("together")}
        />
      )}
      <Textarea
        name="scope"
        label={t("offer.scope")}
        hint={t("offer.scopeHint")}
        defaultValue={value("scope")}
        error={error("scope")}
        maxLength={SCOPE_MAX}
        rows={5}
        required
      />
      <CheckboxGroup
        name="duties"
        label={t("offer.duties")}
        options={DUTIES.map((duty) => ({ value: duty, label: t(`duties.${duty}`) }))}
        defaultValue={view.values("duties", ["SEARCH", "INTRODUCE", "NEGOTIATE"])}
        error={error("duties")}
        columns={2}
        required
      />
      <Textarea
        name="successDefinition"
        label={t("offer.successDefinition")}
        hint={t("offer.successDefinitionHint")}
        defaultValue={value("successDefinition")}
        error={error("successDefinition")}
        maxLength={500}
        rows={2}
        required
      />
      <FeeFields view={view} />
      <Select
        name="costsBorneBy"
        label={t("offer.costsBorneBy")}
        hint={t("offer.costsHint")}
        placeholder={t("offer.costs.none")}
        options={[
          { value: "BROKER", label: t("offer.costs.BROKER") },
          { value: "CLIENT", label: t("offer.costs.CLIENT") },
        ]}
        defaultValue={value("costsBorneBy")}
        error={error("costsBorneBy")}
        width="medium"
      />
      <Textarea
        name="confidentialityNote"
        label={t("offer.confidentialityNote")}
        defaultValue={value("confidentialityNote")}
        error={error("confidentialityNote")}
        maxLength={500}
        rows={2}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateInput
          name="startsOn"
          label={t("offer.startsOn")}
          defaultValue={value("startsOn", values.startsOn)}
          error={error("startsOn")}
          required
        />
        <DateInput
          name="endsOn"
          label={t("offer.endsOn")}
          defaultValue={value("endsOn", values.endsOn)}
          error={error("endsOn")}
          required
        />
      </div>
      {values.maySign && (
        <Checkbox name="consent" label={t("offer.consent")} hint={t("offer.consentHint")} />
      )}
      <SubmitButton icon="handshake">{t("offer.submit")}</SubmitButton>
    </Form>
  );
}

function FeeFields({ view }: { view: View }) {
  const { t } = useTranslation("brokers");
  const { value, error } = view;
  return (
    <>
      <RadioGroup
        name="feeKind"
        label={t("offer.feeKind")}
        look="inline"
        options={FEE_KINDS.map((kind) => ({ value: kind, label: t(`offer.feeKinds.${kind}`) }))}
        defaultValue={value("feeKind", "STEPS")}
        error={error("feeKind")}
        required
      />
      <MoneyInput
        name="fixedFee"
        label={t("offer.fixedFee")}
        hint={t("offer.fixedFeeHint")}
        defaultValue={value("fixedFee")}
        error={error("fixedFee")}
      />
      <FieldSet
        name="steps"
        label={t("offer.steps")}
        hint={t("offer.stepsHint")}
        error={error("steps")}
      >
        <div className="space-y-3">
          {Array.from({ length: MAX_STEPS }, (_, index) => {
            const name = (part: string) => `steps[${index}].${part}`;
            return (
              <div
                key={name("row")}
                className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]"
              >
                <TextInput
                  name={name("upto")}
                  label={t("offer.stepUpto", { number: index + 1 })}
                  inputMode="decimal"
                  defaultValue={value(name("upto"))}
                  error={error(name("upto"))}
                />
                <TextInput
                  name={name("rate")}
                  label={t("offer.stepRate")}
                  inputMode="decimal"
                  defaultValue={value(name("rate"))}
                  error={error(name("rate"))}
                />
              </div>
            );
          })}
        </div>
      </FieldSet>
    </>
  );
}
