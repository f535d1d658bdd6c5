// The moderation desk's extras: without them the page is a list of links and forms.

import './moderation/moves.js';
import './moderation/keys.js';
import './moderation/picking.js';
import './moderation/arrivals.js';

document.documentElement.dataset.moderation = 'ready';
