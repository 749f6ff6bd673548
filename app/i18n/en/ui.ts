import type { Messages } from "../messages";
import type { ui as zh } from "../zh-CN/ui";

export const ui: Messages<typeof zh> = {
  brand: {
    name: "Grand Market",
    second: "科技大市场",
    tagline: "Where research finds its use",
  },
  nav: {
    skip: "Skip to content",
    primary: "Main",
    menu: "Menu",
    achievements: "Achievements",
    needs: "Needs",
    organisations: "Organisations",
    statistics: "Statistics",
    desk: "My desk",
    deskMenu: "Desk navigation",
    account: "Account and security",
    notifications_one: "Notifications, {{count}} unread",
    notifications_other: "Notifications, {{count}} unread",
  },
  account: {
    signIn: "Sign in",
    signUp: "Sign up",
    signOut: "Sign out",
    menu: "Account menu",
  },
  footer: {
    market: "Market",
    take: "Take part",
    publishAchievement: "Publish an achievement",
    postNeed: "Post a need",
    promise:
      "Reviewed before it is public, with a record of every step. All public listings can be read without signing in.",
    openSource: "Open source under Apache-2.0",
  },
  auth: {
    reasonReview:
      "Listings are confirmed by the organisation and reviewed by the market before they are public.",
    reasonRecord: "Who did what and when is kept in a tamper-evident record.",
    reasonOwn: "You decide what is shown, and to whom.",
  },
  language: { label: "Language" },
  button: { busy: "Working…" },
  field: {
    required: " (required)",
    limit: "At most {{max}} characters",
    over: "{{count}} over the limit of {{max}}",
    left: "{{count}} characters left",
  },
  form: {
    errorTitle_one: "There is {{count}} problem to correct",
    errorTitle_other: "There are {{count}} problems to correct",
    errorAt: "{{label}}: {{message}}",
  },
  money: {
    yuan: "yuan",
    readingWan: "= {{amount}} × 10,000 yuan (万)",
    readingYi: "= {{amount}} × 100 million yuan (亿)",
  },
  options: { filter: "Find in the options", choose: "Please choose", all: "All" },
  tags: {
    hintLive: "Press Enter to add; commas add several at once.",
    hintPlain: "Separate several words by commas.",
    remove: "Remove “{{tag}}”",
  },
  file: {
    limit: "At most {{size}} per file.",
    tooLarge: "over the limit",
  },
  pagination: {
    label: "Pages",
    first: "First",
    previous: "Previous",
    next: "Next",
    page: "Page {{page}}",
  },
  breadcrumbs: { label: "You are here" },
  stepper: {
    position: "Step {{current}} of {{total}}",
    done: " (done)",
    current: " (current step)",
    todo: " (not started)",
    error: " (needs correction)",
  },
  search: {
    label: "Search",
    placeholder: "Technology, application, figure …",
    submit: "Search",
    suggestions: "Search suggestions",
    suggestionCount_one: "{{count}} suggestion, choose with the arrow keys",
    suggestionCount_other: "{{count}} suggestions, choose with the arrow keys",
  },
  facet: {
    selected: " (selected)",
    more: "{{count}} more",
    clear: "Clear filters",
    active: "Active filters",
    remove: "Remove filter “{{label}}”",
  },
  list: { notGiven: "Not given" },
  time: { zone: "Beijing time" },
  progress: { loading: "Loading…" },
  flash: { close: "Dismiss message" },
  dialog: { close: "Close" },
  copy: { copy: "Copy", copied: "Copied" },
  check: {
    met: "Met",
    unmet: "Not met",
    person: "For a person to decide",
  },
  diff: {
    added: "Added: ",
    removed: "Removed: ",
    same: "No difference",
  },
  quality: {
    label: "Completeness",
    value: "{{value}} / {{max}}",
  },
};
