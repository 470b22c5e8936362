import { pino } from "pino";

export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** JSON lines on stderr: stdout belongs to answers. */
export function makeLogger(level: "debug" | "info" | "warn" | "error" | "silent"): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
