import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { findByUnsubscribeToken } from "~/domain/notifications/notification-queries.server";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

/** The link in a mail of suggested matches ends those alone. */
function aboutOf(request: Request): "ALL" | "MATCHES" {
  return new URL(request.url).searchParams.get("about") === "matches" ? "MATCHES" : "ALL";
}

/** Opening the link changes nothing: mail scanners open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = getFixedT(request, ["notifications", "common"]);
  return {
    title: `${t("unsubscribeTitle")} · ${t("common:marketName")}`,
    about: aboutOf(request),
    found: await findByUnsubscribeToken(getDb(), params.token ?? ""),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": a form without scripts would then hide where it comes from and be refused.
  { name: "referrer", content: "same-origin" },
];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const token = params.token ?? "";
    const about = aboutOf(request);
    await unsubscribe(token, about, getDb());
    const isMatches = about === "MATCHES";
    return redirectWithFlash(
      `/unsubscribe/${encodeURIComponent(token)}${isMatches ? "?about=matches" : ""}`,
      {
        tone: "success",
        message: `notifications:${isMatches ? "unsubscribeMatchesDone" : "unsubscribeDone"}`,
      },
    );
  });
}

export default function UnsubscribePage() {
  const { t } = useTranslation("notifications");
  const { found, about } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <>
        <PageHeader title={t("unsubscribeInvalidTitle")} lead={t("unsubscribeInvalid")} />
        <LinkButton to="/desk/notifications/preferences">{t("preferences")}</LinkButton>
      </>
    );
  }
  const { email } = found;
  const isMatches = about === "MATCHES";
  const isOff = isMatches ? found.matchMail === "OFF" : found.mail === "OFF";
  const texts = isMatches
    ? { done: t("unsubscribeMatchesDone"), ask: t("unsubscribeMatchesText", { email }) }
    : { done: t("unsubscribeDone"), ask: t("unsubscribeText", { email }) };
  return (
    <>
      <PageHeader
        title={isMatches ? t("unsubscribeMatchesTitle") : t("unsubscribeTitle")}
        lead={isOff ? texts.done : texts.ask}
      />
      {isOff ? (
        <LinkButton to="/desk/notifications/preferences">{t("preferences")}</LinkButton>
      ) : (
        <Form method="post">
          <SubmitButton intent="unsubscribe">{t("unsubscribeConfirm")}</SubmitButton>
        </Form>
      )}
    </>
  );
}
