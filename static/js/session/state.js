// A session as this device sees it: what the page brought, with what was changed here since.
export class SessionState {
  constructor(data) {
    Object.assign(this, data);
    this.draftId = this.plan ? data.id : null;
    this.begun = !this.plan;
    this.sets = new Map(data.sets.map((one) => [one.id, one]));
  }

  get url() {
    return `/api/v1/sessions/${this.id}`;
  }

  // -- Changes from the store, from the server, from another tab -----------------------------------------------------

  // Take a set in, unless a later change of it is known; says whether something is otherwise now.
  takeSet(one) {
    const before = this.sets.get(one.id);
    if (before && at(before.changed_at) > at(one.changed_at)) return false;
    this.sets.set(one.id, one);
    // The server writes the same moments in other words.
    return Object.keys(one).some((name) => !name.endsWith("_at") && one[name] !== before?.[name]);
  }

  takeMovement({ position, exercise, variation, order, skipped, changed_at: changedAt }) {
    let movement = this.movement(position);
    if (!movement) {
      const other = this.others.find((one) => one.position === position && one.exercise === exercise);
      if (!other) return false;
      movement = structuredClone(other);
      this.movements.push(movement);
    }
    if (at(movement.changedAt) > at(changedAt)) return false;
    const before = JSON.stringify([movement.variation, movement.order, movement.skipped]);
    if (movement.rungs.some((rung) => rung.slug === variation)) movement.variation = variation;
    Object.assign(movement, { order, skipped, changedAt });
    return before !== JSON.stringify([movement.variation, movement.order, movement.skipped]);
  }

  takeSession({ status, changed_at: changedAt, started_at: startedAt }) {
    if (status === "done") this.status = "done";
    if (startedAt) this.startedAt ??= startedAt;
    this.changedAt = changedAt ?? this.changedAt;
    this.begun = true;
  }

  // -- What there is --------------------------------------------------------------------------------------------------

  get inOrder() {
    return [...this.movements].sort((a, b) => a.order - b.order || a.position - b.position);
  }

  movement(position) {
    return this.movements.find((one) => one.position === position);
  }

  rung(movement, slug = movement.variation) {
    return movement.rungs.find((one) => one.slug === slug) ?? movement.rungs[0];
  }

  // The id of a set is the session's with its place in the last four digits: the same on every device.
  setId(position, number) {
    const known = [...this.sets.values()].find((one) => one.position === position && one.number === number);
    const place = [position, number].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return known?.id ?? `${this.id.slice(0, -4)}${place}`;
  }

  done(position, { warmUps = false } = {}) {
    const found = [...this.sets.values()].filter(
      (one) => one.position === position && !one.removed && one.warm_up === warmUps,
    );
    return new Map(found.map((one) => [one.number, one]).sort((a, b) => a[0] - b[0]));
  }

  planned(movement) {
    return movement.skipped ? 0 : this.rung(movement).targets.length;
  }

  left(movement) {
    const done = this.done(movement.position);
    return numbers(this.planned(movement)).filter((number) => !done.has(number));
  }

  // The next movement after that one which has sets left, from the front again at the end.
  nextOpen(position) {
    const waiting = this.inOrder.filter((one) => this.left(one).length);
    const places = this.inOrder.map((one) => one.position);
    const after = waiting.find((one) => places.indexOf(one.position) > places.indexOf(position));
    return after ?? waiting[0] ?? null;
  }

  get complete() {
    return this.movements.every((one) => !this.left(one).length);
  }

  get setsDone() {
    return (this.ownSets ?? 0) + [...this.sets.values()].filter((one) => !one.removed && !one.warm_up).length;
  }

  get setsPlanned() {
    return this.movements.reduce((sum, one) => sum + this.planned(one), 0);
  }

  get secondsLeft() {
    let seconds = this.setsDone ? 0 : this.warmUpSeconds;
    for (const movement of this.movements) {
      const rung = this.rung(movement);
      const left = this.left(movement);
      if (left.length) seconds += this.changeSeconds;
      for (const number of left) {
        const target = rung.targets[number - 1];
        const work = target.seconds ?? this.secondsPerRep * (target.reps ?? 0);
        seconds += work * (rung.perLeg ? 2 : 1) + movement.rest;
      }
    }
    return seconds * (this.pace ?? 1);
  }

  get lastLogged() {
    return [...this.sets.values()].map((one) => one.logged_at).sort().at(-1) ?? null;
  }

  // What is planned for a set; one more than planned is like the one before it.
  target(movement, number) {
    if (number >= this.warmUpFrom) return movement.warmUp ?? { reps: 8, kg: null };
    const { targets } = this.rung(movement);
    if (number <= targets.length) return targets[number - 1];
    const done = this.done(movement.position);
    const before = [...done.values()].at(-1);
    return before ? { reps: before.reps, seconds: before.seconds, kg: before.kg } : (targets.at(-1) ?? {});
  }
}

// A moment as milliseconds; 0 for none. The server and this device write the same moment in different ways.
export function at(moment) {
  return moment ? Date.parse(moment) : 0;
}

export function numbers(count, from = 1) {
  return Array.from({ length: count }, (_, place) => from + place);
}
