import { RemixBrowser } from "@remix-run/react";
import i18next from "i18next";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";

const locale = document.documentElement.lang === "en" ? "en" : "zh-CN";

async function hydrate() {
  // Only the language in use is sent; the other comes when the person switches.
  const messages =
    locale === "en" ? (await import("./i18n/en")).en : (await import("./i18n/zh-CN")).zhCN;
  await i18next.use(initReactI18next).init({
    resources: { [locale]: messages },
    lng: locale,
    fallbackLng: locale,
    ns: Object.keys(messages),
    defaultNS: "common",
    interpolation: { escapeValue: false },
  });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18next}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();
