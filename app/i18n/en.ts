import { account } from "./en/account";
import { auth } from "./en/auth";
import { bidding } from "./en/bidding";
import { brokers } from "./en/brokers";
import { catalogue } from "./en/catalogue";
import { certificates } from "./en/certificates";
import { challenges } from "./en/challenges";
import { common } from "./en/common";
import { contracts } from "./en/contracts";
import { deals } from "./en/deals";
import { desk } from "./en/desk";
import { errors } from "./en/errors";
import { home } from "./en/home";
import { identity } from "./en/identity";
import { imports } from "./en/imports";
import { incentives } from "./en/incentives";
import { leads } from "./en/leads";
import { legal } from "./en/legal";
import { licences } from "./en/licences";
import { matching } from "./en/matching";
import { meetings } from "./en/meetings";
import { notifications } from "./en/notifications";
import { oversight } from "./en/oversight";
import { payments } from "./en/payments";
import { performance } from "./en/performance";
import { pitches } from "./en/pitches";
import { quality } from "./en/quality";
import { recognition } from "./en/recognition";
import { registration } from "./en/registration";
import { review } from "./en/review";
import { roadshows } from "./en/roadshows";
import { search } from "./en/search";
import { signing } from "./en/signing";
import { stage } from "./en/stage";
import { tenders } from "./en/tenders";
import { terms } from "./en/terms";
import { timetable } from "./en/timetable";
import { trading } from "./en/trading";
import { ui } from "./en/ui";

/** All messages of this language by namespace. */
export const en = {
  account,
  auth,
  catalogue,
  common,
  brokers,
  contracts,
  deals,
  performance,
  recognition,
  signing,
  terms,
  certificates,
  desk,
  errors,
  home,
  identity,
  imports,
  incentives,
  legal,
  matching,
  notifications,
  quality,
  registration,
  review,
  search,
  ui,
  payments,
  trading,
  bidding,
  tenders,
  challenges,
  licences,
  oversight,
  roadshows,
  pitches,
  timetable,
  meetings,
  stage,
  leads,
};
