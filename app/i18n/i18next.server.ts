import { createInstance, type i18n as I18n, type Namespace, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";
import {
  DEFAULT_LOCALE,
  isLocale,
  LOCALE_COOKIE,
  LOCALES,
  type Locale,
  negotiateLocale,
} from "./locale";
import { zhCN } from "./zh-CN";

const instance = createInstance();
// Resources are in the bundle, so initialisation is synchronous.
void instance.use(initReactI18next).init({
  resources: { "zh-CN": zhCN, en },
  supportedLngs: [...LOCALES],
  fallbackLng: DEFAULT_LOCALE,
  lng: DEFAULT_LOCALE,
  ns: Object.keys(zhCN),
  defaultNS: "common",
  interpolation: { escapeValue: false },
  initImmediate: false,
});

/**
 * i18next asks Intl for the canonical spelling of the language at every single text; a page has
 * hundreds, and the answer is always the same.
 */
function rememberLanguageCodes(i18n: I18n): void {
  const codes = i18n.services.languageUtils as { formatLanguageCode(code: string): string };
  const ask = codes.formatLanguageCode.bind(codes);
  const known = new Map<string, string>();
  codes.formatLanguageCode = (code) => {
    const answer = known.get(code) ?? ask(code);
    if (known.size < 100) known.set(code, answer);
    return answer;
  };
}

// Its clones, one per page, share the services.
rememberLanguageCodes(instance);

/** Language of a request: the person's choice in the cookie, else the browser's wish. */
export function findLocale(request: Request): Locale {
  const cookies = request.headers.get("cookie") ?? "";
  const match = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]+)`).exec(cookies);
  if (match && isLocale(match[1])) return match[1];
  return negotiateLocale(request.headers.get("accept-language"));
}

/** Translator for loaders, actions and meta. */
export function getFixedT<N extends Namespace>(request: Request, namespace: N): TFunction<N> {
  return instance.getFixedT(findLocale(request), namespace);
}

/** Translator for mails and jobs, where there is a person but no request. */
export function translatorFor<N extends Namespace>(locale: string, namespace: N): TFunction<N> {
  return instance.getFixedT(isLocale(locale) ? locale : DEFAULT_LOCALE, namespace);
}

/** An instance in one language for rendering a page. */
export function i18nFor(locale: Locale) {
  return instance.cloneInstance({ lng: locale, initImmediate: false });
}
