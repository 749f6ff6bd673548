import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import type { ScorePage } from "~/domain/roadshows/day/score-view";

type Props = { page: ScorePage & { row: ScorePage["rows"][number] } };

const cell = "border border-line-strong px-3 py-2 text-left align-top";

/** A project's result with lines for signatures. */
export function ScoreSheet({ page }: Props) {
  const { t } = useTranslation("stage");
  const { row, rule, criteria } = page;
  return (
    <Card title={t("scores.sheet.title")}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t("scores.sheet.event")}</dt>
        <dd>{page.title}</dd>
        <dt className="text-muted">{t("scores.project")}</dt>
        <dd>
          {t("project", { number: row.number })} · {row.title} · {row.organisation} ·{" "}
          {row.presenter}
        </dd>
        <dt className="text-muted">{t("scores.sheet.result")}</dt>
        <dd className="tabular text-xl font-semibold">
          {row.result}{" "}
          {row.publishedRank !== null && `· ${t("audience.rank", { rank: row.publishedRank })}`}
        </dd>
      </dl>
      <p className="mt-3 text-sm">
        {t("scores.rule", {
          high: rule.dropHigh,
          low: rule.dropLow,
          decimals: rule.decimals,
          fewest: rule.fewest,
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
      <section className="mt-4 overflow-x-auto" aria-label={t("scores.sheets")} tabIndex={0}>
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              <th scope="col" className={cell}>
                {t("scores.sheet.judge")}
              </th>
              {criteria.map((one) => (
                <th key={one.key} scope="col" className={cell}>
                  {one.label} {one.weight}%
                </th>
              ))}
              <th scope="col" className={cell}>
                {t("scores.sheet.total")}
              </th>
              <th scope="col" className={`${cell} w-48`}>
                {t("scores.sheet.signature")}
              </th>
            </tr>
          </thead>
          <tbody>
            {row.sheets.map((sheet) => (
              <tr key={sheet.name + sheet.total}>
                <th scope="row" className={`${cell} font-medium`}>
                  {sheet.name}
                </th>
                {criteria.map((one) => (
                  <td key={one.key} className={`${cell} tabular`}>
                    {sheet.points[one.key] ?? "—"}
                  </td>
                ))}
                <td className={`${cell} tabular`}>
                  {sheet.total}
                  {sheet.isDropped && ` (${t("scores.dropped")})`}
                </td>
                <td className={`${cell} h-12`} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="mt-8 grid gap-8 sm:grid-cols-3">
        {(["supervisor", "organiser", "date"] as const).map((line) => (
          <p key={line} className="border-t border-line-strong pt-2 text-sm">
            {t(`scores.sheet.${line}`)}
          </p>
        ))}
      </div>
      <p className="mt-6 text-sm text-muted">{t("scores.sheet.note")}</p>
    </Card>
  );
}
