import type { PdfBlock } from "~/platform/pdf-blocks";
import type { Evaluation } from "./evaluate-dossier.server";
import type { PaperTexts } from "./paper-texts";
import { RECOGNITION_RULES_VERSION } from "./recognition-rules";

/** The checks of a dossier as data: what was checked, by which rules, and what came out. */
export function checksReport(evaluation: Evaluation, on: string) {
  const { report, completeness, findings } = evaluation;
  const found = new Map(findings.map((one) => [one.checkId, one]));
  return {
    rulesVersion: RECOGNITION_RULES_VERSION,
    on,
    outcome: report.outcome,
    refusals: report.refusals,
    completenessPercent: completeness.percent,
    missing: completeness.missing,
    notApplicable: report.notApplicable,
    results: report.results.map(({ id, kind, answer, reason, formula, sources, isFinding }) => ({
      ...{ id, kind, answer, reason, formula, isFinding },
      finding: found.get(id)?.note ?? "",
      sources: sources.map(({ law, at }) => ({ law, at: [...at] })),
    })),
  };
}

export type ChecksReport = ReturnType<typeof checksReport>;

/** The same as pages. */
export function checksBlocks(
  report: ChecksReport,
  number: string,
  { t, rules }: PaperTexts,
): PdfBlock[] {
  const { on, rulesVersion: version } = report;
  const sourceText = ({ law, at }: ChecksReport["results"][number]["sources"][number]) =>
    `${rules(`law.${law}`)}${at.length > 0 ? ` ${at.join("、")}` : ""}`;
  return [
    {
      kind: "title",
      text: t("exports.checksTitle"),
      subtitle: t("exports.checksSubtitle", { number, on, version }),
    },
    {
      kind: "keyValue",
      rows: [
        { label: t("exports.outcome"), value: t(`exports.outcomes.${report.outcome}`) },
        { label: t("field.completeness"), value: `${report.completenessPercent}%` },
      ],
    },
    {
      kind: "table",
      small: true,
      columns: [
        { heading: t("exports.check"), weight: 1 },
        { heading: t("exports.checkTitle"), weight: 4 },
        { heading: t("exports.checkAnswer"), weight: 2 },
        { heading: t("exports.checkBasis"), weight: 4 },
      ],
      rows: report.results.map((one) => [
        one.id,
        one.finding
          ? `${rules(`check.${one.id}.title`)}\n${one.finding}`
          : rules(`check.${one.id}.title`),
        t(`exports.answer.${one.answer}`),
        one.sources.map(sourceText).join("\n"),
      ]),
    },
    { kind: "paragraph", small: true, text: t("exports.checksNote") },
  ];
}
