import type { Messages } from "../messages";
import type { roadshowNotifications as zhCN } from "../zh-CN/roadshow-notifications";

/** Sentences of notifications about roadshows, merged into the namespace `notifications`. */
export const roadshowNotifications: Messages<typeof zhCN> = {
  titles: {
    // events
    roadshowToApprove: "A roadshow waits for approval: {{title}}",
    roadshowApproved: "The roadshow is approved: {{title}}",
    roadshowSentBack: "The roadshow was sent back: {{title}}",
    roadshowCallClosed: "The call has ended: {{title}}",
    roadshowCancelled: "The roadshow is cancelled: {{title}}",
    roadshowMoved: "The roadshow has new dates: {{title}}",
    roadshowDeadlines: "Deadlines of the roadshow have changed: {{title}}",
    roadshowSeatOffered: "You are asked to work for a roadshow: {{title}}",
    roadshowSeatAnswered: "{{name}} has answered about the roadshow: {{title}}",
    roadshowSeatTaken: "You no longer work for the roadshow: {{title}}",
    // call
    // timetable
    // meetings
    // day
    // after
    roadshowLeads: "Leads from the roadshow: {{title}}",
    roadshowLeadWaits: "A lead waits for an answer: {{title}}",
    roadshowFollowUpAsked: "{{days}} days after the roadshow: {{title}}",
    roadshowFollowUpWaits: "Follow-up not answered: {{title}}",
  },
  bodies: {
    // events
    roadshowToApprove: "Organiser: {{organisation}}.",
    roadshowApproved: "Its page is public now; the call can be opened.",
    roadshowSentBack: "Reason: {{note}}",
    roadshowCallClosed: "The selection can begin.",
    roadshowCancelled: "Reason: {{note}}. Calendar subscriptions show it as cancelled.",
    roadshowMoved:
      "It began on {{from}} and now begins on {{to}}. {{note}} Calendar subscriptions follow.",
    roadshowDeadlines: "The call now ends at {{date}}; see the event's page for the others.",
    roadshowSeatOffered: "{{organisation}} asks you to accept or decline.",
    roadshowSeatAnswered: "See the answer on the event's page of staff.",
    roadshowSeatTaken: "The organiser has taken you off the list of its staff.",
    // call
    // timetable
    // meetings
    // day
    // after
    roadshowLeads: "New leads: {{count}}. Please get in touch within the time to reply.",
    roadshowLeadWaits: "The time to reply to {{name}} has passed. Please get in touch.",
    roadshowFollowUpAsked:
      "Please say how the project stands (due {{date}}): in talks, intention, contract or nothing.",
    roadshowFollowUpWaits:
      "How the project stands {{days}} days after the roadshow is not answered yet.",
  },
};
