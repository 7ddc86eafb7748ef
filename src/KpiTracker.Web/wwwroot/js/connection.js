// The page's own words about a lost connection: "reload" reloads this very page, and a restarted server reloads it by itself.
(() => {
  'use strict';

  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-reload]')) {
      event.preventDefault();
      event.stopPropagation();
      location.reload();
    }
  }, true);

  const banner = document.getElementById('components-reconnect-modal');
  new MutationObserver(() => {
    if (banner.classList.contains('components-reconnect-rejected')) {
      location.reload();
    }
  }).observe(banner, { attributes: true, attributeFilter: ['class'] });
})();
