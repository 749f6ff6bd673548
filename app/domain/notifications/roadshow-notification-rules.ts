/** What the market tells a person about roadshows; see notification-rules. */
export const ROADSHOW_NOTIFICATION_KINDS = {
  // events
  roadshowToApprove: ["title", "organisation"],
  // call
  // timetable
  // meetings
  // day
  // after
} as const;
