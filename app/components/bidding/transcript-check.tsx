import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { verdictLines } from "~/domain/bidding/verdict-text-rules";
import type { KnownKey, Verdict } from "~/domain/bidding/verify-transcript-rules";

/** Checks a transcript in the reader's browser, with the code that the stand-alone verifier is made of. */
export function TranscriptCheck({ keys }: { keys: readonly KnownKey[] }) {
  const { t, i18n } = useTranslation("bidding", { keyPrefix: "transcript.verifier" });
  const [verdict, setVerdict] = useState<Verdict | "checking" | null>(null);
  const chosen = useRef<File | null>(null);
  const check = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.type === "file" ? (event.target.files?.[0] ?? null) : null;
    chosen.current = file;
    setVerdict(file && "checking");
    if (!file) return;
    const { verifyTranscript } = await import("~/domain/bidding/verify-transcript-rules");
    const found = await verifyTranscript(await file.text(), keys);
    if (chosen.current === file) setVerdict(found);
  };
  return (
    <Card title={t("here")}>
      <form className="space-y-4" onChange={(event) => void check(event as never)}>
        <FileInput name="file" label={t("file")} hint={t("hereNote")} accept=".json" />
        <noscript>
          <p className="text-muted">{t("needsScript")}</p>
        </noscript>
        <div role="status" aria-live="polite">
          {verdict === "checking" && <p className="text-muted">{t("checking")}</p>}
          {verdict !== null && verdict !== "checking" && (
            <Answer verdict={verdict} locale={i18n.language.startsWith("zh") ? "zh-CN" : "en"} />
          )}
        </div>
      </form>
    </Card>
  );
}

function Answer({ verdict, locale }: { verdict: Verdict; locale: "zh-CN" | "en" }) {
  const [first = "", ...rest] = verdictLines(verdict, locale);
  return (
    <div data-valid={verdict.isValid}>
      <Alert tone={verdict.isValid ? "success" : "danger"} title={first}>
        {rest.map((line) => (
          <p key={line} className="break-words">
            {line}
          </p>
        ))}
      </Alert>
    </div>
  );
}
