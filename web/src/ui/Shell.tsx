import { Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Logo } from "./Logo.tsx";

/** The scenes that the page leads to; a call is reached from where it is named. */
const scenes = [
  { path: "/calls", name: "Calls" },
  { path: "/team", name: "Team" },
  { path: "/trackers", name: "Trackers" },
  { path: "/settings", name: "Settings" },
];

interface ShellProps {
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

export function Shell({ onSignOut, children }: ShellProps) {
  const [path] = useLocation();
  return (
    <>
      <header className="shell-header">
        <Logo />
        <nav aria-label="Scenes">
          {scenes.map((scene) => (
            <Link
              key={scene.path}
              href={scene.path}
              className="shell-link"
              aria-current={path === scene.path || (scene.path === "/calls" && path === "/call") ? "page" : undefined}
            >
              {scene.name}
            </Link>
          ))}
        </nav>
        <div className="shell-end">
          <SchemeButton />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onSignOut}>
            Sign out
          </Button>
        </div>
      </header>
      <main className="shell-main">{children}</main>
    </>
  );
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme() === "dark" ? "light" : "dark";
  return (
    <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setColorScheme(other)}>
      {other === "dark" ? "Dark" : "Light"}
    </Button>
  );
}
