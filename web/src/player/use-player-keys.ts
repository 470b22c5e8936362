import { useEffect } from "react";
import type { Player } from "./use-player.ts";

const STEP_SECONDS = 5;
/** They have their own meaning for these keys. */
const takesKeys = "input, textarea, select, button, a, [role=slider], [role=dialog] *";

/** Space plays and pauses, arrows go back and on, wherever no other control wants them. */
export function usePlayerKeys({ toggle, seek, positionSeconds }: Player): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTaken = event.target instanceof Element && event.target.closest(takesKeys) !== null;
      if (isTaken || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " ") toggle();
      else if (event.key === "ArrowLeft") seek(positionSeconds - STEP_SECONDS);
      else if (event.key === "ArrowRight") seek(positionSeconds + STEP_SECONDS);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [toggle, seek, positionSeconds]);
}
