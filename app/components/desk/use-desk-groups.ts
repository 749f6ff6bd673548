import { useTranslation } from "react-i18next";
import type { IconName } from "~/components/ui/icon";

type NavItem = { to: string; label: string; icon: IconName; count?: number; end?: boolean };
type NavGroup = { title?: string; isFolded?: boolean; items: NavItem[] };
type Seat = { office: string; regionCode: string | null };
type RegistrarSeat = { officeId: string; role: string };

/** Figures beside the entries of the side navigation; zero shows nothing. */
export type DeskCounts = {
  unread: number;
  introductionsWaiting: number;
  achievementsToCheck: number;
  needsToCheck: number;
  dealsWaiting?: number;
  /** The person may judge pairs. */
  canJudge?: boolean;
  /** The person works between the sides: of a verified agency, or the market's operator. */
  isBroker?: boolean;
};

/** Side navigation of the desk for one person. */
export function useDeskGroups(
  seats: readonly Seat[],
  counts: DeskCounts,
  registrarSeats: readonly RegistrarSeat[] = [],
): NavGroup[] {
  const { t } = useTranslation([
    "desk",
    "bidding",
    "payments",
    "matching",
    "recognition",
    "brokers",
    "performance",
    "terms",
    "licences",
    "oversight",
    "trading",
    "tenders",
    "stage",
    "challenges",
    "pitches",
    "leads",
    "meetings",
    "roadshows",
  ]);
  const brokerage: NavItem = {
    to: "/desk/brokerage",
    label: t("matching:brokerage.nav"),
    icon: "handshake",
  };
  const board: NavItem = { to: "/desk/broker", label: t("brokers:nav.board"), icon: "grid" };
  const groups: NavGroup[] = [
    { items: [{ to: "/desk", label: t("nav.overview"), icon: "home", end: true }] },
    {
      title: t("nav.publishing"),
      items: [
        {
          to: "/desk/achievements",
          label: t("nav.achievements"),
          icon: "bulb",
          count: counts.achievementsToCheck,
        },
        { to: "/desk/needs", label: t("nav.needs"), icon: "target", count: counts.needsToCheck },
        { to: "/desk/lots", label: t("trading:nav.lots"), icon: "money", end: true },
        { to: "/desk/licences", label: t("licences:nav.offers"), icon: "certificate" },
        { to: "/desk/imports", label: t("nav.imports"), icon: "upload" },
      ],
    },
    {
      title: t("nav.connecting"),
      items: [
        { to: "/desk/matches", label: t("nav.matches"), icon: "handshake" },
        {
          to: "/desk/introductions",
          label: t("nav.introductions"),
          icon: "chat",
          count: counts.introductionsWaiting,
        },
        {
          to: "/desk/deals",
          label: t("nav.deals"),
          icon: "shield",
          count: counts.dealsWaiting ?? 0,
        },
        { to: "/desk/mandates", label: t("brokers:nav.mandates"), icon: "handshake" },
        ...(counts.isBroker ? [board, brokerage] : []),
        ...(counts.canJudge
          ? ([
              { to: "/desk/judgements", label: t("nav.judgements"), icon: "check" },
            ] satisfies NavItem[])
          : []),
        { to: "/desk/saved-searches", label: t("nav.savedSearches"), icon: "star" },
      ],
    },
    {
      title: t("nav.roadshows"),
      isFolded: true,
      items: [
        { to: "/desk/visits", label: t("meetings:nav.visits"), icon: "calendar" },
        { to: "/desk/pitches", label: t("pitches:title"), icon: "bulb" },
        { to: "/desk/leads", label: t("leads:nav"), icon: "handshake" },
        { to: "/desk/signings", label: t("stage:signing.nav"), icon: "handshake" },
        { to: "/desk/judging", label: t("pitches:judging.title"), icon: "check" },
        { to: "/desk/roadshows", label: t("roadshows:nav.mine"), icon: "calendar" },
        { to: "/desk/seats", label: t("roadshows:nav.seats"), icon: "users" },
      ],
    },
    {
      title: t("nav.trading"),
      isFolded: true,
      items: [
        { to: "/desk/lots/applications", label: t("trading:nav.applications"), icon: "list" },
        { to: "/desk/bidding", label: t("bidding:desk.title"), icon: "clock" },
        { to: "/desk/tenders", label: t("tenders:desk.title"), icon: "lock" },
        { to: "/desk/challenges", label: t("challenges:nav.mine"), icon: "target", end: true },
        { to: "/desk/intentions", label: t("challenges:nav.intentions"), icon: "list" },
        { to: "/desk/challenges/appraisals", label: t("challenges:nav.appraisals"), icon: "check" },
      ],
    },
    {
      title: t("nav.settling"),
      isFolded: true,
      items: [
        { to: "/desk/publicity", label: t("terms:publicity.own"), icon: "flag" },
        { to: "/desk/registrations", label: t("recognition:nav.mine"), icon: "certificate" },
        { to: "/desk/instalments", label: t("performance:payments.listTitle"), icon: "money" },
        { to: "/desk/rewards", label: t("performance:reward.title"), icon: "users" },
        { to: "/desk/payments", label: t("payments:listTitle"), icon: "money" },
        { to: "/desk/disputes", label: t("oversight:nav.disputes"), icon: "flag" },
      ],
    },
    {
      title: t("nav.own"),
      items: [
        {
          to: "/desk/notifications",
          label: t("nav.notifications"),
          icon: "bell",
          count: counts.unread,
        },
        { to: "/desk/organisation", label: t("nav.organisation"), icon: "building" },
        { to: "/desk/account", label: t("nav.account"), icon: "settings" },
      ],
    },
  ];
  if (seats.some((seat) => seat.office !== "TALENT_POOL")) {
    groups.push({
      title: t("nav.office"),
      items: [{ to: "/office", label: t("nav.officeOverview"), icon: "shield" }],
    });
  }
  if (seats.some((seat) => seat.office === "TALENT_POOL")) {
    groups.push({
      title: t("nav.office"),
      items: [{ to: "/office/brokers", label: t("brokers:nav.queue"), icon: "certificate" }],
    });
  }
  if (registrarSeats.length > 0) {
    groups.push({
      title: t("recognition:nav.office"),
      items: [{ to: "/office/registrations", label: t("recognition:nav.queue"), icon: "list" }],
    });
  }
  return groups;
}

/** Side navigation of the office: reviewers, operators and registrars see what is theirs. */
export function useOfficeGroups(
  seats: readonly Seat[],
  registrarSeats: readonly RegistrarSeat[],
): NavGroup[] {
  const { t } = useTranslation([
    "desk",
    "recognition",
    "brokers",
    "bidding",
    "payments",
    "licences",
    "oversight",
    "trading",
    "tenders",
    "challenges",
    "roadshows",
  ]);
  const isOperator = seats.some((seat) => seat.office === "MARKET_OPERATOR");
  const isReviewer = isOperator || seats.some((seat) => seat.office === "REVIEWER");
  const groups: NavGroup[] = [];
  if (isReviewer) {
    groups.push({
      title: t("nav.office"),
      items: [
        { to: "/office", label: t("nav.officeOverview"), icon: "shield", end: true },
        { to: "/office/reviews", label: t("nav.reviews"), icon: "list" },
        { to: "/office/verifications", label: t("nav.verifications"), icon: "certificate" },
        { to: "/desk/judgements", label: t("nav.judgements"), icon: "check" },
        { to: "/office/challenges", label: t("challenges:nav.office"), icon: "target" },
        ...(isOperator
          ? ([
              { to: "/office/matching", label: t("nav.matching"), icon: "chart" },
              { to: "/office/lots", label: t("trading:nav.office"), icon: "money" },
              { to: "/office/bidding", label: t("bidding:office.title"), icon: "clock" },
              { to: "/office/tenders", label: t("tenders:office.title"), icon: "lock" },
              { to: "/office/roadshows", label: t("roadshows:nav.office"), icon: "calendar" },
              { to: "/office/licences", label: t("licences:nav.office"), icon: "certificate" },
              { to: "/office/oversight", label: t("oversight:nav.watch"), icon: "shield" },
              { to: "/office/outbox", label: t("nav.outbox"), icon: "mail" },
              { to: "/office/audit", label: t("nav.audit"), icon: "history" },
            ] satisfies NavItem[])
          : []),
      ],
    });
  }
  if (isOperator) {
    groups.push({
      title: t("payments:office.nav"),
      items: [
        { to: "/office/payments", label: t("payments:office.payments.title"), icon: "money" },
        { to: "/office/refunds", label: t("payments:office.refunds.title"), icon: "refresh" },
        { to: "/office/payouts", label: t("payments:office.payouts.title"), icon: "arrow-right" },
        { to: "/office/ledger", label: t("payments:office.ledger.title"), icon: "list" },
        {
          to: "/office/reconciliation",
          label: t("payments:office.reconciliation.title"),
          icon: "check",
        },
      ],
    });
  }
  if (seats.some((seat) => seat.office === "TALENT_POOL")) {
    groups.push({
      title: t("nav.office"),
      items: [{ to: "/office/brokers", label: t("brokers:nav.queue"), icon: "certificate" }],
    });
  }
  if (registrarSeats.length > 0 || isOperator) {
    groups.push({
      title: t("recognition:nav.office"),
      items: [
        ...(registrarSeats.length > 0
          ? ([
              {
                to: "/office/registrations",
                label: t("recognition:nav.queue"),
                icon: "list",
                end: true,
              },
              {
                to: "/office/registrations/statistics",
                label: t("recognition:nav.statistics"),
                icon: "chart",
              },
            ] satisfies NavItem[])
          : []),
        {
          to: "/office/registrations/offices",
          label: t("recognition:nav.offices"),
          icon: "building",
        },
      ],
    });
  }
  groups.push({ items: [{ to: "/desk", label: t("nav.backToDesk"), icon: "arrow-left" }] });
  return groups;
}
