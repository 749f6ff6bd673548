import { useTranslation } from "react-i18next";
import { LocalTime } from "~/components/roadshows/events/local-time";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { AgendaEntry, EntryRole } from "~/domain/roadshows/timetable/agenda-view";

type Row = AgendaEntry & { role?: EntryRole };

/** Entries by day, in each day by hall or, for one person, by time alone. */
export function AgendaDays({ entries, byPlace }: { entries: readonly Row[]; byPlace: boolean }) {
  const days = groupBy(entries, (entry) => formatDateTime(entry.startsAt));
  return (
    <div className="space-y-8">
      {days.map(([day, ofDay]) => (
        <section key={day} className="space-y-4 print:break-inside-avoid-page">
          <h2 className="tabular text-xl">{day}</h2>
          {byPlace ? (
            <div className="grid items-start gap-5 lg:grid-cols-2 print:grid-cols-1">
              {groupBy(ofDay, (entry) => entry.placeId).map(([placeId, here]) => (
                <Card key={placeId} title={here[0]?.placeName} headingLevel={3} padding="flush">
                  <EntryList entries={here} showPlace={false} />
                </Card>
              ))}
            </div>
          ) : (
            <Card padding="flush">
              <EntryList entries={ofDay} showPlace />
            </Card>
          )}
        </section>
      ))}
    </div>
  );
}

function EntryList({ entries, showPlace }: { entries: readonly Row[]; showPlace: boolean }) {
  const { t } = useTranslation("timetable");
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 px-4 py-3 print:break-inside-avoid"
        >
          <p className="tabular text-sm">
            <time dateTime={entry.startsAt.toISOString()}>
              {formatDateTime(entry.startsAt, "time")}
            </time>
            –
            <time dateTime={entry.endsAt.toISOString()}>
              {formatDateTime(entry.endsAt, "time")}
            </time>
          </p>
          <div className="min-w-0">
            <p className="font-medium">{entry.title || t("agenda.confidential")}</p>
            <LocalTime from={entry.startsAt} to={entry.endsAt} className="block" />
            {showPlace && (
              <p className="text-sm">
                {entry.placeKind === "TABLES"
                  ? t("agenda.table", { place: entry.placeName, seat: entry.seat })
                  : entry.placeName}
              </p>
            )}
            <People entry={entry} />
            <p className="mt-1 flex flex-wrap gap-2">
              <Badge>{t(`kinds.${entry.kind}`)}</Badge>
              {entry.role && entry.role !== "PARTY" && (
                <Badge tone="brand">{t(`roles.${entry.role}`)}</Badge>
              )}
              {entry.isConfidential && entry.title && (
                <Badge tone="warning" icon="shield">
                  {t("board.confidential")}
                </Badge>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function People({ entry }: { entry: Row }) {
  const named = entry.people.filter(({ role }) => role !== "JUDGE");
  if (named.length === 0) return null;
  return (
    <p className="text-sm text-muted">
      {named.map(({ name, organisationName }) => `${name} ${organisationName}`.trim()).join(" · ")}
    </p>
  );
}

/** In the order in which each group first appears. */
function groupBy(entries: readonly Row[], keyOf: (entry: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups];
}
