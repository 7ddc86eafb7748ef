// Watches a batch while the server works at it: the bar moves, and when the work has ended the page's part about it is fetched anew.
(() => {
  'use strict';

  const Soonest = 1000;
  const Latest = 4000;
  const live = document.getElementById('batch-live');
  let pause = Soonest;
  let said = -1;
  let last = '';

  const batch = () => document.getElementById('batch');

  // Every tenth is told to those who listen; every step to those who look.
  const announce = (text, tenth) => {
    if (tenth !== said) {
      said = tenth;
      live.textContent = text;
    }
  };

  const show = progress => {
    const bar = document.getElementById('batch-bar');
    const words = document.getElementById('batch-words');
    if (bar && words) {
      bar.max = progress.total;
      bar.value = progress.done;
      words.textContent = progress.text;
    }
    announce(progress.text, Math.floor((10 * progress.done) / Math.max(progress.total, 1)));
  };

  const replace = async text => {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!response.ok) {
      throw new Error(response.status);
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('batch');
    if (fresh) {
      batch().replaceWith(fresh);
      live.textContent = text;
    }
  };

  const ask = async () => {
    try {
      const response = await fetch(batch().dataset.batch, { headers: { Accept: 'application/json' } });
      if (response.status === 401 || response.status === 404) {
        location.reload();
        return;
      }
      const progress = await response.json();
      if (!progress.working) {
        await replace(progress.text);
        watch();
        return;
      }
      // Asks less often while nothing moves.
      pause = progress.text === last ? Math.min(2 * pause, Latest) : Soonest;
      last = progress.text;
      show(progress);
    } catch {
      // The server restarts or the line is down: the next turn asks again, later.
      pause = Latest;
    }
    setTimeout(ask, pause);
  };

  const watch = () => {
    if (batch()?.dataset.batch) {
      setTimeout(ask, Soonest);
    }
  };

  watch();
})();
