import { useSubmit } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FileInput } from "~/components/ui/file-input";
import { TextInput } from "~/components/ui/text-input";
import { useHydrated } from "~/components/ui/use-hydrated";
import { canSealHere, openShares, type SealedToKey } from "~/domain/tenders/tender-sealing-rules";
import { useSealingError } from "./use-sealing-error";

/** Opens the shares that are sealed to the holder's key, and hands in nothing but them. */
export function ShareOpener({ sealed }: { sealed: readonly SealedToKey[] }) {
  const { t } = useTranslation("tenders");
  const hydrated = useHydrated();
  const words = useSealingError();
  const submit = useSubmit();
  const [done, setDone] = useState<number | null>(null);
  const [unreadable, setUnreadable] = useState(0);
  const [problem, setProblem] = useState<string>();
  const count = sealed.length;
  if (!hydrated || !canSealHere()) return <Alert tone="warning">{t("opening.needsScript")}</Alert>;

  const open = async (fields: FormData) => {
    setProblem(undefined);
    setDone(0);
    try {
      const file = fields.get("keyFile");
      const text = file instanceof File ? await file.text() : "";
      const shares = await openShares(text, String(fields.get("passphrase")), sealed, setDone);
      setUnreadable(shares.filter((one) => one.share === "").length);
      submit({ intent: "shares", shares: JSON.stringify(shares) }, { method: "post" });
    } catch (error) {
      setProblem(words(error));
      setDone(null);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void open(new FormData(event.currentTarget));
  };

  return (
    <form onSubmit={onSubmit} className="space-y-4" noValidate>
      <p>{t("opening.bids", { count })}</p>
      <FileInput name="keyFile" label={t("key.file")} accept=".json" required error={problem} />
      <TextInput
        name="passphrase"
        type="password"
        label={t("key.passphrase")}
        autoComplete="off"
        width="medium"
        required
      />
      <Button type="submit" variant="primary" busy={done !== null}>
        {t("opening.open")}
      </Button>
      <p role="status" className="text-muted">
        {done !== null && t("opening.opening", { done, count })}
      </p>
      {unreadable > 0 && (
        <Alert tone="warning">{t("opening.unreadable", { count: unreadable })}</Alert>
      )}
    </form>
  );
}
