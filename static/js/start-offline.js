// Without a connection Start opens the next session as it was kept on this device; with one the form is sent.
document.addEventListener("submit", (event) => {
  const { start } = event.target.dataset;
  if (!start || navigator.onLine) return;
  event.preventDefault();
  location.assign(start);
});
