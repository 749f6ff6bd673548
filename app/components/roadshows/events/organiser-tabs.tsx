import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";
import type { STAFF_ROLES } from "~/domain/roadshows/events/member-schema";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import type { RoadshowFrame } from "~/domain/roadshows/events/roadshow-view";

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
  /** Beside the organiser, these see the page too. */
  seats?: readonly (typeof STAFF_ROLES)[number][];
  /** The page is there once the event is approved. */
  isLater?: boolean;
};

const TABS: readonly Tab[] = [
  { page: "", word: "overview", seats: ["DESK", "MODERATOR", "STAGE", "REVIEWER", "JUDGE"] },
  { page: "edit", word: "edit" },
  { page: "places", word: "places" },
  { page: "staff", word: "staff" },
  { page: "dates", word: "dates", isLater: true },
  { page: "call", word: "call", isLater: true },
  { page: "participants", word: "participants", isLater: true },
  { page: "timetable", word: "timetable", isLater: true },
  { page: "check-in", word: "checkIn", seats: ["DESK"], isLater: true },
  { page: "stage", word: "stage", seats: ["STAGE", "MODERATOR"], isLater: true },
  { page: "questions", word: "questions", seats: ["MODERATOR", "STAGE"], isLater: true },
  { page: "scores", word: "scores", isLater: true },
  { page: "signing", word: "signing", seats: ["DESK", "STAGE"], isLater: true },
  { page: "follow-up", word: "followUp", isLater: true },
  { page: "replays", word: "replays", isLater: true },
  { page: "report", word: "report", isLater: true },
];

const BEFORE_APPROVAL = ["DRAFT", "VETTING"];

/** Pages of one event that the reader may open. */
export function OrganiserTabs({ frame }: { frame: RoadshowFrame }) {
  const { t } = useTranslation("roadshows");
  const { pathname } = useLocation();
  const isOpen = (tab: Tab) => {
    if (tab.isLater && BEFORE_APPROVAL.includes(frame.state)) return false;
    return frame.isOrganiser || (tab.seats ?? []).some((role) => frame.roles.includes(role));
  };
  const items = TABS.filter(isOpen).map((tab) => {
    const to = organiserHref(frame.id, tab.page);
    const isHere = tab.page === "" ? pathname === to : pathname.startsWith(to);
    return { to, label: t(`tabs.${tab.word}`), current: isHere };
  });
  return <Tabs label={frame.title || t("number", { number: frame.number })} items={items} />;
}
