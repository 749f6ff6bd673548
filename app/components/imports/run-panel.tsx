import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { ProgressBar } from "~/components/ui/progress-bar";
import { Stat, StatGrid } from "~/components/ui/stat";
import type { ImportKind } from "~/domain/imports/import-field-rules";
import type { ImportRunState } from "~/domain/imports/import-run-procedure";
import { useErrorText } from "~/i18n/use-error-text";

export interface RunFigures {
  kind: ImportKind;
  state: ImportRunState;
  isDryRun: boolean;
  publish: boolean;
  totalRows: number | null;
  cursor: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  isCancelling: boolean;
  failure: string | null;
}

/** How often a page that is open asks how far the run has come. */
const REFRESH_MS = 1500;

function useRefresh(isLive: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isLive) return;
    const timer = setInterval(revalidate, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isLive, revalidate]);
}

/** Progress, result and next step of an import run. */
export function RunPanel({ run }: { run: RunFigures }) {
  const isLive = run.state === "QUEUED" || run.state === "RUNNING";
  useRefresh(isLive);
  return (
    <div className="space-y-6">
      {isLive ? <Progress run={run} /> : <Outcome run={run} />}
      <Figures run={run} />
    </div>
  );
}

function Progress({ run }: { run: RunFigures }) {
  const { t } = useTranslation("imports");
  const total = run.totalRows;
  return (
    <Card>
      <div className="space-y-4" aria-live="polite">
        <ProgressBar
          value={total === null ? null : run.cursor}
          max={total ?? 100}
          label={run.state === "QUEUED" ? t("run.waiting") : t(`state.${run.state}`)}
          valueText={
            total === null
              ? t("run.progressUnknown")
              : t("run.progress", { cursor: run.cursor, total })
          }
        />
        {run.isCancelling && <p className="text-sm text-muted">{t("run.cancelling")}</p>}
        <div className="flex flex-wrap gap-3">
          <LinkButton to="." icon="refresh">
            {t("run.refresh")}
          </LinkButton>
          {!run.isCancelling && (
            <Form method="post">
              <SubmitButton intent="cancel" variant="danger">
                {t("run.cancel")}
              </SubmitButton>
            </Form>
          )}
        </div>
      </div>
    </Card>
  );
}

function Outcome({ run }: { run: RunFigures }) {
  const { t } = useTranslation("imports");
  const errorText = useErrorText();
  const { created, updated, unchanged, rejected } = run;
  const figures = { created, updated, unchanged, rejected };
  const remap = (
    <SubmitButton intent="remap" variant="secondary">
      {t("run.remap")}
    </SubmitButton>
  );
  if (run.state === "FAILED") {
    return (
      <Alert
        tone="danger"
        title={t("run.failed")}
        actions={run.isDryRun ? <Form method="post">{remap}</Form> : undefined}
      >
        {errorText(run.failure)}
      </Alert>
    );
  }
  if (run.state === "CANCELLED") return <Alert tone="neutral">{t("run.cancelled")}</Alert>;
  if (run.isDryRun) {
    const hasWork = created + updated > 0;
    return (
      <Alert tone={rejected > 0 ? "warning" : "info"} title={t("run.dryRunDone")}>
        <p>{t("run.dryRunText", figures)}</p>
        <Form method="post" className="mt-3 flex flex-wrap gap-3">
          {hasWork && (
            <SubmitButton intent="commit">
              {t(run.publish ? "run.commitPublish" : "run.commit")}
            </SubmitButton>
          )}
          {remap}
        </Form>
      </Alert>
    );
  }
  return (
    <Alert tone="success" title={t("run.done")}>
      <p>{t("run.doneText", figures)}</p>
      {!run.publish && created > 0 && <p className="mt-1">{t("run.doneDrafts")}</p>}
      <div className="mt-3">
        <LinkButton to={run.kind === "ACHIEVEMENT" ? "/desk/achievements" : "/desk/needs"}>
          {t("run.toListings")}
        </LinkButton>
      </div>
    </Alert>
  );
}

function Figures({ run }: { run: RunFigures }) {
  const { t, i18n } = useTranslation("imports");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <StatGrid>
      {(["created", "updated", "unchanged", "rejected"] as const).map((key) => (
        <Stat key={key} label={t(`column.${key}`)} value={number.format(run[key])} />
      ))}
    </StatGrid>
  );
}
