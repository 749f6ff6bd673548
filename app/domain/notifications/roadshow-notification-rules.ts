/** What the market tells a person about roadshows; see notification-rules. */
export const ROADSHOW_NOTIFICATION_KINDS = {
  // events
  roadshowToApprove: ["title", "organisation"],
  roadshowApproved: ["title"],
  roadshowSentBack: ["title", "note"],
  roadshowCallClosed: ["title"],
  roadshowCancelled: ["title", "note"],
  roadshowMoved: ["title", "from", "to", "note"],
  roadshowDeadlines: ["title", "date"],
  roadshowSeatOffered: ["title", "organisation"],
  roadshowSeatAnswered: ["title", "name"],
  roadshowSeatTaken: ["title"],
  // call
  // timetable
  // meetings
  // day
  // after
  roadshowLeads: ["title", "count"],
  roadshowLeadWaits: ["title", "name"],
  roadshowFollowUpAsked: ["title", "days", "date"],
  roadshowFollowUpWaits: ["title", "days"],
} as const;
