import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import type { KnownKey } from "~/domain/bidding/verify-transcript-rules";
import { TranscriptCheck } from "./transcript-check";

const BASE = "/verify/transcripts";

/** How anybody checks a transcript, and what with. */
export function TranscriptVerifier({ keys }: { keys: readonly KnownKey[] }) {
  const { t } = useTranslation("bidding", { keyPrefix: "transcript.verifier" });
  return (
    <div className="space-y-6">
      <TranscriptCheck keys={keys} />
      <Card title={t("steps")}>
        <ol className="list-decimal space-y-2 pl-5">
          <li>{t("step1")}</li>
          <li>{t("step2")}</li>
          <li>{t("step3")}</li>
        </ol>
        <ul className="mt-4 space-y-2">
          <li>
            <a
              className="link inline-flex min-h-8 items-center"
              href={`${BASE}/verify-auction.mjs`}
            >
              {t("command")}
            </a>
          </li>
          <li>
            <a
              className="link inline-flex min-h-8 items-center"
              href={`${BASE}/verify-auction.html`}
            >
              {t("page")}
            </a>
          </li>
        </ul>
        <p className="mt-4">{t(keys.length > 0 ? "keys" : "noKeys")}</p>
        <ul className="mt-2 space-y-1">
          {keys.map(({ fingerprint }) => (
            <li key={fingerprint}>
              <code className="break-all">{fingerprint}</code>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("find")}>
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextInput label={t("number")} name="number" inputMode="numeric" width="short" />
          <Button type="submit">{t("show")}</Button>
        </Form>
      </Card>
    </div>
  );
}
