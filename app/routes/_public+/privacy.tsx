import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { LegalPage } from "~/components/legal/legal-page";
import { getFixedT } from "~/i18n/i18next.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, ["legal", "common"]);
  return { title: `${t("legal:privacyTitle")} · ${t("common:marketName")}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrivacyPage() {
  const { t } = useTranslation("legal");
  const sections = [
    { title: t("privacy.whatTitle"), text: t("privacy.whatText") },
    { title: t("privacy.whyTitle"), text: t("privacy.whyText") },
    { title: t("privacy.shareTitle"), text: t("privacy.shareText") },
    { title: t("privacy.pushTitle"), text: t("privacy.pushText") },
    { title: t("privacy.keepTitle"), text: t("privacy.keepText") },
    { title: t("privacy.rightsTitle"), text: t("privacy.rightsText") },
  ];
  return (
    <LegalPage
      title={t("privacyTitle")}
      lead={t("privacyLead")}
      sections={sections}
      other={{ to: "/terms", title: t("termsTitle") }}
    />
  );
}
