import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Checklist } from "~/components/ui/checklist";
import { fieldId } from "~/components/ui/field";
import type { LicenceFault } from "~/domain/licences/licence-check-rules";
import { errorCode } from "~/domain/shared/error-code";
import { useErrorText } from "~/i18n/use-error-text";
import { useFieldLabels } from "./use-field-labels";

type LicenceFaultsProps = {
  faults: readonly LicenceFault[];
  /** Page with the fields, when they can be changed. */
  editPath: string | null;
};

/** What is missing, and what bars the licence. */
export function LicenceFaults({ faults, editPath }: LicenceFaultsProps) {
  const { t } = useTranslation("licences");
  const labels = useFieldLabels();
  const text = useErrorText();
  if (faults.length === 0) return <Alert tone="success">{t("file.ready")}</Alert>;
  return (
    <Checklist
      label={t("file.checks")}
      items={faults.map((fault) => ({
        id: `${fault.field}-${fault.code}`,
        label: labels[fault.field] ?? fault.field,
        state: "unmet",
        note: text(errorCode(fault.code, fault.params)),
        ...(editPath ? { to: `${editPath}#${fieldId(fault.field)}` } : {}),
      }))}
    />
  );
}
