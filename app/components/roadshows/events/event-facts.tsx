import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { seriesHref } from "~/domain/roadshows/events/roadshow-href";
import type { RoadshowRules } from "~/domain/roadshows/events/roadshow-rules-schema";
import { LocalTime } from "./local-time";
import { daysText } from "./roadshow-table";

type Moment = string | Date;

type Facts = {
  intro: string;
  organiser: { id: string; name: string };
  series: { number: number; title: string } | null;
  fields: string[];
  region: string;
  format: string;
  venue: string;
  address: string;
  directions: string;
  contact: string;
  languages: string[];
  maxAudience: number | null;
  startsOn: string | null;
  endsOn: string | null;
  rules: RoadshowRules | null;
};

/** What the event is, where, and by which rules. */
export function EventFacts({ event }: { event: Facts }) {
  const { t } = useTranslation("roadshows");
  const { rules } = event;
  const isOnline = event.format !== "ONSITE";
  return (
    <>
      <Card>
        {event.intro && <p className="mb-4 whitespace-pre-wrap text-ink">{event.intro}</p>}
        <DescriptionList
          hideEmpty
          items={[
            { label: t("page.days"), value: <span className="tabular">{daysText(event)}</span> },
            { label: t("page.format"), value: t(`formats.${event.format as "BOTH"}`) },
            { label: t("page.place"), value: event.venue },
            { label: t("page.mapText"), value: event.address },
            {
              label: t("page.directions"),
              value: event.directions && (
                <span className="whitespace-pre-wrap">{event.directions}</span>
              ),
            },
            { label: t("page.online"), value: isOnline ? t("page.onlineText") : null },
            { label: t("page.region"), value: event.region },
            { label: t("page.fields"), value: event.fields.join(" · ") },
            {
              label: t("page.languages"),
              value: event.languages.map((code) => t(`languages.${code as "en"}`)).join(" · "),
            },
            {
              label: t("page.organiser"),
              value: (
                <Link className="link" to={`/organisations/${event.organiser.id}`}>
                  {event.organiser.name}
                </Link>
              ),
            },
            {
              label: t("page.series"),
              value: event.series && (
                <Link className="link" to={seriesHref(event.series.number)}>
                  {event.series.title}
                </Link>
              ),
            },
            { label: t("page.contact"), value: event.contact },
            { label: t("page.maxAudience"), value: event.maxAudience },
          ]}
        />
      </Card>
      {rules && (
        <Card title={t("page.rules")}>
          <ul className="list-disc space-y-1 pl-5 text-ink">
            <li>
              {t("page.rule.pitch", { talk: rules.talkMinutes, questions: rules.questionMinutes })}
            </li>
            <li>
              {rules.judgesPerPitch === 0
                ? t("page.rule.noJudges")
                : t("page.rule.judges", {
                    judges: rules.judgesPerPitch,
                    high: rules.dropHigh,
                    low: rules.dropLow,
                    decimals: rules.decimals,
                  })}
            </li>
            <li>{t("page.rule.projects", { count: rules.projectsPerOrganisation })}</li>
            <li>
              {t("page.rule.meeting", { minutes: rules.meetingMinutes, max: rules.meetingsMax })}
            </li>
            <li>{t("page.rule.firm", { count: rules.peoplePerFirm })}</li>
          </ul>
        </Card>
      )}
    </>
  );
}

type Place = {
  id: string;
  kind: string;
  name: string;
  count: number;
  capacity: number;
  equipment: string[];
  openings: { from: Moment; to: Moment }[];
};
type Item = {
  id: string;
  kind: string;
  title: string;
  minutes: number;
  startsAt: Moment | null;
};

const spanText = ({ from, to }: { from: Moment; to: Moment }) => {
  const start = formatDateTime(from, "datetime");
  const end = formatDateTime(to, "datetime");
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
};

/** Halls and tables with their openings, and what takes place beside the pitches. */
export function PlaceFacts({
  places,
  items,
}: {
  places: readonly Place[];
  items: readonly Item[];
}) {
  const { t } = useTranslation("roadshows");
  return (
    <>
      {places.length > 0 && (
        <Card title={t("page.halls")}>
          <ul className="divide-y divide-line">
            {places.map((one) => (
              <li key={one.id} className="py-3 first:pt-0 last:pb-0">
                <p className="font-medium text-ink">
                  {one.name}{" "}
                  <span className="text-sm font-normal text-muted">
                    {t(`placeKinds.${one.kind as "HALL"}`)} ·{" "}
                    {one.kind === "TABLES"
                      ? t("page.tables", { count: one.count })
                      : t("page.capacity", { count: one.capacity })}
                  </span>
                </p>
                {one.equipment.length > 0 && (
                  <p className="text-sm text-muted">
                    {one.equipment.map((key) => t(`equipment.${key as "POWER"}`)).join(" · ")}
                  </p>
                )}
                <ul className="tabular text-sm text-muted">
                  {one.openings.map((span) => (
                    <li key={String(span.from)}>
                      {spanText(span)} <LocalTime {...span} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {items.length > 0 && (
        <Card title={t("page.programme")}>
          <ul className="divide-y divide-line">
            {items.map((one) => (
              <li key={one.id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span className="text-ink">{one.title}</span>
                <span className="text-sm text-muted">
                  {one.startsAt && (
                    <>
                      <DateTime value={one.startsAt} format="datetime" />{" "}
                      <LocalTime from={one.startsAt} /> ·{" "}
                    </>
                  )}
                  {one.minutes} {t("form.minutes")}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
