import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatLastDay } from "~/components/catalogue/last-day";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import { readReconfirmLink, reconfirmByLink } from "~/domain/catalogue/reconfirm-link.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

// The link only opens the question: mail scanners follow links, they do not press buttons.
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const { listing, isUsed } = await readReconfirmLink(params.token ?? "", getDb());
    const t = getFixedT(request, ["catalogue", "common"]);
    return {
      isUsed,
      listingTitle: listing.content.title,
      expiresAt: listing.expiresAt?.toISOString() ?? "",
      deskPath: `/desk/${KIND[listing.kind].segment}/${listing.id}`,
      title: `${t("catalogue:reconfirm.title")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    await reconfirmByLink(params.token ?? "", getDb());
    return redirect(new URL(request.url).pathname);
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": a form without scripts would then hide where it comes from and be refused.
  { name: "referrer", content: "same-origin" },
];

export const handle = { frame: "narrow" };

export default function Reconfirm() {
  const { isUsed, listingTitle, expiresAt, deskPath } = useLoaderData<typeof loader>();
  const { t } = useTranslation("catalogue");
  const about = { title: listingTitle, date: formatLastDay(expiresAt) };
  return (
    <div className="space-y-5">
      <PageHeader title={t(isUsed ? "reconfirm.done" : "reconfirm.title")} />
      <Card>
        <p className="mb-5">{t(isUsed ? "reconfirm.doneText" : "reconfirm.text", about)}</p>
        <div className="flex flex-wrap gap-3">
          {!isUsed && (
            <Form method="post">
              <SubmitButton>{t("reconfirm.button")}</SubmitButton>
            </Form>
          )}
          <LinkButton to={deskPath}>{t("reconfirm.edit")}</LinkButton>
        </div>
      </Card>
    </div>
  );
}
