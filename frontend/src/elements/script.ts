/** Run a classic script, which loads from file:// as well as from a server; over once it ran or could not be had. */
export function run(address: string): Promise<void> {
  return new Promise((resolve) => {
    const element = document.createElement("script");
    const done = (): void => {
      element.remove();
      resolve();
    };
    element.addEventListener("load", done);
    element.addEventListener("error", done);
    element.src = address;
    document.head.append(element);
  });
}
