import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { IP_STATUSES, PRICE_KINDS } from "~/domain/catalogue/achievement-schema";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { RowEditor } from "./row-editor";
import { useStepForm } from "./step-form";

type StepProps = { view: WizardView };

export function DescriptionStep() {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <Textarea
        name="description"
        label={t("field.description")}
        hint={form.hint("description", t("hint.description"))}
        defaultValue={form.text("description")}
        error={form.error("description")}
        rows={12}
        maxLength={4000}
        required
      />
      <RowEditor
        name="advantages"
        label={t("field.advantages")}
        hint={form.hint("advantages", t("hint.advantages"))}
        max={10}
      >
        {(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_2fr]">
            {(["claim", "figure", "unit", "baseline"] as const).map((cell) => (
              <TextInput
                key={cell}
                name={`${prefix}.${cell}`}
                label={t(`row.${cell}`)}
                defaultValue={row[cell]}
                error={form.error(`${prefix}.${cell}`)}
              />
            ))}
          </div>
        )}
      </RowEditor>
      <Textarea
        name="applications"
        label={t("field.applications")}
        hint={form.hint("applications", t("hint.applications"))}
        defaultValue={form.text("applications")}
        error={form.error("applications")}
        rows={5}
        maxLength={2000}
      />
    </>
  );
}

export function ReadinessStep({ view }: StepProps) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <Select
        name="trlDeclared"
        label={t("field.trlDeclared")}
        hint={form.hint("trlDeclared", t("hint.trl"))}
        options={view.options.trlLevels.map(({ value, label, meaning }) => ({
          value,
          label: `${value} · ${label}：${meaning}`,
        }))}
        placeholder={t("edit.choose")}
        defaultValue={form.text("trlDeclared")}
        error={form.error("trlDeclared")}
        required
      />
      <fieldset className="space-y-4">
        <legend className="font-medium text-ink">{t("field.trlEvidence")}</legend>
        <p className="text-sm text-muted">{form.hint("trlEvidence", t("hint.trlEvidence"))}</p>
        {view.options.trlLevels.map(({ value, label, meaning }, index) => (
          <div key={value}>
            <input type="hidden" name={`trlEvidence[${index}].level`} value={value} />
            <Textarea
              name={`trlEvidence[${index}].evidence`}
              label={`${value} · ${label}`}
              hint={meaning}
              defaultValue={form.text(`trlEvidence[${index}].evidence`)}
              error={form.error(`trlEvidence[${index}].evidence`)}
              rows={2}
              maxLength={500}
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}

export function IpStep({ view }: StepProps) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <RowEditor
        name="ipRights"
        label={t("field.ipRights")}
        hint={form.hint("ipRights", t("hint.ipRights"))}
        max={20}
      >
        {(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            <Select
              name={`${prefix}.kind`}
              label={t("row.ipKind")}
              options={view.options.ipKinds.filter(({ value }) => value !== "PATENT")}
              placeholder={t("edit.choose")}
              defaultValue={row.kind}
              error={form.error(`${prefix}.kind`)}
            />
            <TextInput
              name={`${prefix}.number`}
              label={t("row.number")}
              defaultValue={row.number}
              error={form.error(`${prefix}.number`)}
              autoComplete="off"
            />
            <Select
              name={`${prefix}.status`}
              label={t("row.status")}
              options={IP_STATUSES.map((value) => ({ value, label: t(`ipStatus.${value}`) }))}
              defaultValue={row.status || "PENDING"}
              error={form.error(`${prefix}.status`)}
            />
            <TextInput
              className="sm:col-span-2"
              name={`${prefix}.title`}
              label={t("row.ipTitle")}
              defaultValue={row.title}
              error={form.error(`${prefix}.title`)}
            />
            <TextInput
              name={`${prefix}.owners`}
              label={t("row.owners")}
              defaultValue={row.owners}
              error={form.error(`${prefix}.owners`)}
            />
            <DateInput
              name={`${prefix}.filedOn`}
              label={t("row.filedOn")}
              defaultValue={row.filedOn}
              error={form.error(`${prefix}.filedOn`)}
            />
            <DateInput
              name={`${prefix}.expiresOn`}
              label={t("row.expiresOn")}
              defaultValue={row.expiresOn}
              error={form.error(`${prefix}.expiresOn`)}
            />
          </div>
        )}
      </RowEditor>
      <RowEditor
        name="coOwners"
        label={t("field.coOwners")}
        hint={form.hint("coOwners", t("hint.coOwners"))}
        max={10}
      >
        {(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-[2fr_1fr] sm:items-end">
            <TextInput
              name={`${prefix}.name`}
              label={t("row.coOwner")}
              defaultValue={row.name}
              error={form.error(`${prefix}.name`)}
            />
            <Checkbox
              name={`${prefix}.hasConsent`}
              label={t("row.hasConsent")}
              defaultChecked={row.hasConsent === "on"}
            />
          </div>
        )}
      </RowEditor>
      {view.threatensNovelty && (
        <Alert tone="warning" title={t("edit.disclosureTitle")}>
          <p>{t("edit.disclosureText")}</p>
          <Checkbox
            className="mt-3"
            name="disclosureAcknowledged"
            label={t("edit.disclosureAccept")}
            defaultChecked={form.isTicked("disclosureAcknowledged")}
            error={form.error("disclosureAcknowledged")}
          />
        </Alert>
      )}
    </>
  );
}

export function CooperationStep({ view }: StepProps) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <CheckboxGroup
        name="modes"
        label={t("field.modes")}
        hint={form.hint("modes")}
        options={view.options.modes}
        defaultValue={form.list("modes")}
        error={form.error("modes")}
        columns={2}
        required
      />
      <CheckboxGroup
        name="licenceKinds"
        label={t("field.licenceKinds")}
        hint={form.hint("licenceKinds")}
        options={view.options.licenceKinds}
        defaultValue={form.list("licenceKinds")}
        error={form.error("licenceKinds")}
        columns={2}
      />
      <RadioGroup
        name="priceKind"
        label={t("field.priceKind")}
        hint={form.hint("priceKind")}
        options={PRICE_KINDS.map((value) => ({ value, label: t(`priceKind.${value}`) }))}
        defaultValue={form.text("priceKind") || "NEGOTIABLE"}
        error={form.error("priceKind")}
        look="inline"
      />
      <div className="grid gap-4 md:grid-cols-3">
        <MoneyInput
          name="priceMinFen"
          label={t("field.priceMinFen")}
          hint={form.hint("priceMinFen")}
          defaultValue={form.text("priceMinFen")}
          error={form.error("priceMinFen")}
        />
        <MoneyInput
          name="priceMaxFen"
          label={t("field.priceMaxFen")}
          hint={form.hint("priceMaxFen")}
          defaultValue={form.text("priceMaxFen")}
          error={form.error("priceMaxFen")}
        />
        <TextInput
          name="royaltyRateBp"
          label={t("field.royaltyRateBp")}
          hint={form.hint("royaltyRateBp", t("hint.royalty"))}
          suffix="%"
          width="short"
          inputMode="decimal"
          defaultValue={form.text("royaltyRateBp")}
          error={form.error("royaltyRateBp")}
        />
      </div>
      <Textarea
        name="cooperationNote"
        label={t("field.cooperationNote")}
        hint={form.hint("cooperationNote", t("hint.cooperationNote"))}
        defaultValue={form.text("cooperationNote")}
        error={form.error("cooperationNote")}
        rows={4}
        maxLength={1000}
      />
      <RowEditor
        name="team"
        label={t("field.team")}
        hint={form.hint("team", t("hint.team"))}
        max={12}
      >
        {(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
            <TextInput
              name={`${prefix}.role`}
              label={t("row.role")}
              defaultValue={row.role}
              error={form.error(`${prefix}.role`)}
            />
            <TextInput
              name={`${prefix}.expertise`}
              label={t("row.expertise")}
              defaultValue={row.expertise}
              error={form.error(`${prefix}.expertise`)}
            />
          </div>
        )}
      </RowEditor>
    </>
  );
}
