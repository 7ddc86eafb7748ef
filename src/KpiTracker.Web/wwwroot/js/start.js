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
