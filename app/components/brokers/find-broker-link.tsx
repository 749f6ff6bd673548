import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";

/** From an own listing to the brokers who suit it. */
export function FindBrokerLink({ kind, id }: { kind: "achievement" | "need"; id: string }) {
  const { t } = useTranslation("brokers");
  return (
    <LinkButton to={`/desk/mandates/find?${kind}=${id}`} icon="users">
      {t("mandates.findBroker")}
    </LinkButton>
  );
}
