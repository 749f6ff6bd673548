import type { useFormView } from "~/components/identity/form-view";
import type { LotWizard } from "~/domain/trading/lot-wizard-view";

/** What a step of the wizard needs: stored values under what a refused form has kept. */
export type LotFormView = {
  wizard: LotWizard;
  text(name: string): string;
  texts(name: string): string[];
  error(name: string): string | undefined;
};

export function lotFormView(wizard: LotWizard, view: ReturnType<typeof useFormView>): LotFormView {
  const stored = (name: string) => wizard.values[name];
  return {
    wizard,
    text(name) {
      const value = stored(name);
      return view.value(name, typeof value === "string" ? value : "");
    },
    texts(name) {
      const value = stored(name);
      return view.values(name, Array.isArray(value) ? value : []);
    },
    error: view.error,
  };
}
