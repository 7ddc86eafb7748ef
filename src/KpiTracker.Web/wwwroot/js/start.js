// The circuit starts quietly: only warnings and errors reach the console (3 is Warning in Blazor's own levels).
Blazor.start({ circuit: { logLevel: 3, configureSignalR: builder => builder.configureLogging('warning') } });

// Another month or filter is the same page seen otherwise: the reader stays where they were. Blazor scrolls to the top after every navigation.
const scrollTo = window.scrollTo.bind(window);
let path = location.pathname;
window.scrollTo = (...where) => {
  const stays = location.pathname === path && where.length === 2 && where[0] === 0 && where[1] === 0;
  path = location.pathname;
  if (!stays) {
    scrollTo(...where);
  }
};

// While the circuit takes the page over, Blazor takes its title away for as long as the page asks for its figures. The last one stays until then.
let title = document.title;
new MutationObserver(() => {
  const titles = [...document.head.getElementsByTagName('title')];
  const own = titles.find(t => 'kept' in t.dataset);
  const named = titles.find(t => t !== own && t.textContent !== '');
  if (named) {
    title = named.textContent;
    own?.remove();
  } else if (!own && title !== '') {
    const kept = document.createElement('title');
    kept.dataset.kept = '';
    kept.textContent = title;
    document.head.append(kept);
  }
}).observe(document.head, { childList: true, subtree: true, characterData: true });
