// Alt and a letter follow the link that says so (aria-keyshortcuts="Alt+T"). By the key's place, not its letter: a Mac's Option and an input method make another letter of it.
(() => {
  'use strict';

  document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !/^Key[A-Z]$/.test(event.code)) {
      return;
    }
    const link = document.querySelector(`a[aria-keyshortcuts="Alt+${event.code.slice(3)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
})();
