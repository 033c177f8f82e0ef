// Runs before Gradio's own scripts. Gradio takes the words of its controls from the browser's language; this page is
// Japanese whatever that is. What Gradio has in English only is put into Japanese as it appears.
for (const [name, value] of [['language', 'ja'], ['languages', ['ja']]])
  Object.defineProperty(navigator, name, { get: () => value, configurable: true });

(() => {
  const labels = {
    'Click to upload or drop files': '会議録のファイルを選ぶ（ここに落としても追加できます）',
    'File upload': 'ファイルを選ぶ',
    'More tabs': 'ほかのタブ',
    'Close': '閉じる',
    'Clear': '消す',
    'Remove this file': 'このファイルを外す',
    'Dropdown': '一覧から選ぶ',
  };
  const titles = { 'Error': 'エラー', 'Warning': '注意', 'Info': 'お知らせ', 'Success': '完了' };
  const lost = 'サーバーとの接続が切れました。会議録チャットが動いているか確かめて、このページを開き直してください。';
  const messages = [
    [/Connection errored out|Connection to the server was lost|Could not parse server response|Cannot connect|Failed to fetch|NetworkError/s, lost],
    [/busy|queue|Queue|Too many/s, '混み合っています。少し待ってから、もう一度お試しください。'],
    [/^[\x00-\x7f]+$/s, '処理の途中で問題が起きました。もう一度お試しください。'],
  ];

  function put(element, text) {
    if (element.textContent.trim() !== text) element.textContent = text;
  }

  function each(root, selector, work) {
    if (root.matches(selector)) work(root);
    root.querySelectorAll(selector).forEach(work);
  }

  function translate(root) {
    each(root, '[aria-label]', (element) => {
      const word = labels[element.getAttribute('aria-label')];
      if (word) element.setAttribute('aria-label', word);
    });
    each(root, '.toast-title', (element) => {
      const word = titles[element.textContent.trim()];
      if (word) put(element, word);
    });
    each(root, '[data-testid=toast-text]', (element) => {
      const said = element.textContent.trim();
      const large = said.match(/^File\(s\) exceed the maximum allowed size of ([^:]+): (.*)$/s);
      const rule = messages.find(([pattern]) => pattern.test(said));
      if (large) put(element, `ファイルが大きすぎます（上限 ${large[1].replace('.0', '').toUpperCase()}）: ${large[2]}`);
      else if (rule) put(element, rule[1]);
    });
    each(root, '.label-wrap', (element) => element.setAttribute('aria-expanded', element.classList.contains('open')));
  }

  document.addEventListener('DOMContentLoaded', () => {
    translate(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === 'attributes') translate(change.target);
        for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) translate(node);
      }
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label', 'class'] });
  });
})();
