// Runs once in each HTML block of ours (`element`). Buttons carry what they do in data-act:
//   open, save, remove, reread, turn, narrow, stop  become events of the block, with the button's data-* as their data
//   waits comes with remove and reread, and says where they have to wait
//   again is an event that the header's block makes by itself (see below)
//   ask   asks a question of the conversation, when it is its turn (see queue.js); so are vote and comment done
//   copy  copies data-text, or the address of data-path; back goes to the mark that opened the record; skip to the question box
// Names of events must stand here in quotes: Gradio offers only those to Python.
const EVENTS = ['open', 'ask', 'save', 'remove', 'reread', 'turn', 'narrow', 'vote', 'comment', 'stop', 'fresh', 'restore', 'again', 'waits'];

// Where the browser keeps the conversation: until its tab is closed, and over a reload.
const KEPT = 'kaigiroku.conversation';

// Words of the page in its language (see theme.py).
function word(text) {
  return (window.kcWords || {})[text] || text;
}

// Characters of an answer that are read out at once.
const LONGEST_READ = 600;

function narrow() {
  return window.matchMedia('(max-width: 1023px)').matches;
}

// The nodes of text in an element.
function texts(element) {
  const found = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) found.push(walk.currentNode);
  return found;
}

// What is read out: `text`, then the words of `parts`, each in its own language (those of the record are Japanese on any page).
function announce(text, parts = []) {
  let live = document.getElementById('kc-live');
  if (!live) {
    live = document.createElement('div');
    live.id = 'kc-live';
    live.className = 'kc-sr';
    live.setAttribute('role', 'status');
    document.body.appendChild(live);
  }
  let room = LONGEST_READ;
  live.replaceChildren(text, ...[...parts].flatMap(texts).map((node) => {
    const words = document.createElement('span');
    words.lang = node.parentElement.closest('[lang]').lang; // a name among words of ours has its own
    words.textContent = node.data.slice(0, room);
    room -= words.textContent.length;
    return words;
  }));
}

async function copy(button) {
  // A path is copied as an address that opens elsewhere too.
  const text = button.dataset.path ? new URL(button.dataset.path, document.baseURI).href : button.dataset.text;
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch (error) {
    // Outside https and loopback there is no clipboard API; the old way works there.
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'kc-sr';
    document.body.appendChild(area);
    area.select();
    done = document.execCommand('copy');
    area.remove();
    button.focus();
  }
  const outcomes = [word('コピーしました'), word('コピーできませんでした')];
  if (!outcomes.includes(button.textContent)) button.dataset.label = button.textContent;
  const label = button.dataset.label;
  button.textContent = outcomes[done ? 0 : 1];
  announce(button.textContent);
  // Another record may be drawn into the same buttons meanwhile: their names are then not this one's any more.
  setTimeout(() => { if (outcomes.includes(button.textContent)) button.textContent = label; }, 2000);
}

element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act]');
  if (!button || !element.contains(button) || button.disabled) return;
  const act = button.dataset.act;
  if (act === 'copy') { copy(button); return; }
  if (act === 'back') {
    const mark = window.kcOpenedBy;
    const target = mark && mark.isConnected ? mark : document.querySelector('#kc-ask textarea');
    target.focus();
    target.scrollIntoView({ block: 'center' });
    return;
  }
  if (act === 'skip') {
    event.preventDefault();
    const box = [...document.querySelectorAll('textarea, input:not([type=hidden])')].find((field) => field.checkVisibility());
    if (box) { box.focus(); box.scrollIntoView({ block: 'center' }); }
    return;
  }
  const sure = word('「NAME」を削除しますか。この資料の質疑は検索されなくなります。').replace('NAME', button.dataset.name);
  if (act === 'remove' && !window.confirm(sure)) return;
  if (act === 'comment') button.dataset.comment = button.closest('.kc-comment').querySelector('textarea').value;
  if (act === 'narrow') window.kcUnfold = () => unfold(button.dataset.field);
  if (act === 'open' && !button.closest('.kc-record')) {
    window.kcOpenedBy = button;
    document.querySelectorAll('.kc-opened').forEach((old) => old.classList.remove('kc-opened'));
    button.classList.add('kc-opened');
  }
  if (act === 'ask') { window.kcAsk({ ...button.dataset }); return; }
  if (act === 'vote' || act === 'comment') { window.kcAct(act, { ...button.dataset }); return; }
  below = Boolean(button.closest('.kc-below'));
  if (EVENTS.includes(act)) trigger(act, { ...button.dataset });
  if (act === 'remove' || act === 'reread') trigger('waits', {});
});

// Whether the buttons under a list were pressed: its next part is then shown from the beginning.
let below = false;
function toBeginning() {
  below = false;
  const table = element.querySelector('table');
  if (!table) return;
  table.tabIndex = -1;
  table.focus({ preventScroll: true });
  table.scrollIntoView({ block: 'start' });
}

// What is in view and not ready yet asks once a second to be drawn again.
if (element.querySelector('.kc-head'))
  setInterval(() => {
    if ([...document.querySelectorAll('[data-again]')].some((one) => one.checkVisibility())) trigger('again', {});
  }, 1000);

// Once the fold with the conditions is open and filled in, the field of the condition takes the focus.
function unfold(field, tries = 40) {
  const input = document.querySelector(`#kc-narrow-${field} input, #kc-narrow-${field} textarea`);
  if (input && input.checkVisibility()) { input.focus(); input.scrollIntoView({ block: 'center' }); }
  else if (tries) setTimeout(unfold, 50, field, tries - 1);
}

// What an answer leads on to stands under it only as long as it is the last one.
function fit() {
  const after = document.querySelector('.kc-after .kc-follow');
  const turns = document.querySelectorAll('.kc-turn');
  if (after) after.hidden = !turns.length || turns[turns.length - 1].dataset.answer !== after.dataset.answer;
}

const conversation = Boolean(element.closest('.kc-log'));
let pressed = '';
element.addEventListener('click', (event) => { pressed = event.target.closest('[data-key]')?.dataset.key || ''; }, true);

if (conversation && window.kcConversation) window.kcConversation((act, data) => trigger(act, data));

// A new conversation begins where the browser keeps none; after a reload the one that it keeps is shown again.
if (conversation && sessionStorage.getItem(KEPT)) window.kcAct('restore', { kept: sessionStorage.getItem(KEPT) });

// What a result was made for is kept as well (see again.py).
const wished = element.querySelector('.kc-wish')?.dataset.tab;
const WISH = `kaigiroku.wish.${wished}`;
const EDITED = 'kaigiroku.kc-brief-text'; // what was written into the dossier (see head.js)
if (wished && sessionStorage.getItem(WISH))
  trigger('restore', { wish: sessionStorage.getItem(WISH), edited: wished === 'brief' && sessionStorage.getItem(EDITED) || '' });

function keepWish() {
  const made = element.querySelector('.kc-wish'); // none while the result grows
  if (!made) return;
  try {
    if (made.dataset.wish) sessionStorage.setItem(WISH, made.dataset.wish);
    else sessionStorage.removeItem(WISH);
    if (wished === 'brief' && element.querySelector('.kc-progress')) sessionStorage.removeItem(EDITED); // a new one is made
    window.kcKeepFields();
  } catch (error) { /* the browser keeps nothing (full, or forbidden) */ }
}

function keep() {
  const kept = element.querySelector('.kc-kept');
  try {
    if (kept) sessionStorage.setItem(KEPT, kept.dataset.kept);
    else if (!element.querySelector('.kc-turn')) sessionStorage.removeItem(KEPT);
  } catch (error) { /* the browser keeps nothing (full, or forbidden): the conversation ends with the page */ }
}

function announceTurn(turn, waits) {
  const wait = turn.querySelector('.kc-wait p');
  if (waits && wait) { announce(wait.textContent); return; }
  const said = turn.querySelector('.kc-text, .kc-none, .kc-error');
  if (said) announce(`${word('回答')}: `, said.children);
}

// What a result begins with is read out, of one that grows only that it does; what stands in a live region of its own is read by itself.
let told = '';
function tell() {
  const said = element.querySelector('.kc-error, [role=status], .kc-brief h2');
  if (!said || !said.checkVisibility() || said.closest('[role=log]')) return;
  const now = said.classList.contains('kc-progress') ? 'progress' : said.textContent;
  if (now !== told) announce(said.textContent);
  told = now;
}

// After an answer came: its question goes to the top of the view. After a record was opened: to the quoted words.
let waiting = false;
watch('value', () => {
  const all = element.querySelectorAll('.kc-turn');
  const waits = Boolean(element.querySelector('.kc-wait'));
  if (conversation) {
    window.kcDrawn(waits);
    if (all.length && (waits || waiting)) {
      announceTurn(all[all.length - 1], waits);
      all[all.length - 1].scrollIntoView({ block: 'start' });
    }
    waiting = waits;
    keep();
    fit();
    // The button that was pressed was drawn anew: the focus stays on it.
    const again = pressed && element.querySelector(`[data-key="${pressed}"]`);
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
    return;
  }

  fit();
  tell();
  if (wished) keepWish();
  if (below) toBeginning();
  // What went wrong stands under the button that was pressed: on a phone mostly below the edge.
  const wrong = element.querySelector('.kc-error');
  if (wrong && wrong.checkVisibility()) wrong.scrollIntoView({ block: 'nearest' });
  const record = element.querySelector('.kc-record');
  if (!record) return;
  const pane = element.closest('.block') || element;
  const beside = !narrow() && getComputedStyle(pane).position === 'sticky';
  const quoted = record.querySelector('mark.kc-hl');
  if (record.dataset.focus) {
    record.querySelector('h2').focus({ preventScroll: true });
    if (!beside) { (quoted || record).scrollIntoView({ block: quoted ? 'center' : 'start' }); return; }
  }
  const down = quoted ? quoted.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
  pane.scrollTop = quoted ? Math.max(0, pane.scrollTop + down - pane.clientHeight / 3) : 0;
});
