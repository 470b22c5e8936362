/** A place in a recording or its length, `3:07`, from an hour on `1:03:07`. Seconds are cut, as players show them. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (count: number) => String(count).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
