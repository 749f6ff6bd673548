import {
  fireBrokerProfileClock,
  fireMandateClock,
} from "~/domain/brokers/fire-broker-clocks.server";
import { fireListingClock } from "~/domain/catalogue/listing-clocks.server";
import {
  fireChallengeClock,
  fireChallengeTakerClock,
} from "~/domain/challenges/fire-challenge-clocks.server";
import { remindSigning } from "~/domain/contracts/remind-signing.server";
import { firePublicityClock } from "~/domain/deals/fire-publicity-clock.server";
import { remindOpenOffer } from "~/domain/deals/remind-open-offer.server";
import { remindQuietDeal } from "~/domain/deals/remind-quiet-deal.server";
import {
  fireOrganisationClock,
  fireRealNameClock,
} from "~/domain/identity/fire-identity-clocks.server";
import {
  fireLicenceOfferClock,
  fireLicencePurchaseClock,
} from "~/domain/licences/fire-licence-clocks.server";
import { lapseIntroduction } from "~/domain/matching/lapse-introduction.server";
import { remindDispute } from "~/domain/oversight/remind-dispute.server";
import { remindPaymentCheck } from "~/domain/payments/remind-payment-check.server";
import {
  fireInstalmentClock,
  fireMilestoneClock,
  fireRewardClock,
} from "~/domain/performance/fire-performance-clocks.server";
import { fireRegistrationClock } from "~/domain/registration/fire-registration-clock.server";
import { fireRoadshowClock } from "~/domain/roadshows/events/fire-roadshow-clock.server";
import { remindLead } from "~/domain/roadshows/follow-up/remind-lead.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { fireTenderClock } from "~/domain/tenders/fire-tender-clock.server";
import { fireLotClock } from "~/domain/trading/fire-lot-clock.server";

/** What each procedure does when one of its clocks is due, by name of the procedure. */
export const firings: Readonly<Record<string, ClockFiring>> = {
  "organisation-verification": fireOrganisationClock,
  "real-name": fireRealNameClock,
  deal: remindQuietDeal,
  introduction: lapseIntroduction,
  listing: fireListingClock,
  milestone: fireMilestoneClock,
  instalment: fireInstalmentClock,
  payment: remindPaymentCheck,
  reward: fireRewardClock,
  "broker-profile": fireBrokerProfileClock,
  mandate: fireMandateClock,
  "term-sheet": remindOpenOffer,
  "pricing-publicity": firePublicityClock,
  challenge: fireChallengeClock,
  "challenge-taker": fireChallengeTakerClock,
  contract: remindSigning,
  lot: fireLotClock,
  registration: fireRegistrationClock,
  roadshow: fireRoadshowClock,
  tender: fireTenderClock,
  "roadshow-lead": remindLead,
  "trade-dispute": remindDispute,
  "licence-offer": fireLicenceOfferClock,
  "licence-purchase": fireLicencePurchaseClock,
};
