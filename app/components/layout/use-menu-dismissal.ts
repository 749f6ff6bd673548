import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/** Closes open `details[data-menu]` inside the element on Escape, a click elsewhere, and navigation. */
export function useMenuDismissal(): RefObject<HTMLElement> {
  const root = useRef<HTMLElement>(null);
  const location = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new address closes the menus
  useEffect(() => {
    for (const menu of openMenus(root.current)) menu.open = false;
  }, [location.key]);

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      for (const menu of openMenus(root.current)) {
        if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of openMenus(root.current)) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return root;
}

function openMenus(root: HTMLElement | null): HTMLDetailsElement[] {
  return root ? [...root.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")] : [];
}
