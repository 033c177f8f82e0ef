// What changes the conversation is done one at a time. Questions in the order in which they were typed or pressed: each is read
// together with those before it. Votes go before questions that wait; what a reload brings back goes before all: each of them draws
// the conversation as it was when it began, and would take away what came meanwhile.
// Nothing typed is lost: what waits stands under the conversation, and can be taken back into the question box.
(() => {
  const waiting = [];
  let current = null, send = null, late = 0, leaving = false;

  // A question that has to wait for the server is shown as waiting, too; usually it stands in the conversation before that.
  const LATE_MS = 500;

  function word(text) {
    return (window.kcWords || {})[text] || text;
  }

  function lastAnswer() {
    return [...document.querySelectorAll('.kc-turn')].pop()?.dataset.answer;
  }

  function next() {
    if (current || !send) return;
    const one = leaving && !waiting[0]?.act ? { act: 'fresh', data: {} } : waiting.shift();
    if (!one) return;
    current = { ...one, before: lastAnswer(), shown: false };
    if (current.act) { send(current.act, current.data); return; }
    late = setTimeout(() => { late = 0; draw(); }, LATE_MS);
    send('ask', { question: current.question, filters: current.filters, again: current.again });
  }

  function draw() {
    keep();
    const list = document.querySelector('.kc-queue ol');
    if (!list) return;
    // What waits for a vote waits for a moment: it would only flicker here.
    if (['vote', 'comment'].includes(current?.act)) { list.replaceChildren(); return; }
    const sent = current && !current.act && !current.shown && !late ? [current] : [];
    list.replaceChildren(...[...sent, ...waiting].map((one) => {
      const item = document.createElement('li');
      const text = document.createElement('span');
      text.textContent = one.act ? word('回答への評価') : one.question || word('同じ質問を、この条件で');
      const note = document.createElement('small');
      note.textContent = one.act ? word('前の回答のあとで記録します') : word('前の回答のあとで調べます');
      item.append(text, note);
      if (waiting.includes(one) && !one.act) {
        const back = document.createElement('button');
        back.type = 'button';
        back.className = 'kc-small';
        back.textContent = word('取り消す');
        back.addEventListener('click', () => { waiting.splice(waiting.indexOf(one), 1); takeBack([one]); draw(); });
        item.append(back);
      }
      return item;
    }));
  }

  // What is not answered yet is kept over a reload: it stands in the question box again then.
  const UNANSWERED = 'kaigiroku.unanswered';

  function keep() {
    const questions = [...(current ? [current] : []), ...waiting].map((one) => one.question || '').filter((text) => text.trim());
    try {
      if (questions.length) sessionStorage.setItem(UNANSWERED, JSON.stringify(questions));
      else sessionStorage.removeItem(UNANSWERED);
    } catch (error) { /* the browser keeps nothing (full, or forbidden) */ }
  }

  // Read before the conversation is brought back, with which what is kept is written anew.
  function unanswered() {
    let questions = [];
    try { questions = JSON.parse(sessionStorage.getItem(UNANSWERED) || '[]'); } catch (error) { /* none of ours */ }
    return Array.isArray(questions) ? questions.join('\n') : '';
  }

  function bringBack(text, tries = 40) {
    const box = document.querySelector('#kc-question textarea');
    if (!text) return;
    if (!box) { if (tries) setTimeout(bringBack, 100, text, tries - 1); return; }
    sessionStorage.removeItem(UNANSWERED);
    if (!box.value) write(box, text);
  }

  function write(box, text) {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // Into the box, after what is being typed there.
  function takeBack(questions) {
    const box = document.querySelector('#kc-question textarea');
    const words = [box.value, ...questions.map((one) => one.question || '')].filter((text) => text.trim()).join('\n');
    if (words === box.value) return;
    write(box, words);
    box.focus();
  }

  // The box is emptied in the moment in which it is read: what is typed from then on is the next question.
  function askTyped(box) {
    if (!box?.value.trim()) return;
    window.kcAsk({ question: box.value });
    write(box, '');
  }

  // In the question box Enter asks (not while an input method is composing); Shift+Enter breaks the line, and so does Ctrl+Enter.
  document.addEventListener('keydown', (event) => {
    const box = event.target;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    if (!box.matches?.('#kc-question textarea')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.ctrlKey) { askTyped(box); return; }
    box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, true);
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('#kc-send')) askTyped(document.querySelector('#kc-question textarea'));
  }, true);

  // On a phone the conditions, once unfolded, stand under the record rather than in view: the view follows them there.
  document.addEventListener('click', (event) => {
    const fold = event.target.closest?.('#kc-narrow > button');
    if (fold) follow(fold);
  });

  function follow(fold, tries = 10) {
    const { top, bottom } = fold.getBoundingClientRect();
    if (fold.classList.contains('open') && (top < 0 || bottom > window.innerHeight)) fold.scrollIntoView({ block: 'start' });
    if (tries) setTimeout(follow, 50, fold, tries - 1);
  }

  // The conversation's block says how it is asked.
  window.kcConversation = (trigger) => { send = trigger; bringBack(unanswered()); next(); };
  window.kcAsk = (data) => {
    if (!data.again && !(data.question || '').trim()) return;
    waiting.push({ question: data.question, filters: data.filters, again: data.again });
    next();
    draw();
  };
  // A vote, its comment, or what the browser kept; the last of several on the same answer counts, so that a double press is one.
  window.kcAct = (act, data) => {
    const same = waiting.findIndex((one) => one.act === act && one.data.turn === data.turn);
    if (same >= 0) waiting.splice(same, 1);
    const questions = waiting.findIndex((one) => !one.act);
    waiting.splice(questions < 0 ? waiting.length : questions, 0, { act, data });
    next();
    draw();
  };
  // The conversation was drawn anew: the question that was sent stands in it, and is answered, refused or stopped where nothing `waits`.
  window.kcDrawn = (waits) => {
    if (!current || current.act || lastAnswer() === current.before) return;
    current.shown = true;
    if (waits) draw();
    else window.kcDone();
  };
  window.kcDone = () => {
    if (current?.act === 'fresh') leaving = false;
    current = null;
    clearTimeout(late);
    late = 0;
    next();
    draw();
  };
  // It failed, and nothing more is drawn of it.
  window.kcFailed = () => {
    if (current && !current.shown) takeBack([current]);
    window.kcDone();
  };
  // A new conversation, once the question at work is given up; what was still waiting goes back into the box.
  window.kcStartOver = () => {
    takeBack(waiting.filter((one) => !one.act));
    waiting.splice(0, waiting.length, ...waiting.filter((one) => one.act)); // a vote that was given counts
    leaving = true;
    if (current && !current.act) send('stop', {});
    else next();
    draw();
  };
})();
