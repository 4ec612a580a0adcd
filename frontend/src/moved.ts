// On the page at an address that a record had before: goes on to the new one, keeping the line (#…) and what a printed
// sheet asks (?rev=…), which the page's own refresh would drop.

const to = (document.currentScript as HTMLScriptElement | null)?.dataset["to"];
if (to) location.replace(new URL(to, location.href).href + location.search + location.hash);
