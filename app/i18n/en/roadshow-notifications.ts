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
    pitchSubmitted: "A pitch project came in: {{title}}",
    pitchReturned: "A pitch project was returned: {{title}}",
    pitchToReview: "Pitch projects wait for your review: {{roadshow}}",
    pitchSelected: "Selected for a roadshow: {{title}}",
    pitchReserve: "On the reserve list of a roadshow: {{title}}",
    pitchRejected: "Not selected for a roadshow: {{title}}",
    pitchReconsidered: "A pitch project is being considered again: {{title}}",
    pitchMovedUp: "Moved up from the reserve list: {{title}}",
    pitchConfirmSoon: "Please confirm soon: {{title}}",
    pitchConfirmed: "Confirmed for the roadshow: {{title}}",
    pitchWaived: "A place in the roadshow was given up: {{title}}",
    pitchLapsed: "Not confirmed in time: {{title}}",
    pitchWithdrawn: "A pitch project was withdrawn: {{title}}",
    pitchTakenOut: "The organiser took a project out of the roadshow: {{title}}",
    pitchPresenterNew: "Another presenter: {{title}}",
    pitchPresenterChanged: "Another presenter: {{title}}",
    pitchPresenterUnplanned: "Another presenter, the timetable has to be made again: {{title}}",
    pitchMaterialSoon: "Please hand in your slides soon: {{title}}",
    pitchMaterialArrived: "Slides came in: {{title}}",
    pitchMaterialAccepted: "The slides were accepted: {{title}}",
    pitchMaterialAgain: "Please hand in the slides again: {{title}}",
    // timetable
    roadshowAgendaReady: "Your agenda is out: {{title}}",
    roadshowAgendaChanged: "Your agenda has changed: {{title}}",
    roadshowEntryNew: "New in your agenda: {{entry}}",
    roadshowEntryMoved: "Moved in your agenda: {{entry}}",
    roadshowEntryCancelled: "Cancelled: {{entry}}",
    pitchWithoutPlace: "No place in the timetable: {{title}}",
    // meetings
    roadshowRegistered: "Registered: {{title}}",
    roadshowWaiting: "On the waiting list: {{title}}",
    roadshowAdmitted: "You have a place: {{title}}",
    roadshowStruck: "Your registration was cancelled: {{title}}",
    roadshowMeetingRequested: "{{name}} asks to meet you one-to-one",
    roadshowMeetingAgreed: "You will meet {{name}}",
    roadshowMeetingDeclined: "{{name}} declined to meet",
    roadshowMeetingCancelled: "The meeting with {{name}} is cancelled",
    roadshowMeetingsMissing: "No one-to-one yet: {{title}}",
    // day
    roadshowSigningAsked: "Please confirm a signing: {{title}}",
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
      "It began on {{from}} and now begins on {{to}}. {{note}} The hours in which you cannot come have moved along; please check them. Calendar subscriptions follow.",
    roadshowDeadlines: "The call now ends at {{date}}; see the event's page for the others.",
    roadshowSeatOffered: "{{organisation}} asks you to accept or decline.",
    roadshowSeatAnswered: "See the answer on the event's page of staff.",
    roadshowSeatTaken: "The organiser has taken you off the list of its staff.",
    // call
    pitchSubmitted:
      "{{organisation}} handed in a project for “{{roadshow}}”. Please check its form.",
    pitchReturned:
      "The organiser of “{{roadshow}}” writes: {{note}} You can hand it in again until the call ends.",
    pitchToReview:
      "“{{roadshow}}” has projects for you to review. If you are tied to a project's organisation, declare it first.",
    pitchSelected:
      "“{{roadshow}}”: please confirm before {{date}}. Without an answer the place is given up.",
    pitchReserve:
      "“{{roadshow}}”: on the reserve list. Note: {{note}} Reserves move up by rank, and you are told.",
    pitchRejected: "“{{roadshow}}”: not selected. Reason: {{note}}",
    pitchReconsidered:
      "The organiser of “{{roadshow}}” took the decision back. Please wait for the new one.",
    pitchMovedUp:
      "“{{roadshow}}” has a place for your project. Please confirm before {{date}}; without an answer the place is given up.",
    pitchConfirmSoon:
      "“{{roadshow}}”: please confirm before {{date}}. Without an answer the place goes to a reserve.",
    pitchConfirmed: "{{organisation}} takes part in “{{roadshow}}”.",
    pitchWaived:
      "{{organisation}} does not take part in “{{roadshow}}”; a reserve, if there is one, has moved up.",
    pitchLapsed: "“{{roadshow}}”: no answer came before {{date}}, and the place was given up.",
    pitchWithdrawn: "{{organisation}} took back the project it had handed in for “{{roadshow}}”.",
    pitchTakenOut: "“{{roadshow}}”: {{note}}",
    pitchPresenterNew: "“{{roadshow}}”: {{name}} presents the project from now on.",
    pitchPresenterChanged:
      "“{{roadshow}}”: {{name}} presents the project of {{organisation}} from now on; a public timetable has been updated.",
    pitchPresenterUnplanned:
      "“{{roadshow}}”: {{name}} presents the project of {{organisation}} from now on. Drafts made with the former presenter were given up; a public timetable still names that one. Please make the timetable again.",
    pitchMaterialSoon: "“{{roadshow}}” needs the slides before {{date}}; no usable file is in yet.",
    pitchMaterialArrived:
      "{{organisation}} handed in slides for “{{roadshow}}”. Please look at them.",
    pitchMaterialAccepted: "The organiser of “{{roadshow}}” has accepted your slides.",
    pitchMaterialAgain: "The organiser of “{{roadshow}}” writes: {{note}}",
    // timetable
    roadshowAgendaReady: "{{count}} engagements; times and places are in your agenda.",
    roadshowAgendaChanged: "{{added}} new, {{moved}} moved, {{cancelled}} cancelled.",
    roadshowEntryNew: "{{title}}: {{to}}.",
    roadshowEntryMoved: "{{title}}: from {{from}} to {{to}}.",
    roadshowEntryCancelled: "{{title}}: what was planned for {{from}} is cancelled.",
    pitchWithoutPlace:
      "“{{roadshow}}”: without cancelling something public there is no place for this project, which was confirmed on the day. The public timetable is unchanged; draft version {{version}} waits for you, to place it by hand or to leave it out.",
    // meetings
    roadshowRegistered: "Your check-in code and agenda are on the page of your visit.",
    roadshowWaiting:
      "All places are taken. When somebody cancels, the next in line gets the place and is told.",
    roadshowAdmitted:
      "Your check-in code is on the page of your visit; you can now ask others to meet.",
    roadshowStruck: "The organiser says: {{note}}",
    roadshowMeetingRequested: "Roadshow: {{title}}. Please answer on the page of your visit.",
    roadshowMeetingAgreed:
      "Roadshow: {{title}}. Time and table follow with the published timetable.",
    roadshowMeetingDeclined: "Roadshow: {{title}}. You can ask somebody else.",
    roadshowMeetingCancelled: "Roadshow: {{title}}. The time is free for another meeting.",
    roadshowMeetingsMissing:
      "Requests end on {{date}}. Your visit page suggests projects and people.",
    // day
    roadshowSigningAsked: "Roadshow: {{roadshow}}. It counts once both sides have confirmed it.",
    // after
    roadshowLeads: "New leads: {{count}}. Please get in touch within the time to reply.",
    roadshowLeadWaits: "The time to reply to {{name}} has passed. Please get in touch.",
    roadshowFollowUpAsked:
      "Please say how the project stands (due {{date}}): in talks, intention, contract or nothing.",
    roadshowFollowUpWaits:
      "How the project stands {{days}} days after the roadshow is not answered yet.",
  },
};
