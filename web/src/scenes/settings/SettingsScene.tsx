import "./settings.css";
import { useTitle } from "../../ui/use-title.ts";
import { KeyPart } from "./KeyPart.tsx";
import { SandboxPart } from "./SandboxPart.tsx";
import { ServerPart } from "./ServerPart.tsx";
import { UsersPart } from "./UsersPart.tsx";
import { WebhooksPart } from "./WebhooksPart.tsx";

/** What server this is, what one may do here, who is in it, and whom it tells. */
export function SettingsScene() {
  useTitle("Settings");
  return (
    <>
      <div className="scene-head">
        <h1>Settings</h1>
      </div>
      <div className="settings">
        <ServerPart />
        <KeyPart />
        <SandboxPart />
        <WebhooksPart />
        <UsersPart />
      </div>
    </>
  );
}
