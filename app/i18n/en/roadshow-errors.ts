import type { Messages } from "../messages";
import type { roadshowErrors as zhCN } from "../zh-CN/roadshow-errors";

/** Refusals about roadshows, merged into the namespace `errors`. */
export const roadshowErrors: Messages<typeof zhCN> = {
  // events
  roadshow_not_open: "This cannot be done about the roadshow at present.",
  roadshow_ends_before: "The last day cannot be before the first.",
  roadshow_too_long: "A roadshow takes 31 days at most.",
  roadshow_starts_past: "The first day must lie ahead.",
  roadshow_place_closed: "Every place needs at least one opening.",
  roadshow_outside_days:
    "Times must lie within the event's days, or the early morning after the last.",
  roadshow_places_outside:
    "An opening or a fixed item lies outside the event's days. Change it first.",
  roadshow_no_hall: "Add at least one hall: without one nothing can be planned.",
  roadshow_no_room: "An online event needs at least one online room.",
  roadshow_due_past: "The deadline must lie ahead.",
  roadshow_due_order: "Deadlines follow one another: call, confirmation, materials.",
  roadshow_due_late: "No deadline can be after the event's first day.",
  roadshow_too_few_judges: "Each pitch needs at least one judge more than scores are dropped.",
  roadshow_lunch: "Lunch must end after it begins; fill both or none.",
  roadshow_break: "With a break rule the break must be longer than 0.",
  roadshow_break_short: "The time before a break cannot be shorter than one pitch.",
  roadshow_weights: "The weights must add up to 100.",
  roadshow_weights_twice: "Two criteria cannot have one name.",
  roadshow_rules_bad: "A value of the rules is out of range.",
  roadshow_call_past: "The call's deadline has passed. Change it first.",
  roadshow_no_projects: "There is no project to select from.",
  roadshow_no_plan: "Publish a timetable first, provisional or final.",
  roadshow_plan_not_final: "Publish the final timetable first.",
  roadshow_day_far: "It is too early to go live.",
  roadshow_not_accounted: "A confirmed project has not been marked as presented or absent.",
  roadshow_follow_up_open: "The follow-up is not finished.",
  roadshow_spans_bad: "Opening {{row}}: fill both, with the end after the beginning.",
  roadshow_spans_overlap: "Openings cannot overlap.",
  roadshow_place_in_plan: "The place is used in a timetable and cannot be deleted.",
  roadshow_item_in_plan: "The item is part of a timetable and cannot be deleted.",
  roadshow_place_shrinks: "A timetable uses more tables than that.",
  roadshow_place_name: "Two places of one event cannot have one name.",
  roadshow_place_count: "Only tables come in numbers.",
  roadshow_item_fixed: "A fixed item needs both a place and a beginning.",
  roadshow_item_closed: "The place is not open at that time.",
  roadshow_item_clash: "“{{title}}” is fixed in this place at that time.",
  roadshow_too_many_rows: "The limit of {{max}} is reached.",
  roadshow_person_unknown:
    "No confirmed account has this address. Ask the person to sign up first.",
  roadshow_seat_there: "This person has that seat already.",
  roadshow_seat_scored: "This person has handed in scores; the seat stays.",
  roadshow_event_over: "The event is over or cancelled.",
  roadshow_same_dates: "The dates are the same.",
  roadshow_days_fewer: "The new dates leave no room for an opening or a fixed item.",
  roadshow_series_archived: "This series is archived.",
  // call
  // timetable
  // meetings
  // day
  // after
  roadshow_lead_no_organisation:
    "This person came without an organisation: no room can be opened. Please get in touch directly.",
  roadshow_lead_unverified:
    "The other organisation is not verified yet: no room can be opened. Please get in touch directly.",
  roadshow_lead_both_sides: "You belong to both organisations: let a colleague open the room.",
  deal_both_sides: "You belong to both organisations: let a colleague open the room.",
  roadshow_follow_up_early: "It is not time yet to answer this.",
  roadshow_replay_consent: "The presenter has not agreed to recording and replay.",
  roadshow_replay_confidential: "Confidential sessions have no replay.",
  roadshow_replay_https: "Please give a link that begins with https://.",
  roadshow_rating_own: "The organiser and the staff do not rate the event.",
  roadshow_rating_late: "The time in which a rating can be changed has passed.",
  roadshow_rating_early: "The event can be rated when it is over.",
  roadshow_report_early: "The report can be frozen once the event is reported.",
};
