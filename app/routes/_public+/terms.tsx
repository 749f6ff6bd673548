import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { LegalPage } from "~/components/legal/legal-page";
import { getFixedT } from "~/i18n/i18next.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, ["legal", "common"]);
  return { title: `${t("legal:termsTitle")} · ${t("common:marketName")}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TermsPage() {
  const { t } = useTranslation("legal");
  const sections = [
    { title: t("terms.whoTitle"), text: t("terms.whoText") },
    { title: t("terms.contentTitle"), text: t("terms.contentText") },
    { title: t("terms.dealTitle"), text: t("terms.dealText") },
    { title: t("terms.recordTitle"), text: t("terms.recordText") },
    { title: t("terms.changeTitle"), text: t("terms.changeText") },
  ];
  return (
    <LegalPage
      title={t("termsTitle")}
      lead={t("termsLead")}
      sections={sections}
      other={{ to: "/privacy", title: t("privacyTitle") }}
    />
  );
}
