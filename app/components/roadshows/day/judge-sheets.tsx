import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { NumberInput } from "~/components/ui/number-input";
import { Textarea } from "~/components/ui/textarea";
import type { JudgePage, JudgeSheet } from "~/domain/roadshows/day/score-view";

type Props = { page: JudgePage; view: FormAnswer };

/** The judge's projects, the one on stage first. */
export function JudgeSheets({ page, view }: Props) {
  const { t } = useTranslation("stage");
  return (
    <>
      {!page.isOpen && <Alert tone="info">{t("judge.notOpen")}</Alert>}
      {page.sheets.length === 0 && <EmptyState title={t("judge.none")} />}
      {page.sheets.map((sheet) => (
        <SheetCard key={sheet.projectId} sheet={sheet} page={page} view={view} />
      ))}
    </>
  );
}

function SheetCard({ sheet, page, view }: Props & { sheet: JudgeSheet }) {
  const { t } = useTranslation("stage");
  const { own } = sheet;
  const isRefused = view.text("projectId") === sheet.projectId;
  const kept = (name: string, stored: string) => (isRefused ? view.text(name) : stored);
  const error = (name: string) => (isRefused ? view.error(name) : undefined);
  const id = (name: string) => `${name}-${sheet.number}`;
  return (
    <Card
      title={`${t("project", { number: sheet.number })} · ${sheet.title}`}
      actions={sheet.isOnStage && <Badge tone="brand">{t("judge.onStage")}</Badge>}
    >
      <p className="text-muted">
        <span className="tabular">{formatDateTime(sheet.startsAt, "datetime")}</span> ·{" "}
        {sheet.placeName} · {sheet.organisation}
      </p>
      {own && (
        <p className="mt-2">
          <Badge tone="success" icon="check">
            {t("judge.own", { total: own.total })}
          </Badge>
        </p>
      )}
      {sheet.isRecused && <p className="mt-2">{t("judge.recused")}</p>}
      {sheet.isClosed && <p className="mt-2">{t("judge.closed")}</p>}
      {page.isOpen && sheet.mayScore && (
        <Form method="post" className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
          <input type="hidden" name="projectId" value={sheet.projectId} />
          {page.criteria.length === 0 ? (
            <NumberInput
              id={id("total")}
              name="total"
              label={t("judge.total")}
              required
              defaultValue={kept("total", own?.total ?? "")}
              error={error("total")}
            />
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {page.criteria.map((one) => {
                const stored = own?.points[one.key];
                return (
                  <NumberInput
                    key={one.key}
                    id={id(one.key)}
                    name={`points.${one.key}`}
                    label={one.label}
                    hint={`${t("judge.weight", { weight: one.weight })} · ${t("judge.points")}`}
                    integer
                    required
                    defaultValue={kept(
                      `points.${one.key}`,
                      stored === undefined ? "" : String(stored),
                    )}
                    error={error(`points.${one.key}`)}
                  />
                );
              })}
            </div>
          )}
          <Textarea
            id={id("note")}
            name="note"
            label={t("judge.note")}
            rows={2}
            maxLength={500}
            defaultValue={kept("note", own?.note ?? "")}
            error={error("note")}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton intent="score">{t(own ? "judge.change" : "judge.save")}</SubmitButton>
            <span className="text-sm text-muted">{t("judge.hint")}</span>
          </div>
        </Form>
      )}
    </Card>
  );
}
