import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { EmptyState } from "~/components/ui/empty-state";
import type { ScorePage, ScoreRow } from "~/domain/roadshows/day/score-view";

type Props = { page: ScorePage; roadshowId: string; view: FormAnswer };

/** Projects of the stage in the order of their ranks, with every judge's figure. */
export function ScoreList({ page, roadshowId, view }: Props) {
  const { t } = useTranslation("stage");
  const { rule, rows } = page;
  const mayPublish = rows.some((one) => one.rank !== null && !one.isPublished);
  return (
    <div className="space-y-5">
      <p className="max-w-3xl text-muted">
        {t("scores.rule", {
          high: rule.dropHigh,
          low: rule.dropLow,
          decimals: rule.decimals,
          fewest: rule.fewest,
        })}{" "}
        {t("scores.ties")}
      </p>
      {rows.length === 0 && <EmptyState title={t("scores.none")} headingLevel={3} />}
      {rows.map((row) => (
        <ScoreCard key={row.projectId} row={row} roadshowId={roadshowId} view={view} />
      ))}
      {mayPublish && (
        <Card title={t("scores.publish")} headingLevel={3}>
          <p className="mb-3 max-w-prose text-muted">{t("scores.publishLead")}</p>
          <Form method="post">
            <SubmitButton intent="publish">{t("scores.publish")}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  );
}

function ScoreCard({
  row,
  roadshowId,
  view,
}: {
  row: ScoreRow;
  roadshowId: string;
  view: FormAnswer;
}) {
  const { t } = useTranslation("stage");
  const isRefused = view.text("projectId") === row.projectId;
  const state = row.isPublished
    ? { tone: "success" as const, text: t("scores.published") }
    : row.isClosed
      ? { tone: "info" as const, text: t("scores.closed") }
      : row.isPresented
        ? { tone: "warning" as const, text: t("scores.open") }
        : { tone: "neutral" as const, text: t("scores.notPresented") };
  return (
    <Card
      headingLevel={3}
      title={`${t("project", { number: row.number })} · ${row.title}`}
      actions={
        <>
          <Badge tone={state.tone}>{state.text}</Badge>
          {row.isClosed && (
            <LinkButton
              to={`/desk/roadshows/${roadshowId}/scores/${row.projectId}`}
              size="sm"
              aria-label={`${t("scores.print")} ${row.number}`}
            >
              {t("scores.print")}
            </LinkButton>
          )}
        </>
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        {row.rank !== null && (
          <span className="text-xl font-semibold text-ink">
            {t("audience.rank", { rank: row.rank })}
          </span>
        )}
        {row.result !== null && (
          <span className="tabular text-xl text-ink">
            {t("scores.result")} {row.result}
          </span>
        )}
        <span className="text-muted">
          {row.organisation} · {t("scores.given", { count: row.sheets.length })}
        </span>
      </p>
      {row.sheets.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2" aria-label={t("scores.sheets")}>
          {row.sheets.map((sheet) => (
            <li
              key={sheet.name + sheet.total}
              className="rounded-md border border-line px-3 py-1.5 text-sm"
            >
              {sheet.name} <span className="tabular font-medium text-ink">{sheet.total}</span>
              {sheet.isDropped && <span className="text-muted"> · {t("scores.dropped")}</span>}
            </li>
          ))}
        </ul>
      )}
      {row.excluded.length > 0 && (
        <div className="mt-3 text-sm">
          <p className="text-muted">{t("scores.excluded")}</p>
          <ul className="mt-1 space-y-1">
            {row.excluded.map((sheet) => (
              <li key={sheet.name + sheet.total} className="[overflow-wrap:anywhere]">
                {sheet.name} <s className="tabular">{sheet.total}</s> ·{" "}
                {t(`scores.why.${sheet.kind}`)}
                {sheet.reason && ` · ${sheet.reason}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!row.isClosed && row.isPresented && (
        <Form method="post" className="mt-4 grid gap-3" noValidate>
          <input type="hidden" name="projectId" value={row.projectId} />
          <Checkbox
            id={`without-${row.number}`}
            name="isWithout"
            label={t("scores.without")}
            error={isRefused ? view.error("isWithout") : undefined}
          />
          <div>
            <SubmitButton intent="close" variant="secondary">
              {t("scores.close")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
