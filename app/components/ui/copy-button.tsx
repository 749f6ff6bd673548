import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { useHydrated } from "./use-hydrated";

interface CopyButtonProps {
  text: string;
  label?: string;
}

/** Copies a text; absent without scripts, because the text itself stands beside it. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!live) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Refused by the browser: the text can still be selected by hand.
      setCopied(false);
    }
  };
  return (
    <>
      <Button variant="quiet" size="sm" icon={copied ? "check" : "copy"} onClick={copy}>
        {copied ? t("copy.copied") : (label ?? t("copy.copy"))}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t("copy.copied") : ""}
      </span>
    </>
  );
}
