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
  pitch_call_over: "The call is over, or has not begun.",
  pitch_not_selecting: "This is possible during the selection only.",
  pitch_too_many: "Your organisation has handed in as many projects as this roadshow allows.",
  pitch_twice: "This achievement or need was handed in for this roadshow already.",
  pitch_no_organisation: "Join or create an organisation first, with the right to publish.",
  pitch_source: "Choose a published achievement or need of your organisation.",
  pitch_presenter:
    "The presenter must be a member of your organisation; without an account, write the name.",
  pitch_companions: "At most {{max}} people beside the presenter.",
  pitch_format: "This does not fit the format of the roadshow.",
  pitch_time: "Write the time as 09:30.",
  pitch_time_order: "The end must be after the beginning.",
  pitch_novelty_unanswered: "Answer the question on novelty before handing in.",
  pitch_patent_first:
    "Patent first, or choose a session under an undertaking of confidentiality. Showing it in public destroys novelty (Patent Law art. 22); the six months of art. 24 do not cover an ordinary roadshow.",
  pitch_nda_session: "What is shown under an undertaking only needs a confidential session.",
  pitch_application_number: "Give the application number or the date of filing.",
  pitch_novelty_note: "Say when and where it became public, or why it cannot be patented.",
  pitch_confirm_over: "The time to confirm is over; the place counts as given up.",
  pitch_no_material: "No slides were handed in yet.",
  pitch_material_time:
    "Slides cannot be handed in now: confirm first; accepted slides change when the organiser asks again.",
  pitch_material_pages: "A PDF has between 1 and {{max}} pages.",
  pitch_material_broken: "The file cannot be opened. It may be damaged or encrypted.",
  pitch_material_phone: "Please leave telephone numbers out of the file name.",
  pitch_recused: "You have stepped back from this project.",
  pitch_not_reviewing: "This project cannot be reviewed now.",
  pitch_reviewed: "The reviewer has handed in points; the organiser can no longer order a recusal.",
  pitch_points: "Give whole points from 0 to 100.",
  pitch_bulk_none: "No project fits.",
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
