import { Outlet, useMatches } from "@remix-run/react";
import { ProblemText } from "~/components/layout/page-problem";
import { PageShell } from "~/components/layout/page-shell";
import { useFlash, useHeader } from "~/components/layout/use-root";
import { FlashRegion } from "~/components/ui/flash-region";

/** A route may ask for another frame with `export const handle = { frame: "full" }`. */
function useFrame(): "page" | "narrow" | "full" {
  const matches = useMatches();
  for (const match of [...matches].reverse()) {
    const handle: unknown = match.handle;
    if (typeof handle === "object" && handle !== null && "frame" in handle) {
      if (handle.frame === "full" || handle.frame === "narrow") return handle.frame;
    }
  }
  return "page";
}

export default function PublicLayout() {
  const frame = useFrame();
  return (
    <PageShell
      header={useHeader({ hideSearch: frame === "full" })}
      width={frame}
      flash={<FlashRegion messages={useFlash()} />}
    >
      <Outlet />
    </PageShell>
  );
}

export function ErrorBoundary() {
  return (
    <PageShell header={useHeader()} width="narrow">
      <ProblemText />
    </PageShell>
  );
}
