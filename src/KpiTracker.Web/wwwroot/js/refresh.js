// An element with data-refresh="SECONDS" and an id is fetched anew from its page and replaced, as long as it says so.
(() => {
  'use strict';

  const later = element => {
    const seconds = Number(element?.dataset.refresh);
    if (seconds > 0) {
      setTimeout(() => refresh(element), seconds * 1000);
    }
  };

  const refresh = async element => {
    try {
      const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = response.ok ? page.getElementById(element.id) : null;
      // Whoever is on one of its buttons keeps it; the next turn catches up.
      if (fresh && !element.contains(document.activeElement)) {
        element.replaceWith(fresh);
        element = fresh;
      }
    } catch {
      // The server restarts or the line is down: the next turn asks again.
    }
    later(element);
  };

  document.querySelectorAll('[data-refresh]').forEach(later);
})();
