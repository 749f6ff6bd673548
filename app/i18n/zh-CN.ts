import { account } from "./zh-CN/account";
import { auth } from "./zh-CN/auth";
import { catalogue } from "./zh-CN/catalogue";
import { common } from "./zh-CN/common";
import { desk } from "./zh-CN/desk";
import { errors } from "./zh-CN/errors";
import { home } from "./zh-CN/home";
import { identity } from "./zh-CN/identity";
import { imports } from "./zh-CN/imports";
import { incentives } from "./zh-CN/incentives";
import { legal } from "./zh-CN/legal";
import { matching } from "./zh-CN/matching";
import { notifications } from "./zh-CN/notifications";
import { quality } from "./zh-CN/quality";
import { registration } from "./zh-CN/registration";
import { review } from "./zh-CN/review";
import { search } from "./zh-CN/search";
import { ui } from "./zh-CN/ui";

/** All messages of this language by namespace. */
export const zhCN = {
  account,
  auth,
  catalogue,
  common,
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
};
