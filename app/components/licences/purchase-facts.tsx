import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { useLicenceText } from "./use-licence-text";

type Purchase = {
  licensor: string;
  licensee: string;
  feeFen: string;
  createdAt: Date;
  dueAt: Date | null;
  startsOn: string | null;
  endsOn: string | null;
  sealedSha256: string | null;
};

/** Sides, fee, dates and seal of a licence. */
export function PurchaseFacts({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  return (
    <DescriptionList
      hideEmpty
      items={[
        { key: "licensor", label: t("purchase.licensor"), value: purchase.licensor },
        { key: "licensee", label: t("purchase.licensee"), value: purchase.licensee },
        { key: "fee", label: t("purchase.fee"), value: text.fee(purchase.feeFen) },
        {
          key: "confirmed",
          label: t("purchase.confirmed"),
          value: <DateTime value={purchase.createdAt} format="datetime" />,
        },
        {
          key: "due",
          label: t("purchase.due"),
          value: purchase.dueAt ? <DateTime value={purchase.dueAt} format="datetime" /> : null,
        },
        { key: "starts", label: t("purchase.starts"), value: purchase.startsOn },
        { key: "ends", label: t("purchase.ends"), value: purchase.endsOn },
        {
          key: "seal",
          label: t("purchase.seal"),
          value: purchase.sealedSha256 ? (
            <code className="text-xs break-all">{purchase.sealedSha256}</code>
          ) : null,
        },
      ]}
    />
  );
}
