// Tells the server the browser's time zone, so that "today" is right for visitors and at sign-up.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  document.cookie = `time-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
}

// Sets that were logged without a connection are sent from whichever page is opened next.
const { runner, kept } = document.documentElement.dataset;
if (runner && !kept && localStorage.getItem("sets-waiting")) {
  import("./session/outbox.js").then((outbox) => outbox.begin(Number(runner)));
}
