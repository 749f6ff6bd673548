import type { Messages } from "../messages";
import type { common as zh } from "../zh-CN/common";

export const common: Messages<typeof zh> = {
  marketName: "Grand Market",
  tagline: "Where research finds its use",
  description: "Publish achievements and needs, find the right people, agree, sign and register.",
  save: "Save",
  cancel: "Cancel",
  back: "Back",
  next: "Next",
  edit: "Edit",
  delete: "Delete",
  confirm: "Confirm",
  search: "Search",
  more: "More",
  all: "All",
  none: "None",
  yes: "Yes",
  no: "No",
  errorTitle: "The page did not open",
  errorNotFound: "There is no such page",
  errorForbidden: "This is not open to you",
  errorServer: "Something went wrong and has been recorded. Please try again later.",
  errorReference: "Please quote this number when you report it: {{id}}",
  goHome: "Go to the home page",
  saved: "Saved.",
  done: "Done.",
};
