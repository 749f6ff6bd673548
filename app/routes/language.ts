import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { isLocale, LOCALE_COOKIE } from "~/i18n/locale";
import { getDb } from "~/platform/db.server";

const YEAR_S = 31_536_000;

/** Keeps the language that a person chose, in the cookie and in the account. */
export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const locale = fields.get("locale");
  const target = fields.get("redirectTo");
  const headers = new Headers();
  if (isLocale(locale)) {
    headers.append(
      "set-cookie",
      `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`,
    );
    const actor = await findActor(request);
    if (actor && actor.locale !== locale) {
      await getDb().user.update({ where: { id: actor.userId }, data: { locale } });
    }
  }
  return redirect(safePath(typeof target === "string" ? target : "/"), { headers });
}

export function loader() {
  return redirect("/");
}
