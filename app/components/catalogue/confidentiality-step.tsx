import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import { VISIBILITIES } from "~/domain/catalogue/visibility-rules";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { useStepForm } from "./step-form";

/** Who may read what, whether the owner is named, and the declaration about state secrets. */
export function ConfidentialityStep({ view }: { view: WizardView }) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  const levels = VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }));
  return (
    <>
      <fieldset className="space-y-3">
        <legend className="font-medium text-ink">{t("field.sectionVisibility")}</legend>
        <p className="text-sm text-muted">{t("edit.sectionLead")}</p>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {view.sections.map((section) => (
            <Select
              key={section}
              name={`sectionVisibility.${section}`}
              label={t(`section.${section}`)}
              options={levels}
              defaultValue={form.text(`sectionVisibility.${section}`) || "PUBLIC"}
              error={form.error(`sectionVisibility.${section}`)}
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        name="isBlinded"
        label={t("field.isBlinded")}
        hint={form.hint("isBlinded", t("hint.isBlinded"))}
        defaultChecked={form.isTicked("isBlinded")}
        error={form.error("isBlinded")}
      />
      <Alert tone="warning" title={t("edit.stateSecretTitle")}>
        <Checkbox
          name="noStateSecretDeclared"
          label={t("edit.stateSecretAccept")}
          hint={form.hint("noStateSecretDeclared")}
          defaultChecked={form.isTicked("noStateSecretDeclared")}
          error={form.error("noStateSecretDeclared")}
        />
      </Alert>
    </>
  );
}
