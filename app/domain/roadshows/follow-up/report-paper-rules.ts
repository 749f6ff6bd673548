import type { TFunction } from "i18next";
import { formatFen } from "~/domain/shared/money";
import type { PdfBlock } from "~/platform/pdf-blocks";
import { toWallClock } from "../events/wall-clock-schema";
import { FOLLOW_UP_COLUMNS, figureText, reportSections, reportSteps } from "./report-table-rules";
import type { KeptFigures } from "./report-view";

export type ReportWords = {
  locale: "zh-CN" | "en";
  t: TFunction<"leads">;
  /** Name of a technology field by its code. */
  fieldName: (code: string) => string;
};

export type ReportEvent = { title: string; startsOn: string | null };

export const paperTitle = ({ scope }: KeptFigures, { t }: ReportWords): string =>
  t(scope.kind === "SERIES" ? "report.seriesPaperTitle" : "report.paperTitle");

/** Days and place of what is reported, as one line. */
export function scopeLine({ scope }: KeptFigures, { t }: ReportWords): string {
  const dates = scope.from === scope.to ? (scope.from ?? "") : `${scope.from} – ${scope.to}`;
  const events = scope.kind === "SERIES" ? t("report.eventsCount", { count: scope.events }) : "";
  return [scope.organiser, dates, events].filter(Boolean).join("　");
}

/** What the figures are, and the minute at which they stood. */
export function basisLine({ asOf }: KeptFigures, { t }: ReportWords): string {
  return `${t("report.basis")} ${t("report.asOf", { at: toWallClock(asOf).replace("T", " ") })}`;
}

/** The chart of fields and that of the way from wish to meeting, as bars. */
function charts(figures: KeptFigures, words: ReportWords): PdfBlock[] {
  const { t } = words;
  const fields = (figures.pitches?.fields ?? []).slice(0, 12);
  return [
    {
      kind: "together",
      blocks: [
        { kind: "heading", text: t("report.chain"), level: 2 },
        {
          kind: "bars",
          rows: reportSteps(figures).map(({ key, value }) => ({
            label: t(`report.steps.${key}`),
            values: [value ?? 0],
            text: value === undefined ? t("report.notCounted") : String(value),
          })),
        },
      ],
    },
    ...(fields.length > 0
      ? ([
          {
            kind: "together",
            blocks: [
              { kind: "heading", text: t("report.fields"), level: 2 },
              {
                kind: "bars",
                series: [t("report.rows.pitches.supply"), t("report.rows.pitches.demand")],
                rows: fields.map((one) => ({
                  label: one.code === "" ? t("report.noField") : words.fieldName(one.code),
                  values: [one.supply, one.demand],
                  text: `${one.supply} + ${one.demand}`,
                })),
              },
            ],
          },
        ] satisfies PdfBlock[])
      : []),
  ];
}

/** Events of a series, each on its line. */
function eventTable(events: readonly ReportEvent[], { t }: ReportWords): PdfBlock[] {
  if (events.length === 0) return [];
  return [
    { kind: "heading", text: t("report.events"), level: 2 },
    {
      kind: "table",
      columns: [
        { heading: t("report.event"), weight: 4 },
        { heading: t("report.day"), weight: 1, align: "right" },
      ],
      rows: events.map((one) => [one.title, one.startsOn ?? ""]),
    },
  ];
}

/** A report as a paper: what it counts, charts, figures by section, rounds of follow-up. */
export function reportBlocks(
  figures: KeptFigures,
  words: ReportWords,
  more: { frozen?: { version: number; hash: string }; events?: readonly ReportEvent[] } = {},
): PdfBlock[] {
  const { t, locale } = words;
  const { frozen, events = [] } = more;
  const none = { nothing: t("report.nothing"), notCounted: t("report.notCounted") };
  const rounds = figures.followUps ?? [];
  const sections = reportSections(figures).map(
    ({ key, rows }): PdfBlock => ({
      kind: "together",
      blocks: [
        { kind: "heading", text: t(`report.sections.${key as "people"}`), level: 2 },
        {
          kind: "table",
          columns: [
            { heading: t("report.figure"), weight: 3 },
            { heading: t("report.value"), weight: 2, align: "right" },
          ],
          rows: rows.map((row) => [
            t(`report.rows.${row.key}` as "report.rows.people.firms"),
            figureText(row, locale, none),
          ]),
        },
      ],
    }),
  );
  const followUps: PdfBlock[] =
    rounds.length === 0
      ? []
      : [
          {
            kind: "together",
            blocks: [
              { kind: "heading", text: t("report.sections.followUps"), level: 2 },
              {
                kind: "table",
                columns: [...FOLLOW_UP_COLUMNS, "statedFen" as const].map((name) => ({
                  heading: t(`report.rows.followUps.${name}`),
                  weight: name === "statedFen" ? 2 : 1,
                  align: "right" as const,
                })),
                rows: rounds.map((one) => [
                  ...FOLLOW_UP_COLUMNS.map((name) => String(one[name])),
                  formatFen(BigInt(one.statedFen), locale),
                ]),
                small: true,
              },
            ],
          },
        ];
  return [
    { kind: "title", text: figures.scope.title, subtitle: paperTitle(figures, words) },
    { kind: "paragraph", text: scopeLine(figures, words), align: "centre" },
    { kind: "note", text: basisLine(figures, words) },
    ...eventTable(events, words),
    ...charts(figures, words),
    ...sections,
    ...followUps,
    ...(frozen
      ? ([
          { kind: "rule" },
          {
            kind: "paragraph",
            text: t("report.hashLine", { version: frozen.version, hash: frozen.hash }),
            small: true,
            align: "left",
          },
        ] satisfies PdfBlock[])
      : []),
  ];
}
