/**
 * ONNX Runtime's official builds report every session they open to their maker, under an identifier kept in the home folder, unless
 * the process forbids it before its first session. To be called in the main thread: a worker's environment is a copy.
 */
export function forbidTelemetry(): void {
  process.env["ORT_DISABLE_TELEMETRY"] = "1";
}
