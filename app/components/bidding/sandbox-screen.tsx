import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import type { SimulationReport } from "~/domain/bidding/simulate-view";
import { useErrorText } from "~/i18n/use-error-text";
import { SandboxForm, type SandboxFormProps } from "./sandbox-form";
import { SandboxReport } from "./sandbox-report";

interface SandboxScreenProps {
  values: SandboxFormProps["values"];
  /** Codes by field. */
  errors: Record<string, string[]>;
  report: SimulationReport | null;
  isExample: boolean;
}

/** Rules and assumptions on one side, what the engine makes of them on the other. */
export function SandboxScreen({ values, errors, report, isExample }: SandboxScreenProps) {
  const { t } = useTranslation("bidding");
  const text = useErrorText();
  const { "": whole = [], ...fields } = errors;
  const shown = Object.fromEntries(
    Object.entries(fields).map(([name, codes]) => [name, text(codes)]),
  );
  return (
    <>
      <PageHeader
        title={t("sandbox.title")}
        lead={t("sandbox.lead")}
        breadcrumbs={[{ label: t("sandbox.toLots"), to: "/lots" }, { label: t("sandbox.title") }]}
      />
      <div className="space-y-5">
        <FormErrorSummary
          errors={shown}
          formErrors={whole.flatMap((code) => text(code) ?? [])}
          labels={Object.fromEntries(
            Object.keys(fields).map((name) => [name, t(`sandbox.${name as "step"}`)]),
          )}
        />
        <Alert tone="warning" title={t("sandbox.disclaimer")}>
          {t("sandbox.disclaimerText")}
        </Alert>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <SandboxForm values={values} errors={shown} />
          {report ? (
            <SandboxReport report={report} values={values} isExample={isExample} />
          ) : (
            <Card title={t("sandbox.result")}>
              <p className="text-muted">{t("sandbox.notRun")}</p>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
