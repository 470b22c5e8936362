import type { ReactNode } from "react";

interface SettingsPartProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function SettingsPart({ title, isWide = false, children }: SettingsPartProps) {
  return (
    <section className={`card settings-part ${isWide ? "settings-wide" : ""}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
