import type { CalendarEvent } from "~/domain/shared/icalendar";

type Dated = {
  id: string;
  number: number;
  title: string;
  state: string;
  bidsDueAt: Date | null;
  candidatesEndAt: Date | null;
  standstillEndsAt: Date | null;
};

export type CalendarTexts = { due: string; candidates: string; standstill: string };

/** The dates of a tender as calendar entries; a date that was moved keeps its entry. */
export function tenderEvents(
  tender: Dated,
  about: { origin: string; texts: CalendarTexts; changedAt: Date },
): CalendarEvent[] {
  const { origin, texts, changedAt } = about;
  const host = new URL(origin).host;
  const isOver = tender.state === "CANCELLED" || tender.state === "FAILED";
  const entry = (key: keyof CalendarTexts, start: Date | null): CalendarEvent[] =>
    start
      ? [
          {
            uid: `tender-${tender.id}-${key}@${host}`,
            // Every amendment may move a date, and a suspension moves them too.
            sequence: Math.floor(changedAt.getTime() / 1000),
            changedAt,
            title: `${texts[key]}：${tender.title}`,
            url: `${origin}/tenders/${tender.number}`,
            status: isOver ? "CANCELLED" : "CONFIRMED",
            start,
            remindMinutes: key === "due" ? [24 * 60] : [],
          },
        ]
      : [];
  return [
    ...entry("due", tender.bidsDueAt),
    ...entry("candidates", tender.candidatesEndAt),
    ...entry("standstill", tender.standstillEndsAt),
  ];
}
