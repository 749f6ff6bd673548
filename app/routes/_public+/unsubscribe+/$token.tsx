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

/** Opening the link changes nothing: mail scanners open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = getFixedT(request, ["notifications", "common"]);
  return {
    title: `${t("unsubscribeTitle")} · ${t("common:marketName")}`,
    found: await findByUnsubscribeToken(getDb(), params.token ?? ""),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export async function action({ params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const token = params.token ?? "";
    await unsubscribe(token, getDb());
    return redirectWithFlash(`/unsubscribe/${encodeURIComponent(token)}`, {
      tone: "success",
      message: "notifications:unsubscribeDone",
    });
  });
}

export default function UnsubscribePage() {
  const { t } = useTranslation("notifications");
  const { found } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <>
        <PageHeader title={t("unsubscribeInvalidTitle")} lead={t("unsubscribeInvalid")} />
        <LinkButton to="/desk/notifications/preferences">{t("preferences")}</LinkButton>
      </>
    );
  }
  const isOff = found.mail === "OFF";
  return (
    <>
      <PageHeader
        title={t("unsubscribeTitle")}
        lead={isOff ? t("unsubscribeDone") : t("unsubscribeText", { email: found.email })}
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
