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
  pitchSubmitted: ["title", "roadshow", "organisation"],
  pitchReturned: ["title", "roadshow", "note"],
  pitchToReview: ["roadshow"],
  pitchSelected: ["title", "roadshow", "date"],
  pitchReserve: ["title", "roadshow", "note"],
  pitchRejected: ["title", "roadshow", "note"],
  pitchReconsidered: ["title", "roadshow"],
  pitchMovedUp: ["title", "roadshow", "date"],
  pitchConfirmSoon: ["title", "roadshow", "date"],
  pitchConfirmed: ["title", "roadshow", "organisation"],
  pitchWaived: ["title", "roadshow", "organisation"],
  pitchLapsed: ["title", "roadshow", "date"],
  pitchWithdrawn: ["title", "roadshow", "organisation"],
  pitchTakenOut: ["title", "roadshow", "note"],
  pitchMaterialArrived: ["title", "roadshow", "organisation"],
  pitchMaterialAccepted: ["title", "roadshow"],
  pitchMaterialAgain: ["title", "roadshow", "note"],
  // timetable
  // meetings
  // day
  // after
  roadshowLeads: ["title", "count"],
  roadshowLeadWaits: ["title", "name"],
  roadshowFollowUpAsked: ["title", "days", "date"],
  roadshowFollowUpWaits: ["title", "days"],
} as const;
