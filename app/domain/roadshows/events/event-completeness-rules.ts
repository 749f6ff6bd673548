import { countCodePoints } from "~/domain/catalogue/field-kinds";
import { rulesFault } from "./announced-rules";
import { isInsideDays } from "./event-days-rules";
import { readSpans, roadshowRulesSchema } from "./roadshow-rules-schema";

type EventParts = {
  title: string;
  intro: string;
  fieldCodes: readonly string[];
  regionCode: string | null;
  format: string;
  venue: string;
  address: string;
  contact: string;
  onlineUrl: string;
  languages: readonly string[];
  /** Calendar dates. */
  startsOn: string | null;
  endsOn: string | null;
  callDueAt: Date | null;
  confirmDueAt: Date | null;
  materialsDueAt: Date | null;
  audienceDueAt: Date | null;
  rules: unknown;
  places: readonly { kind: string; name: string; openings: unknown }[];
  items: readonly { startsAt: Date | null; minutes: number }[];
};

/** What is wrong: the field it belongs to, and a code of the errors. */
export type EventFault = { field: string; code: string };

const DUE_FIELDS = ["callDueAt", "confirmDueAt", "materialsDueAt", "audienceDueAt"] as const;

/** What an event still lacks before the office can look at it, most basic first. */
export function eventFaults(
  parts: EventParts,
  limits: { now: Date; nightHours: number },
): EventFault[] {
  const faults: EventFault[] = [];
  const need = (field: string, isThere: boolean, code = "required") => {
    if (!isThere) faults.push({ field, code });
  };
  const isOnSite = parts.format !== "ONLINE";
  const isOnline = parts.format !== "ONSITE";
  need("title", countCodePoints(parts.title.trim()) >= 4);
  need("intro", parts.intro.trim() !== "");
  need("fieldCodes", parts.fieldCodes.length > 0);
  need("regionCode", parts.regionCode !== null);
  need("languages", parts.languages.length > 0);
  need("contact", parts.contact !== "");
  if (isOnSite) {
    need("venue", parts.venue !== "");
    need("address", parts.address !== "");
  }
  need("startsOn", parts.startsOn !== null);
  need("endsOn", parts.endsOn !== null);
  for (const field of DUE_FIELDS) need(field, parts[field] !== null);
  const { startsOn, endsOn } = parts;
  if (startsOn !== null && endsOn !== null) {
    need("endsOn", endsOn >= startsOn, "roadshow_ends_before");
    const first = Date.parse(`${startsOn}T00:00:00+08:00`);
    need("startsOn", first > limits.now.getTime(), "roadshow_starts_past");
    faults.push(...dueFaults(parts, first + 86_400_000, limits.now));
    for (const place of parts.places) {
      const spans = readSpans(place.openings);
      need("places", spans.length > 0, "roadshow_place_closed");
      const isInside = spans.every((one) =>
        isInsideDays(one, { startsOn, endsOn }, limits.nightHours),
      );
      need("places", isInside, "roadshow_outside_days");
    }
    for (const item of parts.items) {
      if (item.startsAt === null) continue;
      const to = new Date(item.startsAt.getTime() + item.minutes * 60_000);
      const span = { from: item.startsAt, to };
      const isInside = isInsideDays(span, { startsOn, endsOn }, limits.nightHours);
      need("items", isInside, "roadshow_outside_days");
    }
  }
  const rules = roadshowRulesSchema.safeParse(parts.rules);
  const fault = rules.success ? rulesFault(rules.data) : { field: "rules", code: "required" };
  if (fault) faults.push(fault);
  const hasStage = parts.places.some(
    (one) => (isOnSite && one.kind === "HALL") || (isOnline && one.kind === "ONLINE_ROOM"),
  );
  need("places", hasStage, isOnSite ? "roadshow_no_hall" : "roadshow_no_room");
  return faults;
}

/** Deadlines lie ahead, in their order, and none after the first day. */
function dueFaults(parts: EventParts, latestMs: number, now: Date): EventFault[] {
  const faults: EventFault[] = [];
  let before = now.getTime();
  for (const field of DUE_FIELDS) {
    const at = parts[field]?.getTime();
    if (at === undefined) continue;
    // The audience registers beside the others: its end has only to be ahead.
    const least = field === "audienceDueAt" ? now.getTime() : before;
    if (at <= now.getTime()) faults.push({ field, code: "roadshow_due_past" });
    else if (at < least) faults.push({ field, code: "roadshow_due_order" });
    else if (at > latestMs) faults.push({ field, code: "roadshow_due_late" });
    before = Math.max(before, at);
  }
  return faults;
}
