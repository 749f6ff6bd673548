import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, SubmitButton } from "~/components/ui/button";
import { FileInput } from "~/components/ui/file-input";
import { TextInput } from "~/components/ui/text-input";
import { useHydrated } from "~/components/ui/use-hydrated";
import { canSealHere, makeKeyFile, testKeyFile } from "~/domain/tenders/tender-sealing-rules";
import type { HolderView } from "~/domain/tenders/tender-view";
import { saveFile } from "./save-file";
import { useSealingError } from "./use-sealing-error";

const SHORTEST = 12;
type Made = { publicKey: string; fingerprint: string; fileName: string; text: string };

/** Makes a holder's key pair in the browser: the file is saved and tried before the key is registered. */
export function KeyMaker({
  tender,
  role,
}: {
  tender: { id: string; number: number };
  role: HolderView["role"];
}) {
  const { t } = useTranslation("tenders");
  const hydrated = useHydrated();
  const words = useSealingError();
  const [made, setMade] = useState<Made | null>(null);
  const [tested, setTested] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null);
  if (!hydrated || !canSealHere()) return <Alert tone="warning">{t("key.needsScript")}</Alert>;
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined);

  const attempt = async (field: string, work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem({ field, text: words(error) });
    } finally {
      setBusy(false);
    }
  };

  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const passphrase = String(fields.get("passphrase") ?? "");
    if ([...passphrase].length < SHORTEST) {
      setProblem({ field: "passphrase", text: t("key.tooShort") });
      return;
    }
    if (passphrase !== fields.get("repeat")) {
      setProblem({ field: "repeat", text: t("key.different") });
      return;
    }
    void attempt("passphrase", async () => {
      const { publicKey, fingerprint, file } = await makeKeyFile(
        { tenderId: tender.id, role },
        passphrase,
      );
      const fileName = `tender-${tender.number}-${role.toLowerCase()}-key.json`;
      const text = JSON.stringify(file, null, 2);
      setMade({ publicKey: JSON.stringify(publicKey), fingerprint, fileName, text });
      setTested(false);
      saveFile(fileName, text);
    });
  };

  const test = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const chosen = fields.get("keyFile");
    void attempt("keyFile", async () => {
      const text = chosen instanceof File ? await chosen.text() : "";
      const file = await testKeyFile(text, String(fields.get("again") ?? ""));
      if (file.fingerprint === made?.fingerprint) setTested(true);
      else setProblem({ field: "keyFile", text: t("key.mismatch") });
    });
  };

  return (
    <div className="space-y-6">
      <form onSubmit={make} className="space-y-4" noValidate>
        <TextInput
          name="passphrase"
          type="password"
          label={t("key.passphrase")}
          hint={t("key.passphraseHint", { min: SHORTEST })}
          autoComplete="new-password"
          width="medium"
          required
          error={errorAt("passphrase")}
        />
        <TextInput
          name="repeat"
          type="password"
          label={t("key.repeat")}
          autoComplete="new-password"
          width="medium"
          required
          error={errorAt("repeat")}
        />
        <Button type="submit" variant="primary" busy={busy && !made} busyLabel={t("key.making")}>
          {t("key.make")}
        </Button>
      </form>
      {made && (
        <form onSubmit={test} className="space-y-4 border-t border-line pt-5" noValidate>
          <Alert tone="info" role="status">
            {t("key.saved")}
          </Alert>
          <Button icon="download" onClick={() => saveFile(made.fileName, made.text)}>
            {t("key.download")}
          </Button>
          <FileInput
            name="keyFile"
            label={t("key.file")}
            accept=".json"
            required
            error={errorAt("keyFile")}
          />
          <TextInput
            name="again"
            type="password"
            label={t("key.passphrase")}
            autoComplete="off"
            width="medium"
            required
          />
          <Button type="submit" busy={busy}>
            {t("key.test")}
          </Button>
        </form>
      )}
      {made && tested && (
        <Form method="post" className="space-y-4 border-t border-line pt-5">
          <Alert tone="success" role="status">
            {t("key.tested")}
          </Alert>
          <p className="font-mono text-sm break-all">{made.fingerprint}</p>
          <input type="hidden" name="publicKey" value={made.publicKey} />
          <SubmitButton intent="register">{t("key.register")}</SubmitButton>
        </Form>
      )}
    </div>
  );
}
