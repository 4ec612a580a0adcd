import { words } from "../words.js";

/** The words of what is kept on the device by name, {braces} filled. */
export function say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words("keep")[name] ?? "").replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
