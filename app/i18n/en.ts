import { account } from "./en/account";
import { auth } from "./en/auth";
import { catalogue } from "./en/catalogue";
import { common } from "./en/common";
import { desk } from "./en/desk";
import { errors } from "./en/errors";
import { home } from "./en/home";
import { identity } from "./en/identity";
import { imports } from "./en/imports";
import { incentives } from "./en/incentives";
import { legal } from "./en/legal";
import { matching } from "./en/matching";
import { notifications } from "./en/notifications";
import { quality } from "./en/quality";
import { registration } from "./en/registration";
import { review } from "./en/review";
import { search } from "./en/search";
import { ui } from "./en/ui";

/** All messages of this language by namespace. */
export const en = {
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
