// A tap is answered first; what else follows from it comes once the screen has shown the answer.
export function afterPaint(work) {
  if (document.hidden) work();
  else requestAnimationFrame(() => setTimeout(work));
}
