// What a phone can do besides showing: sound, vibration, staying awake, and a note on a locked screen. Each where the
// browser has it, and never needed.
const AFTER_THE_TAP = 300;
let sound = null;

// Browsers let a page sound only after a tap, so each tap readies it: a moment later, since it takes longer than what the
// tap is to show may, and within the second in which a timer still counts as the tap.
export function readySound() {
  setTimeout(() => {
    sound ??= "AudioContext" in window ? new AudioContext() : null;
    if (sound?.state === "suspended") sound.resume().catch(() => {});
  }, AFTER_THE_TAP);
}

export function beep({ high = false, long = false } = {}) {
  if (!sound || sound.state !== "running") return;
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  const end = sound.currentTime + (long ? 0.6 : 0.15);
  tone.frequency.value = high ? 1047 : 698;
  volume.gain.setValueAtTime(0.25, sound.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, end);
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(end);
}

export function vibrate(pattern) {
  navigator.vibrate?.(pattern);
}

let lock = null;
let awake = false;

// Keep the screen on while the page is looked at; asked again each time it comes back.
export function stayAwake(is) {
  awake = is;
  if (!is) {
    lock?.release().catch(() => {});
    lock = null;
    return;
  }
  if (document.hidden || !navigator.wakeLock || (lock && !lock.released)) return;
  navigator.wakeLock.request("screen").then(
    (granted) => {
      lock = granted;
    },
    () => {},
  );
}
document.addEventListener("visibilitychange", () => awake && stayAwake(true));

// The button is there while it can be asked, which is looked up here only: it is slow.
export function offerToNotify(button) {
  const offer = () => {
    button.hidden = !("Notification" in window && "serviceWorker" in navigator) || Notification.permission !== "default";
  };
  button?.addEventListener("click", () => Notification.requestPermission().then(offer));
  if (button) offer();
}

// A note on the locked phone; a page that is looked at needs none.
export async function notify(text) {
  if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted") return;
  const worker = await navigator.serviceWorker?.getRegistration();
  worker?.showNotification(text, { tag: "rest", renotify: true, icon: document.querySelector("link[rel=apple-touch-icon]")?.href }).catch(() => {});
}
