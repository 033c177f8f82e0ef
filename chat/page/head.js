// Runs before Gradio's own scripts. Gradio takes the words of its controls from the browser's language; this page has its own
// (that of its address), whatever the browser's is. What Gradio has in English only is put into Japanese as it appears.
const kcLang = document.documentElement.lang || 'ja';
for (const [name, value] of [['language', kcLang], ['languages', [kcLang]]])
  Object.defineProperty(navigator, name, { get: () => value, configurable: true });

(() => {
  const word = (text) => (window.kcWords || {})[text] || text;
  const labels = {
    'Click to upload or drop files': word('ファイルを選ぶ（ここに落としても追加できます）'),
    'common.upload': word('ファイルを追加する'), // Gradio has no word for it in any language
    'File upload': word('ファイルを選ぶ'),
    'More tabs': word('ほかのタブ'),
    'Close': word('閉じる'),
    'Clear': word('消す'),
    'Remove this file': word('このファイルを外す'),
    'Dropdown': word('一覧から選ぶ'),
  };
  const titles = { 'Error': word('エラー'), 'Warning': word('注意'), 'Info': word('お知らせ'), 'Success': word('完了') };
  const lost = word('サーバーとの接続が切れました。会議録チャットが動いているか確かめて、このページを開き直してください。');
  const messages = [
    [/Connection errored out|Connection to the server was lost|Could not parse server response|Cannot connect|Failed to fetch|NetworkError/s, lost],
    [/busy|queue|Queue|Too many/s, word('混み合っています。少し待ってから、もう一度お試しください。')],
    [kcLang === 'ja' ? /^[\x00-\x7f]+$/s : /(?!)/, word('処理の途中で問題が起きました。もう一度お試しください。')],
  ];

  // Gradio ends its own requests when its page may be about to be left, calls each of them an error, and opens them no more where the page
  // stays after all. The browser ends them by itself once the page is left.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation());

  function put(element, text) {
    if (element.textContent.trim() !== text) element.textContent = text;
  }

  function named(element, by) {
    if (element.getAttribute('aria-labelledby') !== by) element.setAttribute('aria-labelledby', by);
  }

  function each(root, selector, work) {
    if (root.matches(selector)) work(root);
    root.querySelectorAll(selector).forEach(work);
  }

  function translate(root) {
    each(root, '[aria-label]', (element) => {
      const said = element.getAttribute('aria-label');
      const label = labels[said];
      // Only what changes is set: the observer below is told of every attribute that is.
      if (!label || label === said) return;
      element.setAttribute('aria-label', label);
    });
    // Gradio names it after its place among all there are to choose (「削除 3」).
    each(root, '.token .token-remove', (element) => {
      if (element.title !== word('この選択を外す')) element.title = word('この選択を外す');
    });
    each(root, '.toast-title', (element) => {
      const title = titles[element.textContent.trim()];
      if (title) put(element, title);
    });
    each(root, '[data-testid=toast-text]', (element) => {
      const said = element.textContent.trim();
      const large = said.match(/^File\(s\) exceed the maximum allowed size of ([^:]+): (.*)$/s);
      const rule = messages.find(([pattern]) => pattern.test(said));
      const kind = said.match(/^Invalid file type: (.*)\. Only (.*) allowed\.$/s);
      if (kind) put(element, word('この種類のファイルは選べません（選べるのは KINDS）').replace('KINDS', kind[2]) + `: ${kind[1]}`);
      else if (large) put(element, `${word('ファイルが大きすぎます（上限 SIZE）').replace('SIZE', large[1].replace('.0', '').toUpperCase())}: ${large[2]}`);
      else if (rule) put(element, rule[1]);
    });
    // A browser gives the focus to a long list that it can scroll, on the way to the next field; the list closes, and the focus is lost.
    each(root, 'ul[role=listbox]', (element) => { element.tabIndex = -1; });
    each(root, KEPT_FIELDS, bringBack);
    each(root, '[role=tab]', (tab) => {
      const index = tab.getAttribute('aria-selected') === 'false' ? -1 : 0;
      if (tab.tabIndex !== index) tab.tabIndex = index;
    });
    each(root, '.label-wrap', (element) => element.setAttribute('aria-expanded', element.classList.contains('open')));
    // What a screen reader calls a panel and a group of choices; the arrows of lists and the like say nothing.
    each(root, '[role=tabpanel][id]', (element) => named(element, `${element.id}-button`));
    each(root, 'fieldset', (element) => {
      const legend = element.querySelector('[data-testid=block-info]')?.textContent.trim();
      if (legend && element.getAttribute('aria-label') !== legend) element.setAttribute('aria-label', legend);
    });
    each(root, 'svg.dropdown-arrow, .icon-wrap > svg', (element) => element.setAttribute('aria-hidden', 'true'));
  }

  // A plot that was drawn in a closed fold has a width of its own: it takes that of its place once the fold is open.
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('.label-wrap')) setTimeout(() => window.dispatchEvent(new Event('resize')), 100);
  });

  // Plots and tables of figures do not flow: on paper they are made as small as it takes.
  const PAPER = 640; // CSS pixels between the margins of an upright A4 page
  function fitPaper() {
    for (const wide of document.querySelectorAll('.js-plotly-plot, .kc-scroll'))
      if (wide.scrollWidth > PAPER) wide.style.zoom = PAPER / wide.scrollWidth;
  }
  window.addEventListener('beforeprint', fitPaper);
  window.addEventListener('afterprint', () => {
    for (const wide of document.querySelectorAll('.js-plotly-plot, .kc-scroll')) wide.style.zoom = '';
  });

  // A browser cuts what is pasted beyond the length of a field and says nothing.
  function sayFull(field) {
    const full = field.maxLength > 0 && field.value.length >= field.maxLength;
    const place = field.closest('.block') || field.parentElement;
    let note = place.querySelector('.kc-full');
    if (!full) { note?.remove(); return; }
    if (!note) {
      note = document.createElement('p');
      note.className = 'kc-full';
      note.setAttribute('role', 'status');
      place.append(note);
    }
    const said = word('N字までです。これより長い分は入りません。').replace('N', field.maxLength.toLocaleString('en'));
    if (note.textContent !== said) note.textContent = said;
  }
  document.addEventListener('input', (event) => {
    if (!event.target.matches?.('textarea, input')) return;
    sayFull(event.target);
    keepField(event.target);
  });

  // What is written into these fields outlives a reload, as the conversation does: a draft is the work of an hour.
  const KEPT_FIELDS = '#kc-check-text textarea, #kc-compare-question textarea, #kc-brief-theme textarea';
  const EDITED = '#kc-brief-text textarea'; // brought back by again.py, together with the column in which it stands

  function keepField(field) {
    if (!field.matches(`${KEPT_FIELDS}, ${EDITED}`)) return;
    const name = `kaigiroku.${field.closest('[id]').id}`;
    try {
      if (field.value) sessionStorage.setItem(name, field.value);
      else sessionStorage.removeItem(name);
    } catch (error) { /* the browser keeps nothing (full, or forbidden) */ }
  }

  // Also what was not typed: read from a file.
  window.kcKeepFields = () => document.querySelectorAll(KEPT_FIELDS).forEach(keepField);

  function bringBack(field) {
    if (field.dataset.kept) return;
    field.dataset.kept = '1';
    const text = sessionStorage.getItem(`kaigiroku.${field.closest('[id]').id}`);
    if (!text || field.value) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // What follows the store is out of date on tabs that are out of view once the store has changed: when one of them is looked at, it
  // is hidden until it is drawn anew (see redrawing.py and desk.css).
  const panels = () => [...document.querySelectorAll('[role=tabpanel]')];
  // What went wrong on them was said of the store as it was (no minutes are loaded yet): it goes, until something is pressed there again.
  window.kcStale = () => panels().forEach((panel) => { if (!panel.checkVisibility()) panel.dataset.stale = panel.dataset.before = ''; });
  document.addEventListener('click', (event) => { delete event.target.closest?.('[data-before]')?.dataset.before; }, true);
  window.kcFresh = (tabs) => tabs?.forEach((tab) => { delete document.getElementById(`kc-tab-${tab}`)?.dataset.stale; });

  // Pressed twice where once was meant: the work is done once. (Turning pages goes on with every press.)
  const ONCE = '[data-act]:not([data-act=turn], [data-act=open]), #kc-again, #kc-export button, #kc-fetch, #kc-backup-make,'
    + ' #kc-compare, #kc-brief, #kc-brief-files, #kc-check, #kc-evaluate';
  document.addEventListener('click', (event) => {
    if (event.detail < 2 || !event.target.closest?.(ONCE)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // One stop for Tab among the tabs of the page, and arrows between them (WAI-ARIA, tabs with automatic activation).
  const TABS = '[role=tab]:not([aria-hidden=true] *, .visually-hidden *)';
  document.addEventListener('keydown', (event) => {
    const tab = event.target.closest?.(TABS);
    if (!tab || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const tabs = [...tab.closest('[role=tablist]').querySelectorAll(TABS)];
    const place = tabs.indexOf(tab);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const other = tabs.at(next % tabs.length);
    other.click();
    other.focus();
  });

  // The tab that was looked at outlives a reload (also that of a page which found its server again), and a change of language.
  const TAB = 'kaigiroku.tab';
  document.addEventListener('click', (event) => {
    const tab = event.target.closest?.(TABS);
    try {
      if (tab) sessionStorage.setItem(TAB, tab.id);
    } catch (error) { /* the browser keeps nothing (full, or forbidden) */ }
  });
  function bringTabBack(id, tries = 100) {
    const tab = document.getElementById(id);
    if (tab?.getAttribute('aria-selected') === 'true' || !tries) return;
    tab?.click(); // nothing comes of it until Gradio has made it work
    setTimeout(bringTabBack, 50, id, tries - 1);
  }

  // Gradio opens a list again that is left with Tab, and leaves it lying over the field below.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && event.target.matches?.('input[role=combobox]')) event.stopPropagation();
  }, true);

  document.addEventListener('DOMContentLoaded', () => {
    translate(document.body);
    if (sessionStorage.getItem(TAB)) bringTabBack(sessionStorage.getItem(TAB));
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === 'attributes') translate(change.target);
        for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) translate(node);
      }
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label', 'aria-selected', 'class', 'title'] });
  });
})();
