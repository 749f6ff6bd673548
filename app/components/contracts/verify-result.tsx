import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { formatBytes } from "~/components/ui/file-size";
import type { Tone } from "~/components/ui/tone";
import type { VerifyOutcome } from "~/domain/contracts/verify-rules";
import type { VerifiedDocument, VerifyView } from "~/domain/contracts/verify-view";
import { Fingerprint } from "./sign-fingerprint";
import { VerifySeals } from "./verify-seals";

const TONES: Record<VerifyOutcome, Tone> = {
  ISSUED: "success",
  UNSEALED: "success",
  EXTENDED: "warning",
  CHANGED: "danger",
  SEALED_UNKNOWN: "warning",
  UNKNOWN: "neutral",
  NOT_PDF: "neutral",
};

function DocumentFacts({ document }: { document: VerifiedDocument }) {
  const { t } = useTranslation("signing");
  const stateOf = () => {
    if (document.supersededAt) {
      const at = formatDateTime(document.supersededAt);
      return document.currentVersion
        ? t("verify.superseded", { at, version: document.currentVersion })
        : t("verify.replaced", { at });
    }
    return document.contractState
      ? t(`sign.states.${document.contractState as "SIGNED"}`)
      : t("verify.current");
  };
  const { originalBytes: bytes, originalSha256 } = document;
  return (
    <Card title={t("verify.recordTitle")}>
      <DescriptionList
        hideEmpty
        items={[
          { label: t("verify.kind"), value: t(`verify.kinds.${document.kind as "CONTRACT"}`) },
          { label: t("verify.label"), value: document.label },
          {
            label: t("verify.version"),
            value: t("verify.versionOf", { version: document.version }),
          },
          {
            label: t("verify.issuedAt"),
            value: <DateTime value={document.issuedAt} format="datetime" />,
          },
          { label: t("verify.state"), value: stateOf() },
          { label: t("verify.signedOn"), value: document.signedOn },
          {
            label: t("verify.parties"),
            value:
              document.parties.length > 0 ? (
                <>
                  <span className="block">{document.parties.join(" · ")}</span>
                  {!document.isParticipant && (
                    <span className="text-sm text-muted">{t("verify.masked")}</span>
                  )}
                </>
              ) : null,
          },
          {
            label: t("verify.original"),
            value: bytes && originalSha256 && (
              <span className="break-all">
                {t("verify.originalValue", { bytes, hash: originalSha256 })}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** What a file is, in one sentence; then the record, the signatures in it, and the file itself. */
export function VerifyResult({ result }: { result: VerifyView }) {
  const { t } = useTranslation("signing");
  const { outcome, document, file } = result;
  const note =
    result.asked === null
      ? t(`verify.notes.${outcome}`, { bytes: result.addedBytes })
      : t(`verify.askedNotes.${outcome as "ISSUED"}`);
  // A fingerprint proves that there is a record, not that the reader's file is the one.
  const tone = result.asked !== null && document ? "info" : TONES[outcome];
  return (
    <div className="grid gap-5">
      <Alert
        tone={tone}
        role="status"
        title={result.asked === null ? t(`verify.outcomes.${outcome}`) : undefined}
      >
        {note}
      </Alert>
      {document && <DocumentFacts document={document} />}
      {file && outcome !== "NOT_PDF" && <VerifySeals seals={result.seals} />}
      {file && (
        <Card title={t("verify.fileTitle")}>
          <DescriptionList
            items={[
              { label: t("verify.fileSize"), value: formatBytes(file.bytes) },
              { label: t("verify.fileHash"), value: <Fingerprint sha256={file.sha256} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
