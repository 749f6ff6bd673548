import type { Messages } from "../messages";
import type { desk as zh } from "../zh-CN/desk";

export const desk: Messages<typeof zh> = {
  nav: {
    overview: "What to do now",
    publishing: "My listings",
    achievements: "My achievements",
    needs: "My needs",
    imports: "Imports",
    connecting: "Connecting",
    matches: "Matches",
    introductions: "Introductions",
    savedSearches: "Saved searches",
    own: "Organisation and account",
    organisation: "My organisation",
    notifications: "Notifications",
    account: "Account and security",
    office: "Market office",
    officeOverview: "Overview",
    reviews: "Listing reviews",
    verifications: "Verifications",
    outbox: "Outbox",
    audit: "Audit record",
    backToDesk: "Back to my desk",
    actingFor: "Acting for",
    noOrganisation: "No organisation yet",
    allRegions: "Whole market",
  },
};
