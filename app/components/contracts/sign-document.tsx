import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import { formatBytes } from "~/components/ui/file-size";
import type { SignPageView } from "~/domain/contracts/sign-view";
import { Fingerprint } from "./sign-fingerprint";

/** The exact file that is signed, with its fingerprint and the way to check it; then the sealed one. */
export function SignDocument({ page }: { page: SignPageView }) {
  const { t } = useTranslation("signing");
  const { document, sealed } = page;
  if (!document) return null;
  const download = (which: "final" | "sealed") =>
    `/desk/contracts/${page.id}/document?which=${which}`;
  return (
    <Card title={t(sealed ? "document.sealedTitle" : "document.title")}>
      <DescriptionList
        items={[
          { label: t("document.number"), value: page.number },
          {
            label: t("document.hash"),
            value: (
              <>
                <Fingerprint sha256={document.sha256} />
                <CopyButton text={document.sha256} />
              </>
            ),
          },
          {
            label: t("document.pagesLabel"),
            value: `${t("document.pages", { count: document.pages })} · ${formatBytes(document.bytes)}`,
          },
          {
            label: t("document.finalAt"),
            value: <DateTime value={document.finalAt} format="datetime" />,
          },
          ...(sealed
            ? [
                {
                  label: t("document.signedAt"),
                  value: <DateTime value={sealed.at} format="datetime" />,
                },
              ]
            : []),
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-3">
        {sealed && (
          <LinkButton
            reloadDocument
            prefetch="none"
            to={download("sealed")}
            variant="primary"
            icon="download"
          >
            {t("document.downloadSealed")}
          </LinkButton>
        )}
        <LinkButton reloadDocument prefetch="none" to={download("final")} icon="download">
          {t(sealed ? "document.downloadOriginal" : "document.download")}
        </LinkButton>
        {sealed && (
          <LinkButton to={`/verify?sha256=${sealed.sha256}`} icon="shield">
            {t("document.verify")}
          </LinkButton>
        )}
      </div>
      <div className="mt-3">
        <Disclosure summary={t("document.howTitle")}>
          <p className="text-sm text-muted">{t("document.how")}</p>
          {sealed && (
            <p className="mt-2 text-sm text-muted">
              {t("document.howSealed", { bytes: document.bytes })}
            </p>
          )}
        </Disclosure>
      </div>
    </Card>
  );
}
