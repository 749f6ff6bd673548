import { account } from "./zh-CN/account";
import { auth } from "./zh-CN/auth";
import { bidding } from "./zh-CN/bidding";
import { brokers } from "./zh-CN/brokers";
import { catalogue } from "./zh-CN/catalogue";
import { certificates } from "./zh-CN/certificates";
import { challenges } from "./zh-CN/challenges";
import { common } from "./zh-CN/common";
import { contracts } from "./zh-CN/contracts";
import { deals } from "./zh-CN/deals";
import { desk } from "./zh-CN/desk";
import { errors } from "./zh-CN/errors";
import { home } from "./zh-CN/home";
import { identity } from "./zh-CN/identity";
import { imports } from "./zh-CN/imports";
import { incentives } from "./zh-CN/incentives";
import { leads } from "./zh-CN/leads";
import { legal } from "./zh-CN/legal";
import { licences } from "./zh-CN/licences";
import { matching } from "./zh-CN/matching";
import { meetings } from "./zh-CN/meetings";
import { notifications } from "./zh-CN/notifications";
import { oversight } from "./zh-CN/oversight";
import { payments } from "./zh-CN/payments";
import { performance } from "./zh-CN/performance";
import { pitches } from "./zh-CN/pitches";
import { quality } from "./zh-CN/quality";
import { recognition } from "./zh-CN/recognition";
import { registration } from "./zh-CN/registration";
import { review } from "./zh-CN/review";
import { roadshows } from "./zh-CN/roadshows";
import { search } from "./zh-CN/search";
import { signing } from "./zh-CN/signing";
import { stage } from "./zh-CN/stage";
import { tenders } from "./zh-CN/tenders";
import { terms } from "./zh-CN/terms";
import { timetable } from "./zh-CN/timetable";
import { trading } from "./zh-CN/trading";
import { ui } from "./zh-CN/ui";

/** All messages of this language by namespace. */
export const zhCN = {
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
