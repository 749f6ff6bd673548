import { useTranslation } from "react-i18next";

const OWN = ["bank", "stripe", "stripe-fees", "fees", "forfeited", "differences"] as const;

type Account = { code: string; organisation: string | null };

/** The name of an account of the ledger in the reader's language. */
export function useAccountName(): (account: Account) => string {
  const { t } = useTranslation("payments");
  return ({ code, organisation }) => {
    const own = OWN.find((one) => one === code);
    if (own) return t(`office.ledger.names.${own}`);
    const kind = code.startsWith("deposits:") ? "deposits" : "owed";
    return t(`office.ledger.names.${kind}`, { name: organisation ?? code });
  };
}
