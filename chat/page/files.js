// Gradio's field for files takes one choice at a time and says nothing: what is chosen or dropped while the one before is on its way in
// is gone when the field is emptied. Here it waits for its turn.
(() => {
  const FIELDS = '#kc-upload, #kc-check-file';
  const LOOK_MS = 50;
  const LOOKS = 3; // that find the field empty, one after another: the one before is in, or was refused

  const waiting = new Map(); // of each field that is not free: what was chosen meanwhile

  const input = (field) => field.querySelector('input[type=file]');

  function put(field, files) {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input(field).files = all.files;
    input(field).dispatchEvent(new Event('change', { bubbles: true }));
  }

  function watch(field, looks = 0) {
    setTimeout(() => {
      const free = field.isConnected && input(field) && !field.querySelector('.file-preview');
      if (field.isConnected && (!free || looks + 1 < LOOKS)) { watch(field, free ? looks + 1 : 0); return; }
      const [next, ...rest] = waiting.get(field);
      waiting.delete(field);
      if (!next || !free) return;
      put(field, next);
      waiting.get(field)?.push(...rest);
    }, LOOK_MS);
  }

  // The first choice goes on to Gradio; those that come before the field is free again are kept.
  function chosen(event, files) {
    const field = event.target.closest?.(FIELDS);
    if (!field || !files.length) return;
    if (!waiting.has(field)) {
      waiting.set(field, []);
      watch(field);
      return;
    }
    waiting.get(field).push(files);
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // Gradio replaces its input when files come and go: what is chosen in one that has gone meanwhile is told to that one alone.
  const known = new WeakSet();
  function hear(field) {
    const one = input(field);
    if (!one || known.has(one)) return;
    known.add(one);
    one.addEventListener('change', (event) => {
      if (one.isConnected || !one.files.length) return;
      event.stopImmediatePropagation();
      if (!waiting.has(field)) {
        waiting.set(field, []);
        watch(field);
      }
      waiting.get(field).push([...one.files]);
    }, true);
  }
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => document.querySelectorAll(FIELDS).forEach(hear)).observe(document.body, { childList: true, subtree: true });
  });

  document.addEventListener('change', (event) => chosen(event, [...(event.target.files || [])]), true);
  document.addEventListener('drop', (event) => chosen(event, [...(event.dataTransfer?.files || [])]), true);
})();
