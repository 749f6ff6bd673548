import fs from "node:fs";
import path from "node:path";

export interface PageRoute {
  id: string;
  /** Such as "/achievements/:id". */
  pattern: string;
  isIndex: boolean;
  hasLoader: boolean;
  hasAction: boolean;
}

interface ManifestEntry {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  hasAction: boolean;
  hasLoader: boolean;
}

/** Every address of the built application, layouts without an address left out. */
export function readRoutes(): PageRoute[] {
  const folder = "build/client/assets";
  const name = fs.readdirSync(folder).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error("the build has no manifest");
  const script = fs.readFileSync(path.join(folder, name), "utf8");
  const json = script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1);
  const { routes } = JSON.parse(json) as { routes: Record<string, ManifestEntry> };
  const isFrame = (route: ManifestEntry) =>
    Object.values(routes).some((one) => one.parentId === route.id && one.index);
  return Object.values(routes)
    .filter((route) => route.index || (route.path !== undefined && !isFrame(route)))
    .map((route) => ({
      id: route.id,
      pattern: patternOf(route, routes),
      isIndex: route.index === true,
      hasLoader: route.hasLoader,
      hasAction: route.hasAction,
    }));
}

function patternOf(route: ManifestEntry, routes: Record<string, ManifestEntry>): string {
  const parts: string[] = [];
  for (let one: ManifestEntry | undefined = route; one; one = routes[one.parentId ?? ""]) {
    if (one.path) parts.unshift(one.path);
  }
  return `/${parts.join("/")}`;
}

/** The most particular route for a path, whose parameters may be written as `{name}`. */
export function findRoute(routes: PageRoute[], pathname: string): PageRoute | undefined {
  const wanted = pathname.split("/");
  const fits = (route: PageRoute) => {
    const segments = route.pattern.split("/");
    const isOpen = segments.at(-1) === "*";
    if (isOpen ? segments.length > wanted.length : segments.length !== wanted.length) return false;
    return segments.every((segment, i) => /^[:*]/.test(segment) || segment === wanted[i]);
  };
  const vagueness = (route: PageRoute) =>
    route.pattern.split("/").reduce((sum, segment) => {
      return sum + (segment === "*" ? 100 : segment.startsWith(":") ? 1 : 0);
    }, 0);
  // The longer of two open ends is the more particular one.
  return routes
    .filter(fits)
    .sort((a, b) => vagueness(a) - vagueness(b) || b.pattern.length - a.pattern.length)[0];
}
