import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Table } from "~/components/ui/table";
import type { AnswerDifference } from "~/domain/registration/official-answer-rules";
import type { AnswerRowView } from "~/domain/registration/official-answer-view";
import { errorCode } from "~/domain/shared/error-code";
import { toYuanText } from "~/domain/shared/money";
import { useErrorText } from "~/i18n/use-error-text";

const AMOUNTS: readonly string[] = ["total", "technical", "approvedIncome"];

function Difference({ difference }: { difference: AnswerDifference }) {
  const { t } = useTranslation("certificates");
  const shown = (text: string) =>
    text !== "" && AMOUNTS.includes(difference.field) ? toYuanText(BigInt(text)) : text || "—";
  return (
    <li>
      {t("exports.answers.differenceText", {
        field: t(`exports.answers.${difference.field}`),
        here: shown(difference.here),
        there: shown(difference.there),
      })}
    </li>
  );
}

function Notes({ row }: { row: AnswerRowView }) {
  const { t } = useTranslation("certificates");
  const errorText = useErrorText();
  const { problems, differences, error } = row;
  if (problems.length === 0 && differences.length === 0 && !error) {
    return <span className="text-muted">{t("exports.answers.noDifference")}</span>;
  }
  return (
    <ul className="space-y-1">
      {error && (
        <li className="text-danger-600">{errorText([errorCode(error.code, error.params)])}</li>
      )}
      {problems.map((problem) => (
        <li key={`${problem.column}-${problem.code}`} className="text-danger-600">
          {t("exports.answers.problem", {
            column: t(`exports.answers.${problem.column}`),
            message: errorText([problem.code]),
          })}
        </li>
      ))}
      {differences.map((difference) => (
        <Difference key={difference.field} difference={difference} />
      ))}
    </ul>
  );
}

/** The rows of an answer with what each would do, or has done. */
export function OfficialAnswerTable({
  rows,
  step,
}: {
  rows: readonly AnswerRowView[];
  step: "PREVIEW" | "DONE";
}) {
  const { t } = useTranslation("certificates");
  return (
    <Table
      caption={step === "DONE" ? t("exports.answers.doneTitle") : t("exports.answers.preview")}
      rows={rows}
      rowKey={(row) => String(row.row)}
      columns={[
        {
          key: "row",
          header: t("exports.answers.row"),
          cell: (row) =>
            step === "PREVIEW" && row.isDue ? (
              <label className="flex items-center gap-2">
                <input type="checkbox" name="row" value={row.row} defaultChecked />
                {row.row}
              </label>
            ) : (
              row.row
            ),
        },
        {
          key: "case",
          header: t("exports.answers.reference"),
          rowHeader: true,
          cell: (row) =>
            row.found ? (
              <Link className="link" to={`/office/registrations/${row.found.id}`}>
                {row.raw.reference} {row.found.title}
              </Link>
            ) : (
              row.raw.reference || "—"
            ),
        },
        {
          key: "officialNo",
          header: t("exports.answers.officialNo"),
          cell: (row) => row.raw.officialNo || "—",
        },
        {
          key: "action",
          header: step === "DONE" ? t("exports.answers.done") : t("exports.answers.action"),
          cell: (row) => {
            if (row.problems.length > 0 || row.error) {
              return <Badge tone="danger">{t("exports.answers.blocked")}</Badge>;
            }
            const name = t(`exports.answers.actions.${row.action}`);
            if (step === "DONE" && !row.isDone) return <span className="text-muted">—</span>;
            return <Badge tone={row.action === "NONE" ? "neutral" : "success"}>{name}</Badge>;
          },
        },
        {
          key: "notes",
          header: t("exports.answers.difference"),
          cell: (row) => <Notes row={row} />,
        },
      ]}
    />
  );
}
