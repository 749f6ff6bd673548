import { formatFen } from "~/domain/shared/money";
import type { KeptFigures, ReportFigures } from "./report-view";

export type FigureUnit = "COUNT" | "SHARE" | "MONEY" | "STARS";

export type FigureRow = {
  /** Section and name, such as "meetings.held": its words are in `leads:report.rows`. */
  key: string;
  unit: FigureUnit;
  /**
   * Counts; hundredths of a per cent; fen; hundredths of a star. Null: nothing to show; undefined: not
   * counted when the version was frozen.
   */
  value: string | number | null | undefined;
};

export type FigureSection = { key: string; rows: FigureRow[] };

/** The sections of a report in order, each with its figures; the same for page, paper and workbook. */
const SECTIONS = {
  pitches: ["submitted", "presented", "supply", "demand", "noShow", "organisations"],
  people: ["registered", "checkedIn", "walkIns", "firms", "firmsCheckedIn"],
  meetings: ["wished", "requested", "accepted", "cancelled", "planned", "held", "missed", "heldBp"],
  cards: ["total", "meet", "material", "invest", "people"],
  leads: ["total", "answered", "inTime", "rooms", "dropped", "answeredBp"],
  outcomes: ["intentions", "contracts", "registrations", "totalFen", "technicalFen"],
  stated: ["intentions", "contracts", "statedFen"],
  ratings: ["count", "organisation", "content", "meetings"],
} as const satisfies { [S in keyof ReportFigures]?: readonly (keyof ReportFigures[S])[] };

export type SectionKey = keyof typeof SECTIONS;

function unitOf(section: string, name: string): FigureUnit {
  if (name.endsWith("Fen")) return "MONEY";
  if (name.endsWith("Bp")) return "SHARE";
  return section === "ratings" && name !== "count" ? "STARS" : "COUNT";
}

/** @param isPublic leaves out what people state */
export function reportSections(figures: KeptFigures, isPublic = false): FigureSection[] {
  const keys = Object.keys(SECTIONS) as SectionKey[];
  return keys
    .filter((key) => !(isPublic && key === "stated"))
    .map((key) => {
      const values = (figures[key] ?? {}) as Record<string, string | number | null | undefined>;
      return {
        key,
        rows: SECTIONS[key].map((name) => ({
          key: `${key}.${name}`,
          unit: unitOf(key, name),
          value: isCounted(key, name, values) ? values[name] : undefined,
        })),
      };
    });
}

/** Before pairs of wishes were counted, the share of the meetings held was one of something else. */
const isCounted = (key: string, name: string, values: Record<string, unknown>) =>
  key !== "meetings" || name !== "heldBp" || values.wished !== undefined;

/** The way from the stage to registration, in order. */
export function reportSteps({ pitches, meetings, outcomes }: KeptFigures) {
  return [
    { key: "presented", value: pitches?.presented },
    { key: "wished", value: meetings?.wished },
    { key: "planned", value: meetings?.planned },
    { key: "held", value: meetings?.held },
    { key: "intentions", value: outcomes?.intentions },
    { key: "contracts", value: outcomes?.contracts },
    { key: "registrations", value: outcomes?.registrations },
  ] as const;
}

/** A figure as people read it. @param words what stands where there is none */
export function figureText(
  row: FigureRow,
  locale: string,
  words: { nothing: string; notCounted: string },
): string {
  if (row.value === undefined) return words.notCounted;
  if (row.value === null) return words.nothing;
  switch (row.unit) {
    case "MONEY":
      return formatFen(BigInt(row.value), locale);
    case "SHARE":
      return `${(Number(row.value) / 100).toFixed(1)}%`;
    case "STARS":
      return (Number(row.value) / 100).toFixed(2);
    case "COUNT":
      return new Intl.NumberFormat(locale).format(Number(row.value));
  }
}

/** Rounds of follow-up as rows of a table: days, asked, answered and the answers. */
export const FOLLOW_UP_COLUMNS = [
  "days",
  "asked",
  "answered",
  "talking",
  "intention",
  "contract",
  "nothing",
] as const;
