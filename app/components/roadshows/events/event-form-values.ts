import type { RoadshowRules } from "~/domain/roadshows/events/roadshow-rules-schema";

/** What the organiser's form shows; moments as wall-clock time. */
export type EventFormValues = {
  id: string;
  revision: number;
  title: string;
  intro: string;
  fieldCodes: string[];
  regionCode: string | null;
  format: string;
  languages: string[];
  seriesId: string | null;
  venue: string;
  address: string;
  directions: string;
  onlineUrl: string;
  contact: string;
  maxAudience: number | null;
  startsOn: string | null;
  endsOn: string | null;
  callDueAt: string;
  confirmDueAt: string;
  materialsDueAt: string;
  audienceDueAt: string;
  rules: RoadshowRules;
  defaults: RoadshowRules;
  series: { value: string; label: string }[];
};
