// Buttons that need the browser itself. [data-copy=ADDRESS]: what lies there goes to the clipboard, and the words beside the button say so.
// [data-copy-from=ID]: what that field holds does.
// [data-print]: prints the page. [data-fullscreen]: the whole page fills the screen, or no longer.
(() => {
  'use strict';

  // Where the page is not served securely there is no clipboard to write to, but a selected text can still be copied.
  const copySelected = text => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    field.setAttribute('aria-hidden', 'true');
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    if (!isCopied) {
      throw new Error('not copied');
    }
  };

  const read = async address => {
    const response = await fetch(address);
    if (!response.ok || response.redirected) {
      throw new Error(`answered ${response.status}`);
    }
    return response.text();
  };

  const copy = async button => {
    const status = button.parentElement.querySelector('[role=status]');
    status.textContent = '';
    try {
      const text = 'copyFrom' in button.dataset ? Promise.resolve(document.getElementById(button.dataset.copyFrom).value) : read(button.dataset.copy);
      if (navigator.clipboard && window.ClipboardItem) {
        const plain = text.then(t => new Blob([t], { type: 'text/plain' }));
        await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
      } else {
        copySelected(await text);
        button.focus();
      }
      status.textContent = button.dataset.copied;
    } catch {
      status.textContent = button.dataset.failed;
    }
  };

  // [data-key="ArrowRight PageDown"]: either key is a click, unless somebody is writing or choosing.
  document.addEventListener('keydown', event => {
    const isElsewhere = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
      || (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]'));
    const meant = !isElsewhere && /^\w+$/.test(event.key) && document.querySelector(`[data-key~="${event.key}"]`);
    if (meant) {
      event.preventDefault();
      meant.click();
    }
  });

  // The running head of what is printed, in the quotes that css/app.css wants.
  addEventListener('beforeprint', () => {
    const { style } = document.documentElement;
    style.setProperty('--print-head', JSON.stringify(document.title));
    style.setProperty('--print-date', JSON.stringify(new Date().toLocaleDateString('vi-VN')));
  });

  document.addEventListener('click', event => {
    const button = event.target instanceof Element && event.target.closest('[data-copy], [data-copy-from], [data-print], [data-fullscreen]');
    if (!button) {
      return;
    }
    if ('copy' in button.dataset || 'copyFrom' in button.dataset) {
      copy(button);
    } else if ('print' in button.dataset) {
      print();
    } else if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen();
    }
  });
})();
