import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TranscriptVerifier } from "~/components/bidding/transcript-verifier";
import { PageHeader } from "~/components/layout/page-header";
import { listVerifierKeys } from "~/domain/bidding/verifier-keys-queries.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const asked = new URL(request.url).searchParams.get("number")?.trim() ?? "";
    if (/^[1-9]\d{0,8}$/.test(asked)) throw redirect(`/lots/${asked}/transcript`);
    const t = getFixedT(request, ["bidding", "common"]);
    return {
      keys: await listVerifierKeys(getDb()),
      title: `${t("bidding:transcript.verifier.title")} · ${t("common:marketName")}`,
      description: t("bidding:transcript.verifier.lead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function TranscriptVerification() {
  const { t } = useTranslation("bidding");
  const { keys } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("transcript.verifier.title")} lead={t("transcript.verifier.lead")} />
      <TranscriptVerifier keys={keys} />
    </>
  );
}
