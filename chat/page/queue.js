// Questions are asked one at a time, in the order in which they were typed or pressed: each is read together with those before it.
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
    if (current || leaving || !send || !waiting.length) return;
    current = { ...waiting.shift(), before: lastAnswer(), shown: false };
    late = setTimeout(() => { late = 0; draw(); }, LATE_MS);
    send('ask', { question: current.question, filters: current.filters, again: current.again });
  }

  function draw() {
    keep();
    const list = document.querySelector('.kc-queue ol');
    if (!list) return;
    const sent = current && !current.shown && !late ? [current] : [];
    list.replaceChildren(...[...sent, ...waiting].map((one) => {
      const item = document.createElement('li');
      const text = document.createElement('span');
      text.textContent = one.question || word('同じ質問を、この条件で');
      const note = document.createElement('small');
      note.textContent = word('前の回答のあとで調べます');
      item.append(text, note);
      if (waiting.includes(one)) {
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

  function bringBack(tries = 40) {
    const box = document.querySelector('#kc-question textarea');
    if (!box) { if (tries) setTimeout(bringBack, 100, tries - 1); return; }
    let questions = [];
    try { questions = JSON.parse(sessionStorage.getItem(UNANSWERED) || '[]'); } catch (error) { /* none of ours */ }
    if (!Array.isArray(questions) || !questions.length) return;
    sessionStorage.removeItem(UNANSWERED);
    if (!box.value) write(box, questions.join('\n'));
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
  window.kcConversation = (trigger) => { send = trigger; bringBack(); next(); };
  window.kcAsk = (data) => {
    if (!data.again && !(data.question || '').trim()) return;
    waiting.push(data);
    next();
    draw();
  };
  // The conversation was drawn anew: the question that was sent stands in it, and is answered, refused or stopped where nothing `waits`.
  window.kcDrawn = (waits) => {
    if (!current || lastAnswer() === current.before) return;
    current.shown = true;
    if (waits) draw();
    else window.kcDone();
  };
  window.kcDone = () => {
    current = null;
    clearTimeout(late);
    late = 0;
    if (leaving) send('fresh', {});
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
    takeBack(waiting.splice(0));
    leaving = true;
    if (current) send('stop', {});
    else send('fresh', {});
    draw();
  };
  window.kcStarted = () => {
    leaving = false;
    next();
    draw();
  };
})();
