import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";
import type { STAFF_ROLES } from "~/domain/roadshows/events/member-schema";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import type { RoadshowFrame } from "~/domain/roadshows/events/roadshow-view";

const GROUPS = ["prepare", "programme", "day", "after"] as const;

type Tab = {
  /** Path under the event, and word in `tabs`. */
  page: string;
  word:
    | "overview"
    | "edit"
    | "places"
    | "staff"
    | "dates"
    | "call"
    | "participants"
    | "timetable"
    | "checkIn"
    | "stage"
    | "questions"
    | "scores"
    | "signing"
    | "followUp"
    | "replays"
    | "report";
  /** Pages of one group share a row of their own; the overview stands alone. */
  group?: (typeof GROUPS)[number];
  /** Beside the organiser, these see the page too. */
  seats?: readonly (typeof STAFF_ROLES)[number][];
  /** The page is there once the event is approved. */
  isLater?: boolean;
};

const TABS: readonly Tab[] = [
  { page: "", word: "overview", seats: ["DESK", "MODERATOR", "STAGE", "REVIEWER", "JUDGE"] },
  { page: "edit", word: "edit", group: "prepare" },
  { page: "places", word: "places", group: "prepare" },
  { page: "staff", word: "staff", group: "prepare" },
  { page: "dates", word: "dates", group: "prepare", isLater: true },
  { page: "call", word: "call", group: "programme", isLater: true },
  { page: "participants", word: "participants", group: "programme", isLater: true },
  { page: "timetable", word: "timetable", group: "programme", isLater: true },
  { page: "check-in", word: "checkIn", group: "day", seats: ["DESK"], isLater: true },
  { page: "stage", word: "stage", group: "day", seats: ["STAGE", "MODERATOR"], isLater: true },
  {
    page: "questions",
    word: "questions",
    group: "day",
    seats: ["MODERATOR", "STAGE"],
    isLater: true,
  },
  { page: "scores", word: "scores", group: "day", isLater: true },
  { page: "signing", word: "signing", group: "day", seats: ["DESK", "STAGE"], isLater: true },
  { page: "follow-up", word: "followUp", group: "after", isLater: true },
  { page: "replays", word: "replays", group: "after", isLater: true },
  { page: "report", word: "report", group: "after", isLater: true },
];

/** So many fit in one row; more are shown by group. */
const MAX_IN_ROW = 6;

const BEFORE_APPROVAL = ["DRAFT", "VETTING"];

/** Pages of one event that the reader may open: in one row, or by group with the current group's pages below. */
export function OrganiserTabs({ frame }: { frame: RoadshowFrame }) {
  const { t } = useTranslation("roadshows");
  const { pathname } = useLocation();
  const isOpen = (tab: Tab) => {
    if (tab.isLater && BEFORE_APPROVAL.includes(frame.state)) return false;
    return frame.isOrganiser || (tab.seats ?? []).some((role) => frame.roles.includes(role));
  };
  const open = TABS.filter(isOpen).map((tab) => {
    const to = organiserHref(frame.id, tab.page);
    const current = tab.page === "" ? pathname === to : pathname.startsWith(to);
    return { to, label: t(`tabs.${tab.word}`), current, group: tab.group };
  });
  const name = frame.title || t("number", { number: frame.number });
  if (open.length <= MAX_IN_ROW) return <Tabs label={name} items={open} />;
  const groups = GROUPS.map((group) => ({
    group,
    pages: open.filter((one) => one.group === group),
  }));
  const here = groups.find(({ pages }) => pages.some((one) => one.current));
  const top = groups.flatMap(({ group, pages }) =>
    pages[0]
      ? [{ to: pages[0].to, label: t(`tabGroups.${group}`), current: group === here?.group }]
      : [],
  );
  return (
    <>
      <Tabs label={name} items={[...open.filter((one) => !one.group), ...top]} />
      {here && here.pages.length > 1 && (
        <Tabs label={t(`tabGroups.${here.group}`)} items={here.pages} />
      )}
    </>
  );
}
