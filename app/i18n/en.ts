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
import { legal } from "./en/legal";
import { licences } from "./en/licences";
import { matching } from "./en/matching";
import { notifications } from "./en/notifications";
import { oversight } from "./en/oversight";
import { payments } from "./en/payments";
import { performance } from "./en/performance";
import { quality } from "./en/quality";
import { recognition } from "./en/recognition";
import { registration } from "./en/registration";
import { review } from "./en/review";
import { search } from "./en/search";
import { signing } from "./en/signing";
import { tenders } from "./en/tenders";
import { terms } from "./en/terms";
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
};
