import type { Messages } from "../messages";
import type { errors as zh } from "../zh-CN/errors";

export const errors: Messages<typeof zh> = {
  unknown: "This did not work ({{code}}). Please try again later or contact the market operator.",
  required: "Please fill this in.",
  too_long: "At most {{max}} characters.",
  too_short: "At least {{min}} characters.",
  too_many: "At most {{max}} entries.",
  too_few: "At least {{min}} entries.",
  not_a_number: "Please enter a number.",
  out_of_range: "Please enter a number from {{min}} to {{max}}.",
  not_a_date: "Please enter a valid date such as 2027-03-31.",
  not_an_amount: "Please enter an amount with at most two decimals, such as 120000 or 350.50.",
  not_an_email: "Please enter a valid e-mail address.",
  not_a_phone: "Please enter a valid mobile number.",
  not_a_choice: "Please choose one of the options.",
  must_accept: "Please confirm this first.",
  not_found: "Nothing was found here. It may have been withdrawn, or the link is wrong.",
  forbidden: "You do not have permission to do this.",
  sign_in_required: "Please sign in first.",
  wrong_actor: "Your part in this matter does not include this step.",
  wrong_state: "The state has changed and this step is no longer open. Reload to see the latest.",
  note_required: "Please give a reason.",
  condition_not_met: "The condition “{{condition}}” is not met yet.",
  stale_revision:
    "This was changed elsewhere. What you entered is still on the page; compare it with the latest before saving.",
  body_too_large: "What you sent is too large.",
  bad_form: "The form could not be read. Please fill it in again.",
  calendar_year_unknown: "The holidays of {{year}} are not on file yet; the deadline cannot be computed.",
  too_many_requests: "Too many attempts. Please try again later.",
  cross_site: "The request came from another site and was refused. Please use the page here.",
  search_unavailable:
    "The search engine is away; these results come from the database and are ordered less well.",
};
