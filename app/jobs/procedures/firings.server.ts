import { fireListingClock } from "~/domain/catalogue/listing-clocks.server";
import {
  fireOrganisationClock,
  fireRealNameClock,
} from "~/domain/identity/fire-identity-clocks.server";
import { lapseIntroduction } from "~/domain/matching/lapse-introduction.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";

/** What each procedure does when one of its clocks is due, by name of the procedure. */
export const firings: Readonly<Record<string, ClockFiring>> = {
  "organisation-verification": fireOrganisationClock,
  "real-name": fireRealNameClock,
  introduction: lapseIntroduction,
  listing: fireListingClock,
};
